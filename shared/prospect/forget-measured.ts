import type { App } from "../app.ts";
import { noteWithoutMeasured, withoutMeasured } from "../call/forget-measured.ts";
import { forgetAsked } from "../call/log.ts";
import type { LoggedAttempt } from "../call/log.ts";
import { callsOf, getCalls } from "../call/store.ts";
import { leaveGateway } from "../engagement/leave-gateway.ts";
import { entity } from "../entity.ts";
import { Conflict } from "../error.ts";
import { askedPrefix, callLogKey, engagementKey, notePrefix, prospectPk, signalPrefix } from "../keys.ts";
import { writeCalls } from "../notice/write.ts";
import type { Item, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Note, putNote } from "./note.ts";
import { getProspect } from "./store.ts";

/** What was measured; replies, forms and bookings are what the prospect told us and stay. */
const MEASURED = new Set<unknown>(["open", "click", "visit"]);

const wasMeasured = ({ data }: Item): boolean => MEASURED.has(data["kind"]);

const TRIES = 5;
/** Of the hundred writes that a transaction holds, and each may bring a notice. */
const AT_ONCE = 45;

/**
 * Removes what was measured of a prospect who denied it, if the company erases on withdrawal: opens, clicks and visits, what we believed because of
 * them, and what call tasks and notes of them said because of them. Calls first and signals last: after a crash half way, asking again finishes it.
 * Signals that are still under way are turned away where they arrive. Throws `Conflict` after five lost races.
 */
export async function forgetMeasured(app: App, prospectId: string): Promise<void> {
  if (!app.config.company.eraseOnWithdrawal) return;
  const prospect = await getProspect(app.table, prospectId);
  if (prospect?.tracking !== "denied") return;
  await forgetInCalls(app, prospectId);
  await forgetInLog(app, prospectId);
  await forgetInNotes(app, prospectId);
  const engagement = await app.table.get(engagementKey(prospectId));
  const gone = (await ledgerOf(app, prospectId)).filter(wasMeasured);
  const told = await readAll(app.table, { pk: prospectPk(prospectId), prefix: askedPrefix });
  const rows = [...gone, ...told, ...(engagement ? [engagement] : [])];
  await leaveGateway(app.table, prospectId, prospect.email);
  if (rows.length) await app.table.writeMany(rows.map(({ pk, sk }) => ({ kind: "remove", key: { pk, sk } })));
}

const ledgerOf = (app: App, prospectId: string): Promise<Item[]> =>
  readAll(app.table, { pk: prospectPk(prospectId), prefix: signalPrefix });

async function forgetInCalls(app: App, prospectId: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const now = app.now();
    // In this order: a call that changes after it was read makes a guard fail, and every reply it says by then is among the signals.
    const calls = await getCalls(app.table, prospectId);
    const all = await callsOf(app.table, prospectId);
    if (all.length === 0) return;
    const told = new Set(
      (await ledgerOf(app, prospectId)).filter((row) => !wasMeasured(row)).map(({ data }) => data["id"]),
    );
    const { writes, takenBack } = withoutMeasured(calls, all, (signalId) => told.has(signalId), now);
    if (takenBack !== undefined) writes.unshift(takenBackNote(prospectId, takenBack, now));
    try {
      for (let start = 0; start < writes.length; start += AT_ONCE)
        await writeCalls(app, ...writes.slice(start, start + AT_ONCE));
      return;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}

/** In what is counted of calls stays that they were made, and not when a link was followed that led to them. */
async function forgetInLog(app: App, prospectId: string): Promise<void> {
  const measured = (await callsOf(app.table, prospectId)).filter(({ evidence }) => !evidence.some(({ asks }) => asks));
  const keys = measured.flatMap(({ attempts }) => attempts.map(({ repId, at }) => callLogKey(repId, at, prospectId)));
  const lines = (await app.table.getMany(keys)).map(entity<LoggedAttempt>);
  for (const line of lines) if (line.askedAt !== undefined) await app.table.write(forgetAsked(line));
}

const takenBackNote = (prospectId: string, call: number, at: number): Write =>
  putNote({ prospectId, at, text: `Call ${call} taken back: withdrew consent to be measured` });

/** What is not there any more is not put back: an erasure may go on at the same time, and removes it all. */
async function forgetInNotes(app: App, prospectId: string): Promise<void> {
  for (const item of await readAll(app.table, { pk: prospectPk(prospectId), prefix: notePrefix })) {
    const note = Note.parse(item.data);
    const text = noteWithoutMeasured(note.text);
    if (text === note.text) continue;
    await app.table.write({ kind: "put", item: { ...item, data: { ...note, text } }, guard: "present" });
  }
}
