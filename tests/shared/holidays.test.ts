import Holidays from "date-holidays";
import { describe, expect, test } from "vitest";
import { isPublicHoliday, sayYears } from "../../shared/holidays.ts";
import { DAY, addDays } from "../../shared/time.ts";

const countries = Object.keys(new Holidays().getCountries());

/** The national public holidays of a year by the library itself; one that lasts several days counts each. */
function ofLibrary(country: string, year: number): string[] {
  const calendar = new Holidays(country);
  // What begins at the end of the year before may last into this one.
  const found = [year - 1, year].flatMap((one) => calendar.getHolidays(one)).filter(({ type }) => type === "public");
  const days = found.flatMap(({ date, start, end }) =>
    Array.from({ length: Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY)) }, (_, day) =>
      addDays(date.slice(0, 10), day),
    ),
  );
  return [...new Set(days)].filter((date) => date.startsWith(String(year))).toSorted();
}

const ofMidweek = (country: string, year: number): string[] =>
  Array.from({ length: 366 }, (_, day) => addDays(`${year}-01-01`, day)).filter(
    (date) => date.startsWith(String(year)) && isPublicHoliday(country, date),
  );

describe("public holidays", () => {
  test.each([2027, 2032])("of every country in %i are those of the library", (year) => {
    for (const country of countries)
      expect({ country, days: ofMidweek(country, year) }).toEqual({ country, days: ofLibrary(country, year) });
  });

  test.each<[string | undefined, string, string]>([
    ["PT", "2026-12-01", "the restoration of independence"],
    ["pt", "2026-12-08", "however the country is written"],
    ["US", "2026-11-26", "Thanksgiving, which moves"],
    ["GB", "2026-04-03", "Good Friday"],
    ["SA", "2026-03-21", "the second day of a feast"],
  ])("%s %s: %s", (country, date) => {
    expect(isPublicHoliday(country, date)).toBe(true);
  });

  test.each<[string | undefined, string, string]>([
    ["PT", "2026-12-02", "a day like any other"],
    ["US", "2026-12-01", "another country's"],
    [undefined, "2026-12-25", "nobody knows where they are"],
    ["XX", "2026-12-25", "no country has that code"],
    ["PT", "2025-12-25", "before the years that are known"],
    ["PT", "2037-12-25", "after them"],
  ])("not %s %s: %s", (country, date) => {
    expect(isPublicHoliday(country, date)).toBe(false);
  });

  test("the years are said", () => {
    expect(sayYears).toBe("2026 to 2036");
  });
});
