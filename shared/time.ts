/**
 * Zones and calendar. Zone rules come from the moment-timezone data package, which can be bumped the day
 * IANA publishes, and not from the runtime: Node 24.21 carries 2026c and is an hour off for Winnipeg,
 * Inuvik and Havana. Of its 730 KB, zone-rules.json keeps the years 2010 to 2060 (.ci/zone-rules.mjs).
 * Instants are epoch milliseconds; dates are `YYYY-MM-DD`; times are `HH:MM`.
 */
import { DAY, HOUR, MINUTE } from "./durations.ts";
import file from "./zone-rules.json" with { type: "json" };

export { DAY, HOUR, MINUTE };

export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
export const WEEKDAYS: readonly Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

export type Local = { readonly date: string; readonly time: string; readonly weekday: Weekday };

/** IANA version of the zone rules in use, and of the runtime's own (which Midweek does not use). */
export const zoneRules = { version: file.version, runtimeVersion: process.versions.tz ?? "none" };

type Packed = { readonly offsets: readonly number[]; readonly order: string; readonly changes: string };
const packed = new Map<string, Packed>(Object.entries(file.zones));
const sameAs = new Map<string, string>(Object.entries(file.sameAs));
const names = [...packed.keys(), ...sameAs.keys()].toSorted();
const spellings = new Map(names.map((name) => [name.toLowerCase(), name]));

/** Every zone name the rules know, links included. */
export const zoneNames = (): string[] => [...names];

/** The name as the rules spell it ("europe/lisbon" -> "Europe/Lisbon"), or undefined when there is none. */
export const knownZone = (name: string): string | undefined => spellings.get(name.toLowerCase());

/** Each offset, in minutes east of Greenwich, holds until the instant in the same place. */
type Rules = { readonly untils: readonly number[]; readonly offsets: readonly number[] };
const rules = new Map<string, Rules>();

function rulesOf(zone: string): Rules {
  const known = rules.get(zone);
  if (known) return known;
  const name = knownZone(zone) ?? zone;
  const found = packed.get(sameAs.get(name) ?? name);
  if (!found) throw new RangeError(`no such time zone: ${zone}`);
  const untils: number[] = [];
  for (const since of found.changes.split(" ").filter(Boolean))
    untils.push((untils.at(-1) ?? 0) + Number.parseInt(since, 36) * MINUTE);
  const own = { untils: [...untils, Infinity], offsets: Array.from(found.order, (place) => found.offsets[+place]!) };
  rules.set(zone, own);
  return own;
}

/** How people call a zone: "America/Argentina/Buenos_Aires" -> "Buenos Aires". */
export const placeOf = (zone: string): string => (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");

/** Minutes east of UTC at an instant, fractional where history was. */
export function offsetAt(zone: string, at: number): number {
  const { untils, offsets } = rulesOf(zone);
  let low = 0;
  let high = untils.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at < untils[middle]!) high = middle;
    else low = middle + 1;
  }
  return offsets[low]!;
}

/** The wall clock of a zone at an instant. */
export function toLocal(zone: string, at: number): Local {
  const wall = new Date(at + offsetAt(zone, at) * MINUTE);
  const text = wall.toISOString();
  return { date: text.slice(0, 10), time: text.slice(11, 16), weekday: WEEKDAYS[(wall.getUTCDay() + 6) % 7]! };
}

/**
 * The instant of a wall-clock time. A time that daylight saving skips has none (undefined); of a time that
 * comes twice, the first.
 */
export function toInstant(zone: string, date: string, time: string): number | undefined {
  const wall = Date.parse(`${date}T${time}${time.length === 5 ? ":00" : ""}Z`);
  if (Number.isNaN(wall)) throw new RangeError(`not a date and time: ${date} ${time}`);
  const candidates = [offsetAt(zone, wall - DAY), offsetAt(zone, wall + DAY)]
    .map((offset) => wall - offset * MINUTE)
    .filter((at) => at + offsetAt(zone, at) * MINUTE === wall);
  return candidates.length ? Math.min(...candidates) : undefined;
}

/** The same dates come again and again, and reading them is what planning would spend most of its time on. */
const midnights = new Map<string, number>();
const MOST_KNOWN = 4000;

/** Midnights of UTC are exactly a day apart, so plain dates need no calendar of their own. Throws RangeError for what is no date. */
function midnight(date: string): number {
  const known = midnights.get(date);
  if (known !== undefined) return known;
  if (!isDate(date)) throw new RangeError(`not a date: ${date}`);
  const at = Date.parse(`${date}T00:00Z`);
  if (midnights.size >= MOST_KNOWN) midnights.clear();
  midnights.set(date, at);
  return at;
}

export const addDays = (date: string, days: number): string =>
  new Date(midnight(date) + days * DAY).toISOString().slice(0, 10);

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => (midnight(to) - midnight(from)) / DAY;

export const weekdayOf = (date: string): Weekday => WEEKDAYS[(new Date(midnight(date)).getUTCDay() + 6) % 7]!;

/** Is it a real calendar date, written YYYY-MM-DD? */
export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00Z`)) &&
    new Date(`${text}T00:00Z`).toISOString().startsWith(text)
  );
}

/** From one midnight to the next on the calendar of `zone` (epoch ms; the end is no longer in it), daylight saving or not. */
export function dayAround(zone: string, now: number): { readonly from: number; readonly to: number } {
  const { date } = toLocal(zone, now);
  return { from: startOf(zone, date), to: startOf(zone, addDays(date, 1)) };
}

/** Some zones change their clocks at midnight; their day begins an hour later. */
const startOf = (zone: string, date: string): number =>
  toInstant(zone, date, "00:00") ?? toInstant(zone, date, "01:00") ?? Date.parse(`${date}T00:00Z`);
