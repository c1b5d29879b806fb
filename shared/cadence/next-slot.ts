import { addDays, toInstant, toLocal, weekdayOf } from "../time.ts";
import type { Local } from "../time.ts";
import type { Cadence, CadenceSlot } from "./cadence.ts";

/** One date of the rhythm in a zone: the slot, its date there and its instant (epoch ms). */
export type DatedSlot = { readonly slot: CadenceSlot; readonly date: string; readonly at: number };

/** Every date of the cadence in a zone after `now`, soonest first, of so many days. Throws RangeError for a zone that is none. */
export function* slotsAhead(
  cadence: Pick<Cadence, "slots">,
  timeZone: string,
  now: number,
  days: number,
): Generator<DatedSlot> {
  const today = toLocal(timeZone, now).date;
  for (let day = 0; day <= days; day += 1) {
    const date = addDays(today, day);
    const weekday = weekdayOf(date);
    const ofDate = cadence.slots.flatMap((slot) => {
      const at = slot.weekday === weekday ? toInstant(timeZone, date, slot.time) : undefined;
      return at !== undefined && at > now ? [{ slot, date, at }] : [];
    });
    yield* ofDate.toSorted((one, other) => one.at - other.at);
  }
}

/** The next instant after `now` at which the slot comes in a zone; a week whose wall time daylight saving skips is left out. */
export function nextOf(slot: CadenceSlot, timeZone: string, now: number): number | undefined {
  for (const { at } of slotsAhead({ slots: [slot] }, timeZone, now, 14)) return at;
  return undefined;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * The slot of the weekday that is nearest to a wall time; undefined on days that have none. Near, because who keeps the schedules may have older zone
 * rules and wake us an hour off.
 */
export const slotNear = ({ slots }: Pick<Cadence, "slots">, { weekday, time }: Local): CadenceSlot | undefined =>
  slots
    .filter((slot) => slot.weekday === weekday)
    .toSorted((one, other) => distance(one.time, time) - distance(other.time, time))[0];

const distance = (one: string, other: string): number => Math.abs(minutesOf(one) - minutesOf(other));
