import { worklist } from "../call/store.ts";
import type { Call } from "../call/call.ts";
import { attemptsBetween } from "../call/log.ts";
import type { LoggedAttempt } from "../call/log.ts";
import { entity } from "../entity.ts";
import { letterKey } from "../keys.ts";
import type { Letter } from "../letter/letter.ts";
import type { Table } from "../ports.ts";
import { isAgreed } from "./dials.ts";
import { letterIdOf } from "./figures.ts";
import type { Worked } from "./figures.ts";

type Period = { readonly from: number; readonly now: number };

const PAGE = 100;

/** A rep's open calls that were due by `now` (`repId` undefined: those of no rep); what is due later says nothing of the practice yet. */
export async function dueCalls(table: Table, repId: string | undefined, now: number): Promise<Call[]> {
  const due: Call[] = [];
  let cursor: string | undefined;
  do {
    const page = await worklist(table, repId, { limit: PAGE, cursor });
    const ofPage = page.calls.filter(({ dueAt }) => dueAt <= now);
    due.push(...ofPage);
    cursor = ofPage.length === page.calls.length ? page.cursor : undefined;
  } while (cursor);
  return due;
}

/** When the emails after these calls went out; those that did not are not in it. */
async function followUpsOf(table: Table, rows: readonly LoggedAttempt[]): Promise<Map<string, number>> {
  const keys = rows.filter(isAgreed).map((row) => letterKey(row.prospectId, letterIdOf(row)));
  const letters = (await table.getMany(keys)).map(entity<Letter>);
  const sent = letters.filter(({ outcome }) => outcome === "sent");
  return new Map(sent.map(({ prospectId, id, at }) => [`${prospectId}#${id}`, at]));
}

/** What a rep did in the period: one partition of the log, the front of the worklist, and one letter for each conversation that led on. */
export async function workOf(table: Table, repId: string, { from, now }: Period): Promise<Worked> {
  const [rows, open] = await Promise.all([attemptsBetween(table, repId, from, now), dueCalls(table, repId, now)]);
  return { rows, open, followUps: await followUpsOf(table, rows) };
}
