import { companyKey, libraryPk, repsPk } from "../../shared/keys.ts";
import type { Key, Table, Write } from "../../shared/ports.ts";

const startedKey: Key = { pk: "LOCAL", sk: "STARTED" };

/** Remembers that it was started empty on purpose, so that the next start does not fill it. */
export const startedEmpty = (now: number): Write => ({ kind: "put", item: { ...startedKey, data: { at: now } } });

/** Has nothing ever been put in? Whoever imported first, or asked for an empty company, does not get the sample. */
export async function isFresh(table: Table): Promise<boolean> {
  const [kept, company] = await Promise.all([table.get(startedKey), table.get(companyKey())]);
  if (kept || company) return false;
  for (const pk of [repsPk, libraryPk]) if ((await table.query({ pk, limit: 1 })).items.length > 0) return false;
  return true;
}
