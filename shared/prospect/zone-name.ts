import { WINDOWS_TO_IANA_MAP, findIana } from "windows-iana";
import { facesOf, zoneInUse } from "./clock.ts";
import { civilZones, mostPeopled, sameClock } from "./country-zones.ts";

/** What else the row says of the place: its country, and the zones it may be in (none = anywhere). */
export type Whereabouts = {
  readonly country: string | undefined;
  readonly zones: readonly string[];
  readonly now: number;
};

/** `repaired` says what was made of what; `refused` why nothing could be. */
export type ZoneReading = { readonly timeZone: string; readonly repaired?: string } | { readonly refused: string };

/**
 * The zone somebody wrote: an IANA name in any case, an old or exporter's spelling of one, a Windows name, a city that names a zone. "CET", "GMT+2" and
 * the like only when every place they may mean shows the same time. Nothing is guessed.
 */
export function readZone(text: string, where: Whereabouts): ZoneReading {
  const exact = text.includes("/") ? zoneInUse(text) : undefined;
  if (exact) return reading(text, exact);
  const spelled = respelled(text) ?? windowsName(text, where.country);
  if (spelled) return reading(text, spelled);
  const vague = fixedOffset(text, where) ?? abbreviation(text, where);
  if (vague) return vague;
  const named = zoneInUse(text) ?? byLastPart(text);
  return named ? reading(text, named) : { refused: `"${text}" is no time zone we know` };
}

const reading = (text: string, timeZone: string): ZoneReading =>
  text.toLowerCase() === timeZone.toLowerCase()
    ? { timeZone }
    : { timeZone, repaired: `"${text}" read as ${timeZone}` };

/** "america_slash_new_york", "America/New York", "UTC -05:00 US Eastern", "(GMT-05:00) Eastern Standard Time (America/New_York)". */
function respelled(text: string): string | undefined {
  const plain = text
    .replace(/_slash_/gi, "/")
    .replace(/_hyphen_/gi, "-")
    .replaceAll("\\", "/");
  const named = plain.replace(/^\(?(?:utc|gmt) *[+-]\d{1,2}(?::?\d\d)?\)? +/i, "");
  const joined = named.replace(/\s*\/\s*/g, "/").replace(/ +/g, "_");
  const within = plain.match(/[a-z]+(?:\/[a-z][a-z0-9_+-]*){1,2}/gi) ?? [];
  return [joined, joined.replace("_", "/"), ...within]
    .filter((name) => name.includes("/"))
    .map(zoneInUse)
    .find(Boolean);
}

const windows = new Map<string, string>(WINDOWS_TO_IANA_MAP.map(({ windowsName: name }) => [name.toLowerCase(), name]));

/** "Eastern Standard Time", and "Eastern Time (US & Canada)" as some programs show it. */
function windowsName(text: string, country: string | undefined): string | undefined {
  const shown = /^(?:\([^)]*\)\s*)?(eastern|central|mountain|pacific) time\b/i.exec(text)?.[1];
  const name = windows.get(shown ? `${shown.toLowerCase()} standard time` : text.toLowerCase());
  if (!name) return undefined;
  const there = country ? findIana(name, country) : [];
  return [...there, ...findIana(name)].map(zoneInUse).find(Boolean);
}

/** "GMT+2", "UTC-05:00", "+02:00", "UTC -05:00 US Eastern". */
function fixedOffset(text: string, where: Whereabouts): ZoneReading | undefined {
  const match = /^\(?(?:gmt|utc)?\s*([+\-\u2212])(\d{1,2})(?::?([0-5]\d))?(?![\d/])/i.exec(text);
  if (!match) return undefined;
  const minutes = (Number(match[2]) * 60 + Number(match[3] ?? 0)) * (match[1] === "+" ? 1 : -1);
  const candidates = where.zones.filter((zone) => facesOf(zone, where.now).offsets.has(minutes));
  return oneOf(text, candidates, where) ?? { refused: `"${text}" is an offset and fits many places; ${askForPlace}` };
}

/** "CET", "EST", "BST". Plain UTC and GMT are zones of their own where the place is not known. */
function abbreviation(text: string, where: Whereabouts): ZoneReading | undefined {
  const word = text.toUpperCase();
  if (!/^[A-Z]{2,5}$/.test(word)) return undefined;
  if (/^(?:UTC|UCT|ZULU)$/.test(word)) return reading(text, "Etc/UTC");
  if (word === "GMT" && !where.zones.length) return reading(text, "Etc/GMT");
  const all = where.zones.length ? where.zones : [...civilZones()];
  const candidates = all.filter((zone) => facesOf(zone, where.now).names.has(word));
  const found = oneOf(text, candidates, where);
  if (found) return found;
  if (candidates.length || isAbbreviation(word, where.now))
    return { refused: `"${text}" does not say which clock is meant; ${askForPlace}` };
  return undefined;
}

const askForPlace = "give a place, such as Europe/Athens, or a country beside it";

const isAbbreviation = (word: string, now: number): boolean =>
  /^[ECMP]T$/.test(word) || [...civilZones()].some((zone) => facesOf(zone, now).names.has(word));

function oneOf(text: string, candidates: readonly string[], where: Whereabouts): ZoneReading | undefined {
  const timeZone = candidates.length && sameClock(candidates, where.now) ? mostPeopled(candidates) : undefined;
  return timeZone === undefined ? undefined : reading(text, timeZone);
}

/** "New York", "Lisbon": the city that a zone is named after. */
function byLastPart(text: string): string | undefined {
  const last = text.trim().replace(/\s+/g, "_").toLowerCase();
  const zones = [...civilZones()].filter((zone) => zone.toLowerCase().endsWith(`/${last}`));
  return zones.length === 1 ? zones[0] : undefined;
}
