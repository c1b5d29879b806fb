import type { Cadence, CadenceSlot } from "../../shared/cadence/cadence.ts";
import { addDays, toInstant, toLocal, weekdayOf } from "../../shared/time.ts";

export type ComingSlot = { readonly slot: CadenceSlot; readonly timeZone: string; readonly at: number };

/** The next instant after `now` at which the slot comes in a zone; a week whose wall time daylight saving skips is left out. */
export function nextOf(slot: CadenceSlot, timeZone: string, now: number): number | undefined {
  const today = toLocal(timeZone, now).date;
  for (let days = 0; days <= 14; days += 1) {
    const date = addDays(today, days);
    const at = weekdayOf(date) === slot.weekday ? toInstant(timeZone, date, slot.time) : undefined;
    if (at !== undefined && at > now) return at;
  }
  return undefined;
}

/** The next of every slot in every zone, soonest first. */
export const comingSlots = (cadence: Cadence, zones: readonly string[], now: number): ComingSlot[] =>
  cadence.slots
    .flatMap((slot) => zones.map((timeZone) => ({ slot, timeZone, at: nextOf(slot, timeZone, now) })))
    .filter((coming): coming is ComingSlot => coming.at !== undefined)
    .toSorted((a, b) => a.at - b.at || a.timeZone.localeCompare(b.timeZone));
