/** A rep's day in the order in which the worklist of the console has it. */
import type { App } from "../../shared/app.ts";
import type { Call } from "../../shared/call/call.ts";
import { dayAround } from "../../shared/call/calendar.ts";
import { attemptsBetween } from "../../shared/call/log.ts";
import { worklist } from "../../shared/call/store.ts";
import { orderWorklist } from "../../shared/call/worklist.ts";
import type { Group } from "../../shared/call/worklist.ts";
import type { Table } from "../../shared/ports.ts";
import type { Rep } from "../../shared/rep/rep.ts";

const PAGE = 200;
/** Nobody has so many; it keeps one request from reading for ever. */
const MOST = 1000;

/** All open call tasks of a rep, in due order. */
async function openCalls(table: Table, repId: string): Promise<Call[]> {
  const calls: Call[] = [];
  let cursor: string | undefined;
  do {
    const page = await worklist(table, repId, { limit: PAGE, cursor });
    calls.push(...page.calls);
    cursor = page.cursor;
  } while (cursor && calls.length < MOST);
  return calls;
}

/** What matters now comes first; what is more than a day's share comes last, as "kept". */
export async function repDay(app: App, { id, timeZone }: Rep): Promise<Group[]> {
  const now = app.now();
  const [calls, made] = await Promise.all([
    openCalls(app.table, id),
    attemptsBetween(app.table, id, dayAround(timeZone, now).from, now),
  ]);
  const calledToday = made.filter(({ lane }) => lane !== "hot").length;
  return orderWorklist(calls, { now, perDay: app.config.company.callsPerDay, calledToday, timeZone }).groups;
}
