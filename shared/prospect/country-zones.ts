import { DAY, offsetAt } from "../time.ts";
import countries from "./countries.json" with { type: "json" };

const zonesByCountry: { readonly [country: string]: string | undefined } = countries.zonesOf;
const people: { readonly [zone: string]: number | undefined } = countries.people;

/** Zones of a country (ISO 3166 alpha-2) by the zone package; none for a country without. */
export const zonesOfCountry = (country: string): readonly string[] =>
  Object.hasOwn(zonesByCountry, country) ? (zonesByCountry[country] ?? "").split(" ").filter(Boolean) : [];

let civil: Set<string> | undefined;

/** Zones that some country keeps today: no links, no fixed offsets. */
export const civilZones = (): ReadonlySet<string> => (civil ??= new Set(Object.keys(people)));

const YEARS = 3;
const clocks = new Map<string, string>();

/** Do all these zones show the same time for the next three years? */
export function sameClock(zones: readonly string[], now: number): boolean {
  const day = Math.floor(now / (30 * DAY)) * 30 * DAY;
  return new Set(zones.map((zone) => clockOf(zone, day))).size === 1;
}

function clockOf(zone: string, from: number): string {
  const key = `${zone} ${from}`;
  const known = clocks.get(key);
  if (known !== undefined) return known;
  const offsets: number[] = [];
  for (let day = 0; day < YEARS * 365; day++) offsets.push(offsetAt(zone, from + day * DAY));
  const clock = offsets.join();
  clocks.set(key, clock);
  return clock;
}

/** The one that most people live in, of zones with the same clock. */
export const mostPeopled = (zones: readonly string[]): string | undefined =>
  zones.toSorted((one, other) => (people[other] ?? 0) - (people[one] ?? 0))[0];

/** The zone of a country that has one clock; undefined for one that has several, or none. */
export function zoneOfCountry(country: string, now: number): string | undefined {
  const zones = zonesOfCountry(country);
  return zones.length > 0 && sameClock(zones, now) ? mostPeopled(zones) : undefined;
}
