import { HORIZON_WEEKS } from "../../shared/runway/lasts.ts";
import { type RunwayRow, weekFor } from "../../shared/runway/runway.ts";
import { addDays } from "../../shared/time.ts";
import { shortDate } from "./when.ts";

/** A bar for each week of a year, in units of the plot; the last stands for everybody for whom it lasts longer. */
export const PLOT = { width: 424, height: 92, base: 70, top: 6, step: 8, bar: 6 } as const;
/** Within a quarter something has to be written. */
const SOON_WEEKS = 13;

export type WeekBar = {
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly tone: "soon" | "" | "later";
};

/** At least two units high, so that one person among thousands is seen. */
export function weekBars({ byWeek, beyond }: Pick<RunwayRow, "byWeek" | "beyond">): WeekBar[] {
  const counts = Array.from({ length: HORIZON_WEEKS + 1 }, (_, week) => byWeek[week] ?? 0);
  const most = Math.max(1, ...counts, beyond);
  const bar = (count: number, week: number, tone: WeekBar["tone"]): WeekBar[] => {
    const height = Math.max(2, (count / most) * (PLOT.base - PLOT.top));
    return count > 0 ? [{ x: week * PLOT.step, y: PLOT.base - height, height, tone }] : [];
  };
  return [
    ...counts.flatMap((count, week) => bar(count, Math.min(week, HORIZON_WEEKS - 1), week < SOON_WEEKS ? "soon" : "")),
    ...bar(beyond, HORIZON_WEEKS, "later"),
  ];
}

const inWeeks = (week: number): string => (week === 0 ? "this week" : week === 1 ? "in a week" : `in ${week} weeks`);

/** When so large a part has run out; its first slot without an article is only known of those who are named, of others the week is. */
function whenFor(row: RunwayRow, part: number, week: number): string {
  const out = row.first[Math.max(1, Math.ceil(row.people * part)) - 1]?.out;
  const day = out === undefined ? `in the week from ${shortDate(addDays(row.date, 7 * week))}` : `on ${shortDate(out)}`;
  return `${inWeeks(week)} (${day})`;
}

/** As for all of a group: the first day, and whether others follow. */
function whenForAll(row: RunwayRow, week: number): string {
  const first = row.first[0]?.out;
  if (first === undefined || row.first[row.people - 1]?.out === first) return whenFor(row, 0, week);
  return `${inWeeks(week)} (from ${shortDate(first)} on)`;
}

const people = (count: number): string => (count === 1 ? "1 prospect" : `${count} prospects`);

/** When it runs out for the first, for half and for all of a group, in words. */
export function runsOut(row: RunwayRow): string {
  const first = weekFor(row, 0);
  if (first === undefined) return `It lasts longer than a year for ${row.people === 1 ? "them" : `all ${row.people}`}.`;
  const half = weekFor(row, 0.5);
  if (weekFor(row, 1) === first)
    return `It runs out ${whenForAll(row, first)}${row.people === 1 ? "" : `, for ${row.people === 2 ? "both" : `all ${row.people}`} of them`}.`;
  const says = [`For the first it runs out ${whenFor(row, 0, first)}`];
  if (half === undefined) says.push(`for ${people(row.people - row.beyond)} of ${row.people} within a year`);
  else if (half !== first) says.push(`for half of them ${whenFor(row, 0.5, half)}`);
  if (half !== undefined && row.beyond > 0) says.push(`for ${people(row.beyond)} it lasts longer than a year`);
  return `${says.join("; ")}.`;
}

/** In order of how soon something has to be done. */
export const bySoonest = (rows: readonly RunwayRow[]): RunwayRow[] =>
  rows.toSorted(
    (a, b) =>
      (weekFor(a, 0) ?? Infinity) - (weekFor(b, 0) ?? Infinity) || b.people - a.people || a.name.localeCompare(b.name),
  );
