import { expect, test } from "vitest";
import { wrongCountryCodes } from "../../../shared/prospect/country.ts";
import { isMeasured } from "../../../shared/prospect/tracking.ts";

const company = { untrackedCountries: ["DE", "FR"] };

test("a country written small in the settings counts as well", () => {
  expect(isMeasured({ tracking: "unknown", country: "DE" }, { untrackedCountries: ["de"] })).toBe(false);
});

test("of the codes of countries those that are none are named, with the one that was meant", () => {
  expect(wrongCountryCodes(["DE", "FR", "NL"])).toEqual([]);
  expect(wrongCountryCodes(["UK", "XX", "PT"])).toEqual([
    'there is no country "UK"; did you mean GB?',
    'there is no country "XX"',
  ]);
});

test.each([
  ["granted", "DE", true],
  ["denied", "PT", false],
  ["unknown", "PT", true],
  ["unknown", "DE", false],
  ["unknown", "de", false],
  ["unknown", undefined, true],
] as const)("tracking %s in %s: measured %s", (tracking, country, measured) => {
  expect(isMeasured({ tracking, country }, company)).toBe(measured);
});
