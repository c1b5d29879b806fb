/**
 * Public holidays, on which nobody is at work to be called. They come from the date-holidays package (CC-BY-3.0; its two megabytes are too much for a
 * Lambda function), of which public-holidays.json keeps the national ones of the years `sayYears` names (.ci/holidays.mjs). Those of a region or a
 * bank are not among them.
 */
import { DAY } from "./durations.ts";
import file from "./public-holidays.json" with { type: "json" };

/** Of what years holidays are known, for people; in any other no day counts as one. */
export const sayYears = `${file.from} to ${file.to}`;

const START = Date.UTC(file.from, 0, 1);
const countries = new Map<string, readonly string[]>(Object.entries(file.countries));

/** `fixed`: "MM-DD" of every year. `moving`: dates. */
type Holidays = { readonly fixed: ReadonlySet<string>; readonly moving: ReadonlySet<string> };
const known = new Map<string, Holidays>();

const words = (text: string | undefined): string[] => (text ?? "").split(" ").filter(Boolean);
const dateOf = (day: string): string => new Date(START + Number.parseInt(day, 36) * DAY).toISOString().slice(0, 10);

function holidaysOf(country: string): Holidays {
  const before = known.get(country);
  if (before) return before;
  const [fixed, moving] = countries.get(country) ?? [];
  const holidays = {
    fixed: new Set(words(fixed).map((day) => `${day.slice(0, 2)}-${day.slice(2)}`)),
    moving: new Set(words(moving).flatMap((place) => words(file.moving[Number(place)]).map(dateOf))),
  };
  known.set(country, holidays);
  return holidays;
}

/**
 * Is the date (YYYY-MM-DD, on the calendar of whoever is called) a public holiday everywhere in the country (ISO 3166 alpha-2)? Never where the country
 * is not known, nor in years that are not (`sayYears`).
 */
export function isPublicHoliday(country: string | undefined, date: string): boolean {
  const year = Number(date.slice(0, 4));
  if (country === undefined || year < file.from || year > file.to) return false;
  const { fixed, moving } = holidaysOf(country.toUpperCase());
  return fixed.has(date.slice(5)) || moving.has(date);
}
