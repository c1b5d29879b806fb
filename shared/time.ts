/**
 * Zones and calendar. Zone rules come from the moment-timezone data package, which can be bumped the day
 * IANA publishes, and not from the runtime: Node 24.21 carries 2026c and is an hour off for Winnipeg,
 * Inuvik and Havana. Instants are epoch milliseconds; dates are `YYYY-MM-DD`; times are `HH:MM`.
 */
import moment from "moment-timezone";
import { Temporal } from "temporal-polyfill";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

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
export const zoneRules = { version: moment.tz.dataVersion, runtimeVersion: process.versions.tz ?? "none" };

const rules = new Map<string, { untils: number[]; offsets: number[] }>();

function rulesOf(zone: string): { untils: number[]; offsets: number[] } {
  const known = rules.get(zone);
  if (known) return known;
  const found = moment.tz.zone(zone);
  if (!found) throw new RangeError(`no such time zone: ${zone}`);
  // The package counts minutes west of Greenwich and ends with Infinity.
  const own = { untils: found.untils.map((until) => until ?? Infinity), offsets: found.offsets.map((west) => -west) };
  rules.set(zone, own);
  return own;
}

/** Every zone name the rules know, links included. */
export const zoneNames = (): string[] => moment.tz.names();

/** The name as the rules spell it ("europe/lisbon" -> "Europe/Lisbon"), or undefined when there is none. */
export const knownZone = (name: string): string | undefined => moment.tz.zone(name)?.name;

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

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;

export const weekdayOf = (date: string): Weekday => WEEKDAYS[Temporal.PlainDate.from(date).dayOfWeek - 1]!;

/** Is it a real calendar date, written YYYY-MM-DD? */
export function isDate(text: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !Number.isNaN(Date.parse(`${text}T00:00Z`)) &&
    new Date(`${text}T00:00Z`).toISOString().startsWith(text)
  );
}
