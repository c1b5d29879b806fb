import { text } from "../entity.ts";
import { addressHash } from "../id.ts";
import { suppressionKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { Suppression } from "./suppression.ts";

/** Which of these addresses must not be mailed. */
export async function suppressedAddresses(table: Table, addresses: readonly string[]): Promise<Set<string>> {
  const found = await getSuppressions(table, addresses.map(addressHash));
  return new Set(addresses.filter((address) => found.has(addressHash(address))));
}

/** Which of these address hashes must not be mailed, and why. */
export async function getSuppressions(table: Table, hashes: readonly string[]): Promise<Map<string, Suppression>> {
  const items = await table.getMany(hashes.map(suppressionKey));
  return new Map(items.map((item) => [text(item, "addressHash"), Suppression.parse(item.data)]));
}

export const putSuppression = (suppression: Suppression): Write => ({
  kind: "put",
  item: { ...suppressionKey(suppression.addressHash), data: Suppression.parse(suppression) },
});
