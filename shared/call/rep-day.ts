import type { App } from "../app.ts";
import type { Table } from "../ports.ts";
import type { Rep } from "../rep/rep.ts";
import { dayAround } from "../time.ts";
import type { Call } from "./call.ts";
import { attemptsBetween } from "./log.ts";
import { worklist } from "./store.ts";
import { orderWorklist } from "./worklist.ts";
import type { Group } from "./worklist.ts";

/** A rep's open call tasks in the order to make them; what is over the day's share comes last, as "kept". */
export type RepDay = {
  readonly groups: readonly Group[];
  /** Of those that are kept: their next good hour, by prospect id. */
  readonly nextAt: ReadonlyMap<string, number>;
  /** Dials of today on the rep's own clock; those of who asked for a call are not counted. */
  readonly calledToday: number;
};

const PAGE = 200;
/** Nobody has so many; it keeps one request from reading for ever. */
const MOST = 1000;

/** A rep's (undefined: nobody's) open call tasks in due order, all of them: whoever asks just now is due last. */
export async function openCalls(table: Table, repId: string | undefined): Promise<Call[]> {
  const calls: Call[] = [];
  let cursor: string | undefined;
  do {
    const page = await worklist(table, repId, { limit: PAGE, cursor });
    calls.push(...page.calls);
    cursor = page.cursor;
  } while (cursor && calls.length < MOST);
  return calls;
}

/** What matters now for this rep; undefined: for nobody, who has no day that could be full. */
export async function repDay(app: App, rep: Rep | undefined): Promise<RepDay> {
  const now = app.now();
  const [calls, calledToday] = await Promise.all([
    openCalls(app.table, rep?.id),
    rep ? dialsToday(app.table, rep, now) : 0,
  ]);
  const perDay = rep ? app.config.company.callsPerDay : Infinity;
  return { ...orderWorklist(calls, { now, perDay, calledToday, timeZone: rep?.timeZone }), calledToday };
}

async function dialsToday(table: Table, { id, timeZone }: Rep, now: number): Promise<number> {
  const made = await attemptsBetween(table, id, dayAround(timeZone, now).from, now);
  return made.filter(({ lane }) => lane !== "hot").length;
}
