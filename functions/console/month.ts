import { slotsAhead } from "../../shared/cadence/next-slot.ts";
import type { Cadence, CadenceSlot } from "../../shared/cadence/cadence.ts";
import { addDays, daysBetween, toLocal, weekdayOf, WEEKDAYS } from "../../shared/time.ts";

/** A slot on a date, which is that of each prospect's own calendar, and in which zones it comes at which moments (epoch ms). */
export type SlotOnDate = {
  readonly cadence: Pick<Cadence, "id" | "name">;
  readonly slot: CadenceSlot;
  readonly zones: readonly string[];
  readonly first: number;
  readonly last: number;
};

export type Planned = { readonly cadence: Cadence; readonly zones: readonly string[] };

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month asked for, else that of today. */
export const monthOf = (asked: string | undefined, today: string): string =>
  asked !== undefined && MONTH.test(asked) ? asked : today.slice(0, 7);

/** "2026-12" and 1 -> "2027-01". */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** The weeks of a month from Monday to Sunday, whole. */
export function weeksOf(month: string): string[][] {
  const first = `${month}-01`;
  const start = addDays(first, -WEEKDAYS.indexOf(weekdayOf(first)));
  const weeks: string[][] = [];
  for (let monday = start; monday.slice(0, 7) <= month; monday = addDays(monday, 7))
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)));
  return weeks;
}

/** The slots that come after `now` on dates up to `until`, by date. Cadences that are paused have none. */
export function slotsByDate(planned: readonly Planned[], now: number, until: string): Map<string, SlotOnDate[]> {
  const found = new Map<string, { cadence: Cadence; slot: CadenceSlot; at: { zone: string; at: number }[] }>();
  for (const { cadence, zones } of planned)
    for (const zone of cadence.paused ? [] : zones) {
      const days = Math.max(0, daysBetween(toLocal(zone, now).date, until));
      for (const { slot, date, at } of slotsAhead(cadence, zone, now, days)) {
        const name = `${date} ${cadence.id} ${slot.time} ${slot.kind}`;
        const one = found.get(name) ?? { cadence, slot, at: [] };
        found.set(name, one);
        one.at.push({ zone, at });
      }
    }
  const byDate = new Map<string, SlotOnDate[]>();
  for (const [name, { cadence, slot, at }] of found) {
    const date = name.slice(0, 10);
    const moments = at.map((one) => one.at);
    const zones = at.toSorted((a, b) => a.at - b.at).map(({ zone }) => zone);
    const on = { cadence, slot, zones, first: Math.min(...moments), last: Math.max(...moments) };
    byDate.set(date, [...(byDate.get(date) ?? []), on]);
  }
  return byDate;
}
