import * as z from "zod";
import { HORIZON_WEEKS, type Lasts, weeksUntil } from "./lasts.ts";

const RunwayFirst = z.object({ prospectId: z.string(), out: z.iso.date(), emails: z.number().int() });
type RunwayFirst = z.infer<typeof RunwayFirst>;

/** How long the library lasts for a group of prospects who may be mailed. */
export const RunwayRow = z.object({
  of: z.enum(["everybody", "segment", "sector"]),
  /** Of the segment, or the sector; "-" = of no sector. */
  id: z.string(),
  name: z.string(),
  /** When it was worked out (epoch ms), and which date it was for the company then. */
  asOf: z.number(),
  date: z.iso.date(),
  people: z.number().int(),
  /** For how many it runs out in which week from `date`, the first being 0. */
  byWeek: z.array(z.number().int()),
  /** For how many it lasts longer than a year. */
  beyond: z.number().int(),
  /** Whom it hits first, the first of them first. */
  first: z.array(RunwayFirst),
});
export type RunwayRow = z.infer<typeof RunwayRow>;

/** So many of whom it hits first are named. */
const NAMED = 10;

export type RunwayGroup = Pick<RunwayRow, "of" | "id" | "name">;
/** Rows under way, by group. */
export type RunwayTally = Map<string, RunwayRow>;

const sooner = (one: RunwayFirst, other: RunwayFirst): number =>
  one.out.localeCompare(other.out) || one.emails - other.emails || one.prospectId.localeCompare(other.prospectId);

/** Counts one prospect in each of their groups. */
export function noteLasts(
  tally: RunwayTally,
  groups: readonly RunwayGroup[],
  { prospectId, emails, out }: Lasts & { readonly prospectId: string },
  at: Pick<RunwayRow, "asOf" | "date">,
): void {
  for (const group of groups) {
    const key = `${group.of}#${group.id}`;
    const row = tally.get(key) ?? { ...group, ...at, people: 0, byWeek: [], beyond: 0, first: [] };
    const week = out === undefined ? undefined : Math.min(weeksUntil(at.date, out), HORIZON_WEEKS);
    const byWeek =
      week === undefined
        ? row.byWeek
        : Array.from(
            { length: Math.max(row.byWeek.length, week + 1) },
            (_, one) => (row.byWeek[one] ?? 0) + Number(one === week),
          );
    tally.set(key, {
      ...row,
      people: row.people + 1,
      byWeek,
      beyond: row.beyond + Number(out === undefined),
      first:
        out === undefined ? row.first : [...row.first, { prospectId, out, emails }].toSorted(sooner).slice(0, NAMED),
    });
  }
}

/** In which week, from the day it was worked out, it has run out for so large a part of the group (0 to 1); undefined = not within a year. */
export function weekFor({ byWeek, people }: Pick<RunwayRow, "byWeek" | "people">, part: number): number | undefined {
  let sum = 0;
  for (const [week, count] of byWeek.entries()) {
    sum += count;
    if (sum > 0 && sum >= people * part) return week;
  }
  return undefined;
}
