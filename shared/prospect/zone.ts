import { zoneInUse } from "./clock.ts";
import { countryName } from "./country.ts";
import { mostPeopled, sameClock, zonesOfCountry } from "./country-zones.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { ZoneSource } from "./prospect.ts";
import { readZone } from "./zone-name.ts";

/** What a row says of where somebody is. */
export type ZoneClues = {
  readonly timeZone?: string | undefined;
  readonly city?: string | undefined;
  readonly state?: string | undefined;
  /** ISO 3166 alpha-2. */
  readonly country?: string | undefined;
  /** Countries the phone number may be of. */
  readonly phoneCountries?: readonly string[] | undefined;
};

/** `companyZone`: undefined while the company has not said where it is. */
export type ZoneWorld = {
  readonly gazetteer: Gazetteer;
  readonly companyZone: string | undefined;
  readonly now: number;
};

export type FoundZone = {
  readonly timeZone: string;
  readonly timeZoneFrom: ZoneSource;
  readonly warning?: string | undefined;
};

/** `untold`: the row tells nothing, and there is nothing to fall back on. */
type NoZone = { readonly refused: string; readonly untold?: true };

/**
 * The zone of a row: its own column, else city, state, country, phone, else the company's, and always saying which. A place counts only when every zone it may
 * mean shows the same time. A zone column that cannot be read refuses the row, and so does telling nothing while the company's own is not known.
 */
export function resolveZone(clues: ZoneClues, world: ZoneWorld): FoundZone | NoZone {
  const place = byPlace(clues, world);
  if (clues.timeZone) return byOwnColumn(clues.timeZone, clues, place, world);
  if (place) return place;
  if (!world.companyZone)
    return {
      refused: "no zone in the row and the company's own is not set; save the company's settings first",
      untold: true,
    };
  return {
    timeZone: world.companyZone,
    timeZoneFrom: "company default",
    warning: `time zone: ${whyUnsure(clues)}; the company's own, ${world.companyZone}, is taken${doubt(clues, world.companyZone)}`,
  };
}

/** The countries a row speaks of: its own, else those of its phone number. */
const countriesOf = ({ country, phoneCountries = [] }: ZoneClues): readonly string[] =>
  country ? [country] : phoneCountries;

function whyUnsure(clues: ZoneClues): string {
  const { city, state } = clues;
  const [country, ...others] = countriesOf(clues);
  const place = city ? `the city "${city}"` : state ? `the state "${state}"` : undefined;
  if (country && others.length) return `the phone number may be of ${others.length + 1} countries`;
  const many = country !== undefined && zonesOfCountry(country).length > 1;
  if (many)
    return `${countryName(country)} has several time zones and ${place ? `${place} does not say which` : "no city is given"}`;
  return place ? `${place} does not say where it is` : "nothing in the row tells it";
}

/** The company's zone is a fair guess only for countries that keep it. */
function doubt(clues: ZoneClues, companyZone: string): string {
  const zones = countriesOf(clues).flatMap(zonesOfCountry);
  const own = zoneInUse(companyZone) ?? companyZone;
  return zones.length && !zones.includes(own) ? ", which is probably wrong: give a city or time zone" : "";
}

function byOwnColumn(
  text: string,
  { country }: ZoneClues,
  place: FoundZone | undefined,
  { now }: ZoneWorld,
): FoundZone | { refused: string } {
  const zones = country ? zonesOfCountry(country) : place ? [place.timeZone] : [];
  const read = readZone(text, { country, zones, now });
  if ("refused" in read) return read;
  const warning = read.repaired && `time zone: ${read.repaired}`;
  return { timeZone: read.timeZone, timeZoneFrom: "own column", warning };
}

function byPlace({ city, state, country, phoneCountries }: ZoneClues, world: ZoneWorld): FoundZone | undefined {
  const { gazetteer } = world;
  const [town, afterComma] = (city ?? "").split(/\s*,\s*/);
  const guesses: [ZoneSource, () => readonly string[]][] = [
    ["city", () => (town ? gazetteer.ofCity(town, country, state ?? afterComma) : [])],
    ["state", () => (state ? gazetteer.ofState(state, country) : [])],
    ["country", () => (country ? zonesOfCountry(country) : [])],
    ["phone", () => (phoneCountries ?? []).flatMap(zonesOfCountry)],
  ];
  for (const [timeZoneFrom, zonesOf] of guesses) {
    const zones = zonesOf();
    if (!zones.length || !sameClock(zones, world.now)) continue;
    const byCountry = timeZoneFrom === "country" ? country : timeZoneFrom === "phone" ? phoneCountries?.[0] : undefined;
    const timeZone = byCountry ? capitalOf(byCountry, zones, world) : zones[0];
    if (timeZone) return { timeZone, timeZoneFrom };
  }
  return undefined;
}

/** Of a country's zones with one clock, the one its largest city keeps: Europe/Oslo and not Europe/Berlin, though both are in use in Norway. */
function capitalOf(country: string, zones: readonly string[], { gazetteer }: ZoneWorld): string | undefined {
  const largest = gazetteer.ofCountry(country);
  return largest && zones.includes(largest) ? largest : mostPeopled(zones);
}
