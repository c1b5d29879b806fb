import { text } from "../entity.ts";
import { addressHash } from "../id.ts";
import { suppressionKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { putNote } from "../prospect/note.ts";
import type { Note } from "../prospect/note.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { standProspect } from "../prospect/store.ts";
import type { ProfileOfTouches } from "../prospect/store.ts";
import { ENDINGS, Suppression } from "./suppression.ts";

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

/** Suppresses unless the address is suppressed already: the first reason is kept. */
export const suppressOnce = (suppression: Suppression, known: Suppression | undefined): Write[] =>
  known ? [] : [{ ...putSuppression(suppression), guard: "absent" }];

/** Why a prospect is never mailed again; `known` is what is suppressed of the address already. */
type Leaving = {
  readonly reason: Suppression["reason"];
  readonly known: Suppression | undefined;
  readonly note?: string | Words | undefined;
};

/** What the timeline says of it, and of which slot's email the link was. */
export type Words = Pick<Note, "text" | "optedOutOf">;

/**
 * Address suppressed, prospect out of the audience, and a note on the timeline (`note`, or a sentence for the reason); nothing where all that was so
 * already. `also` is what else changes in the profile in the same moment.
 */
export function neverAgain(
  prospect: Prospect,
  { reason, known, note = ENDINGS[reason].note }: Leaving,
  at: number,
  also?: ProfileOfTouches,
): Write[] {
  if (known && prospect.standing.state === "ended") return [];
  return [
    ...suppressOnce({ addressHash: addressHash(prospect.email), reason, at }, known),
    ...standProspect(prospect, { state: "ended", reason: ENDINGS[reason].standing }, at, also),
    putNote({ prospectId: prospect.id, at, ...(typeof note === "string" ? { text: note } : note) }),
  ];
}
