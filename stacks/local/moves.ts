import type { Move } from "../../functions/console/chrome.ts";
import { comingSlots } from "../../functions/console/coming-slots.ts";
import type { ComingSlot } from "../../functions/console/coming-slots.ts";
import { getCadences, getZones } from "../../shared/cadence/store.ts";
import type { Table } from "../../shared/ports.ts";
import { DAY, HOUR, MINUTE, offsetAt, placeOf, toLocal } from "../../shared/time.ts";
import type { Weekday } from "../../shared/time.ts";

const DAY_WORDS: { readonly [day in Weekday]: string } = {
  monday: "Monday",
  tuesday: "Tuesday",
  wednesday: "Wednesday",
  thursday: "Thursday",
  friday: "Friday",
  saturday: "Saturday",
  sunday: "Sunday",
};

const dateOf = ({ at, timeZone }: ComingSlot): string => toLocal(timeZone, at).date;

const toSlot = (name: string, slot: ComingSlot): Move => ({
  id: name,
  label: `to ${DAY_WORDS[toLocal(slot.timeZone, slot.at).weekday]} afternoon in ${placeOf(slot.timeZone)}`,
  to: slot.at + MINUTE,
});

/** Where the clock may usefully be moved to: the first and last zone of the coming slot, an hour, a day, a week on. */
export async function comingMoves(table: Table, now: number): Promise<Move[]> {
  const found: ComingSlot[] = [];
  for (const cadence of await getCadences(table))
    found.push(...comingSlots(cadence, await getZones(table, cadence.id), now));
  const slots = found.toSorted((a, b) => a.at - b.at || offsetAt(b.timeZone, b.at) - offsetAt(a.timeZone, a.at));
  const first = slots[0];
  const last = slots.findLast((slot) => first && dateOf(slot) === dateOf(first));
  return [
    ...(first ? [toSlot("first", first)] : []),
    ...(last && first && last.timeZone !== first.timeZone ? [toSlot("last", last)] : []),
    { id: "hour", label: "an hour on", to: now + HOUR },
    { id: "day", label: "a day on", to: now + DAY },
    { id: "week", label: "a week on", to: now + 7 * DAY },
  ];
}
