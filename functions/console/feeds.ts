/** The export of calls: which days, whose, and the lines of the file. */
import type { App } from "../../shared/app.ts";
import { callsCsvHeader, callsCsvRow } from "../../shared/call/calls-csv.ts";
import type { LoggedAttempt } from "../../shared/call/log.ts";
import { attemptsPage } from "../../shared/call/log-pages.ts";
import type { Stretch } from "../../shared/call/log-pages.ts";
import { getCallsAt } from "../../shared/call/look-up.ts";
import { dayAround } from "../../shared/time.ts";
import { csvRows } from "../../shared/csv-out.ts";
import { AppError } from "../../shared/error.ts";
import { getProspects } from "../../shared/prospect/store.ts";
import type { Rep } from "../../shared/rep/rep.ts";
import { addDays, daysBetween, isDate, toInstant, toLocal } from "../../shared/time.ts";

const AT_ONCE = 500;
const USUAL_DAYS = 30;
/** A leap year, and the year before to compare with. */
const MOST_DAYS = 731;

export type Days = { readonly from: string; readonly to: string };

/**
 * The days asked for, both included; without any, the last thirty. `today` is that of who asks.
 * @throws AppError("invalid") naming what is no date, out of order or too long ago
 */
export function daysAsked(from: string | undefined, to: string | undefined, today: string): Days {
  const last = dateIn("to", to) ?? today;
  const first = dateIn("from", from) ?? addDays(last, 1 - USUAL_DAYS);
  if (first > last) throw new AppError("invalid", `from: ${first} is after ${last}`);
  if (daysBetween(first, last) >= MOST_DAYS)
    throw new AppError("invalid", `from: at most ${MOST_DAYS} days at once; ${first} to ${last} is more`);
  return { from: first, to: last };
}

function dateIn(field: string, text: string | undefined): string | undefined {
  if (!text) return undefined;
  if (!isDate(text)) throw new AppError("invalid", `${field}: "${text.slice(0, 40)}" is no date like 2026-11-25`);
  return text;
}

/** From the first day's beginning to the last day's end, on the calendar of `zone`. */
export function stretchOf({ from, to }: Days, zone: string): Stretch {
  // Noon is there on every day of every zone, but for days that a zone left out; those begin and end as the next one does.
  const noon = (date: string): number => toInstant(zone, date, "12:00") ?? Date.parse(`${date}T12:00Z`);
  return { from: dayAround(zone, noon(from)).from, to: dayAround(zone, noon(to)).to };
}

/** The file, piece by piece: never more than a page of attempts in memory. Rep by rep, each from the oldest on. */
export async function* callsCsv(app: App, reps: readonly Rep[], stretch: Stretch): AsyncGenerator<string> {
  yield csvRows([callsCsvHeader]);
  for (const rep of reps) {
    let cursor: string | undefined;
    do {
      const page = await attemptsPage(app.table, rep.id, stretch, { limit: AT_ONCE, cursor });
      cursor = page.cursor;
      if (page.attempts.length > 0) yield await linesOf(app, rep, page.attempts);
    } while (cursor);
  }
}

async function linesOf(app: App, rep: Rep, attempts: readonly LoggedAttempt[]): Promise<string> {
  const [calls, prospects] = await Promise.all([
    getCallsAt(app.table, attempts),
    getProspects(app.table, [...new Set(attempts.map(({ prospectId }) => prospectId))]),
  ]);
  return csvRows(
    attempts.map((logged) => {
      const prospect = prospects.get(logged.prospectId);
      return callsCsvRow({ logged, call: calls(logged), prospect, repName: rep.name });
    }),
  );
}

/** "calls-2026-11-01-2026-11-30.csv" */
export const csvName = ({ from, to }: Days): string => `calls-${from}-${to}.csv`;

export const todayOf = (zone: string, now: number): string => toLocal(zone, now).date;
