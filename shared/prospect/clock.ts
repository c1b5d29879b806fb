import moment from "moment-timezone";
import { IANA_ALIAS_MAP } from "windows-iana";
import { DAY, knownZone, offsetAt } from "../time.ts";

/** Zones of a country (ISO 3166 alpha-2) by the zone package; none for a country without. */
export const zonesOfCountry = (country: string): readonly string[] =>
  moment.tz.countries().includes(country) ? moment.tz.zonesForCountry(country) : [];

let civil: Set<string> | undefined;

/** Zones that some country keeps today: no links, no fixed offsets. */
export const civilZones = (): ReadonlySet<string> =>
  (civil ??= new Set(moment.tz.countries().flatMap((country) => moment.tz.zonesForCountry(country))));

let current: Map<string, string> | undefined;

/** Old or second names -> the name in use ("us/eastern" -> "America/New_York"). */
function currentNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const { alias } of IANA_ALIAS_MAP) {
    const inUse = alias.filter((name) => civilZones().has(name));
    if (inUse.length === 1 && inUse[0]) for (const name of alias) names.set(name.toLowerCase(), inUse[0]);
  }
  return names;
}

/** The name in use of a zone written in any case, aliases included; undefined when there is no such zone. */
export function zoneInUse(name: string): string | undefined {
  const known = knownZone(name);
  if (known && civilZones().has(known)) return known;
  current ??= currentNames();
  return current.get(name.toLowerCase()) ?? known;
}

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
  zones.toSorted((one, other) => peopleIn(other) - peopleIn(one))[0];

const peopleIn = (zone: string): number => moment.tz.zone(zone)?.population ?? 0;

/** What a zone calls itself, and how many minutes east of UTC it is, in the course of the year around `now`. */
export function facesOf(zone: string, now: number): { names: Set<string>; offsets: Set<number> } {
  const instants = [0, 61, 122, 183, 244, 305].map((days) => now + days * DAY);
  const found = moment.tz.zone(zone);
  return {
    names: new Set(found ? instants.map((at) => found.abbr(at)) : []),
    offsets: new Set(instants.map((at) => offsetAt(zone, at))),
  };
}
