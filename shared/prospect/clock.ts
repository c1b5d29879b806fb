import moment from "moment-timezone";
import { IANA_ALIAS_MAP } from "windows-iana";
import { DAY, knownZone, offsetAt } from "../time.ts";
import { civilZones } from "./country-zones.ts";

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

/** What a zone calls itself, and how many minutes east of UTC it is, in the course of the year around `now`. */
export function facesOf(zone: string, now: number): { names: Set<string>; offsets: Set<number> } {
  const instants = [0, 61, 122, 183, 244, 305].map((days) => now + days * DAY);
  const found = moment.tz.zone(zone);
  return {
    names: new Set(found ? instants.map((at) => found.abbr(at)) : []),
    offsets: new Set(instants.map((at) => offsetAt(zone, at))),
  };
}
