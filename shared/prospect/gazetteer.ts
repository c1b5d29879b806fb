import type { CityData } from "city-timezones";
import { zoneInUse } from "./clock.ts";
import { fold } from "./text.ts";

/** Where cities and states are, from a list of 7,300 cities. */
export type Gazetteer = {
  /** Zones of all cities of that name, the largest city's first. Of several, those of the country and state given. */
  readonly ofCity: (city: string, country: string | undefined, state: string | undefined) => string[];
  /** Zones of all cities of a state or province. */
  readonly ofState: (state: string, country: string | undefined) => string[];
  /** Zone of the country's largest city. */
  readonly ofCountry: (country: string) => string | undefined;
};

/** Codes that the list of cities does not have; it has those of the United States. */
const STATE_CODES: { readonly [country: string]: { readonly [code: string]: string } } = {
  AU: {
    NSW: "New South Wales",
    QLD: "Queensland",
    SA: "South Australia",
    TAS: "Tasmania",
    VIC: "Victoria",
    WA: "Western Australia",
    NT: "Northern Territory",
    ACT: "Australian Capital Territory",
  },
  CA: {
    AB: "Alberta",
    BC: "British Columbia",
    MB: "Manitoba",
    NB: "New Brunswick",
    NL: "Newfoundland and Labrador",
    NS: "Nova Scotia",
    NU: "Nunavut",
    ON: "Ontario",
    PE: "Prince Edward Island",
    QC: "Québec",
    SK: "Saskatchewan",
    YT: "Yukon",
  },
};

let opened: Promise<Gazetteer> | undefined;

/** Two megabytes, read when the first file with places comes. */
export const openGazetteer = (): Promise<Gazetteer> =>
  (opened ??= import("city-timezones").then(({ default: cities }) => gazetteer(cities.cityMapping)));

function gazetteer(cities: readonly CityData[]): Gazetteer {
  const largestFirst = cities.toSorted((one, other) => other.pop - one.pop);
  const byCity = Map.groupBy(largestFirst, (place) => cityWord(place.city));
  const byState = Map.groupBy(largestFirst, (place) => fold(place.province ?? ""));
  const byCode = Map.groupBy(largestFirst, (place) => place.state_ansi ?? "");
  const inState = (state: string, country: string | undefined): CityData[] => {
    const code = state.trim().toUpperCase();
    const name = country ? STATE_CODES[country]?.[code] : undefined;
    const coded = name || code.length !== 2 ? [] : (byCode.get(code) ?? []);
    return within(country, [...(byState.get(fold(name ?? state)) ?? []), ...coded]);
  };
  return {
    ofCity: (city, country, state) => {
      const places = within(country, byCity.get(cityWord(city)) ?? []);
      const members = state ? new Set(inState(state, country)) : undefined;
      const narrowed = members ? places.filter((place) => members.has(place)) : places;
      return zonesOf(narrowed.length ? narrowed : places);
    },
    ofState: (state, country) => zonesOf(inState(state, country)),
    ofCountry: (country) => zonesOf(largestFirst.filter((place) => place.iso2 === country).slice(0, 1))[0],
  };
}

const within = (country: string | undefined, places: CityData[]): CityData[] =>
  country ? places.filter((place) => place.iso2 === country) : places;

const cityWord = (city: string): string =>
  fold(city)
    .replace(/^st /, "saint ")
    .replace(/^(new york) city$/, "$1");

function zonesOf(places: readonly CityData[]): string[] {
  const zones = places.map((place) => zoneInUse(place.timezone ?? "")).filter((zone) => zone !== undefined);
  return [...new Set(zones)];
}
