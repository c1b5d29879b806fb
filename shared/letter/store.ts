import { entity } from "../entity.ts";
import { letterKey, letterPrefix, lettersPk, letterUnsettledKey, prospectPk } from "../keys.ts";
import type { Guard, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Letter } from "./letter.ts";

export async function getLetter(table: Table, prospectId: string, id: string): Promise<Letter | undefined> {
  const item = await table.get(letterKey(prospectId, id));
  return item && entity<Letter>(item);
}

/** All letters to a prospect, oldest first. */
export async function lettersOf(table: Table, prospectId: string): Promise<Letter[]> {
  const rows = await readAll(table, { pk: prospectPk(prospectId), prefix: letterPrefix });
  return rows.map(entity<Letter>).toSorted((one, other) => one.at - other.at);
}

/** Its place in the ledger, before it is handed over. Guard: "absent", or that it is still the refused one that was read. */
export const reserveLetter = (letter: Letter, guard: Guard): Write => ({
  kind: "put",
  item: {
    ...letterKey(letter.prospectId, letter.id),
    data: Letter.parse(letter),
    index: letterUnsettledKey(letter.at, letter.prospectId),
  },
  guard,
});

/** Outcomes that an answer of the mailer may still change. */
export type Unanswered = "reserved" | "unknown";
export const isUnanswered = (outcome: Letter["outcome"]): outcome is Unanswered =>
  outcome === "reserved" || outcome === "unknown";

/** What became of it; holds while it is still `from`, and the one that was reserved then. */
export const settleLetter = (
  letter: Pick<Letter, "prospectId" | "id">,
  result: Pick<Letter, "outcome" | "at"> & { readonly reason?: string; readonly messageId?: string },
  from: Letter["outcome"] = "reserved",
): Write => ({
  kind: "update",
  key: letterKey(letter.prospectId, letter.id),
  // A reason that was there goes: the new outcome has its own, or none.
  set: { ...result, reason: result.reason },
  index: null,
  guard: { match: { outcome: from } },
});

/** Nothing went out and it may be tried again. */
export const releaseLetter = (letter: Pick<Letter, "prospectId" | "id">, from: Unanswered): Write => ({
  kind: "remove",
  key: letterKey(letter.prospectId, letter.id),
  guard: { match: { outcome: from } },
});

/** A page of letters that were reserved before that time (epoch ms) and never marked, oldest first. */
export async function lettersReserved(
  table: Table,
  before: number,
  cursor?: string,
): Promise<{ letters: Letter[]; cursor: string | undefined }> {
  const to = new Date(before).toISOString();
  const page = await table.query({ pk: lettersPk, index: true, to, limit: 100, cursor });
  return { letters: page.items.map(entity<Letter>), cursor: page.cursor };
}
