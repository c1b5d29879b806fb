import type { Move } from "../../functions/console/chrome.ts";
import type { Cadence } from "../../shared/cadence/cadence.ts";
import { getCadences, getZones } from "../../shared/cadence/store.ts";
import type { Table } from "../../shared/ports.ts";
import { DAY, HOUR, MINUTE, addDays, offsetAt, toInstant, toLocal, weekdayOf } from "../../shared/time.ts";
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

/** "America/Argentina/Buenos_Aires" -> "Buenos Aires". */
const cityOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** The next time a slot comes after `now` in one zone, epoch ms. */
export function nextSlotAt(slot: Cadence["slots"][number], zone: string, now: number): number | undefined {
  const today = toLocal(zone, now).date;
  for (let days = 0; days <= 7; days++) {
    const date = addDays(today, days);
    const at = weekdayOf(date) === slot.weekday ? toInstant(zone, date, slot.time) : undefined;
    if (at !== undefined && at > now) return at;
  }
  return undefined;
}

const dateOf = ({ at, zone }: { at: number; zone: string }): string => toLocal(zone, at).date;

const toSlot = (name: string, slot: { at: number; zone: string }): Move => ({
  id: name,
  label: `to ${DAY_WORDS[toLocal(slot.zone, slot.at).weekday]} afternoon in ${cityOf(slot.zone)}`,
  to: slot.at + MINUTE,
});

/** Where the clock may usefully be moved to: the first and last zone of the coming slot, an hour, a day, a week on. */
export async function comingMoves(table: Table, now: number): Promise<Move[]> {
  const found: { at: number; zone: string }[] = [];
  for (const cadence of await getCadences(table))
    for (const zone of await getZones(table, cadence.id))
      for (const slot of cadence.slots) {
        const at = nextSlotAt(slot, zone, now);
        if (at !== undefined) found.push({ at, zone });
      }
  const slots = found.toSorted((a, b) => a.at - b.at || offsetAt(b.zone, b.at) - offsetAt(a.zone, a.at));
  const first = slots[0];
  const last = slots.findLast((slot) => first && dateOf(slot) === dateOf(first));
  return [
    ...(first ? [toSlot("first", first)] : []),
    ...(last && first && last.zone !== first.zone ? [toSlot("last", last)] : []),
    { id: "hour", label: "an hour on", to: now + HOUR },
    { id: "day", label: "a day on", to: now + DAY },
    { id: "week", label: "a week on", to: now + 7 * DAY },
  ];
}
