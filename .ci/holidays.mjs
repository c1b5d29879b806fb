// Writes shared/public-holidays.json: the national public holidays of every country that date-holidays knows, cut down to the years below. The package
// itself is two megabytes and works dates out by sun and moon; Midweek asks only whether nobody is at work. Run after bumping it; a test compares the two.
import { readFileSync, writeFileSync } from "node:fs";
import Holidays from "date-holidays";

const FROM = 2026;
const TO = 2036;
const DAY = 86_400_000;
const START = Date.UTC(FROM, 0, 1);
const years = Array.from({ length: TO - FROM + 1 }, (_, at) => FROM + at);

/** Days since the first of January of the first year. Some holidays last several days; what lasts a part of one has its day. */
function daysOf({ date, start, end }) {
  const first = (Date.parse(date.slice(0, 10)) - START) / DAY;
  const length = Math.max(1, Math.round((end - start) / DAY));
  return Array.from({ length }, (_, at) => first + at);
}

const byText = (one, other) => (one < other ? -1 : 1);
const dayInYear = (day) => new Date(START + day * DAY).toISOString().slice(5, 10).replace("-", "");
const last = (Date.UTC(TO + 1, 0, 1) - START) / DAY;

/** What falls on the same day every year, and the rest by the rule it follows, so that countries can share it. */
function holidaysOf(country) {
  const calendar = new Holidays(country);
  // What begins at the end of the year before may last into the first.
  const found = [FROM - 1, ...years]
    .flatMap((year) => calendar.getHolidays(year))
    .filter(({ type }) => type === "public");
  const all = new Set(found.flatMap(daysOf).filter((day) => day >= 0 && day < last));
  const often = Map.groupBy(all, dayInYear);
  const fixed = [...often].filter(([, days]) => days.length === years.length).map(([day]) => day);
  const isFixed = new Set(fixed);
  const byRule = Map.groupBy(found, ({ rule }) => rule);
  const moving = [...byRule.values()]
    .map((ofRule) => [...new Set(ofRule.flatMap(daysOf))].filter((day) => all.has(day) && !isFixed.has(dayInYear(day))))
    .filter((days) => days.length > 0)
    .map((days) =>
      days
        .toSorted((a, b) => a - b)
        .map((day) => day.toString(36))
        .join(" "),
    );
  return { fixed: fixed.toSorted(byText).join(" "), moving: [...new Set(moving)] };
}

const countries = Object.keys(new Holidays().getCountries()).toSorted(byText);
const holidays = countries.map((country) => [country, holidaysOf(country)]);
const moving = [...new Set(holidays.flatMap(([, own]) => own.moving))].toSorted(byText);
const places = new Map(moving.map((days, at) => [days, at]));
const { version } = JSON.parse(readFileSync(new URL("../node_modules/date-holidays/package.json", import.meta.url)));
const file = {
  source: `date-holidays ${version}, https://github.com/commenthol/date-holidays`,
  license:
    "The holidays are attributed to the authors of date-holidays, under CC-BY-3.0; shortened to national public holidays",
  from: FROM,
  to: TO,
  moving,
  countries: Object.fromEntries(
    holidays.map(([country, own]) => [country, [own.fixed, own.moving.map((days) => places.get(days)).join(" ")]]),
  ),
};
const text = `${JSON.stringify(file, undefined, 0).replaceAll(/(\],|",)(?=")/g, "$1\n")}\n`;
writeFileSync(new URL("../shared/public-holidays.json", import.meta.url), text);
process.stdout.write(
  `${countries.length} countries, ${moving.length} moving, ${FROM} to ${TO}, ${text.length} bytes\n`,
);
