import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readCountry } from "../../../shared/prospect/country.ts";
import { readAddresses } from "../../../shared/prospect/email.ts";
import { readPhone } from "../../../shared/prospect/phone.ts";
import { readSector } from "../../../shared/prospect/sectors.ts";
import { clean } from "../../../shared/prospect/text.ts";
import { Sector } from "../../../shared/sector.ts";

test.each([
  [" Ann@X.Example ", "ann@x.example", []],
  ["mailto:ann@x.example", "ann@x.example", []],
  ["Ann Lee <ann@x.example>", "ann@x.example", []],
  ["ann@x.example; bo@x.example", "ann@x.example", ["bo@x.example"]],
  ["ann@x.example, bo@x.example/cy@x.example", "ann@x.example", ["bo@x.example", "cy@x.example"]],
  ["ann@bücher.example", "ann@xn--bcher-kva.example", []],
])("%j is mailed at %s", (cell, email, others) => {
  expect(readAddresses(cell)).toEqual({ email, others });
});

test.each([
  "ann",
  "ann@",
  "@x.example",
  "ann lee@x.example",
  "ann@x",
  "a..b@x.example",
  "ann@-x.example",
  `${"a".repeat(65)}@x.example`,
])("%j is no address", (cell) => {
  expect(readAddresses(cell)).toBe(`"${cell}" is not an email address`);
});

test.each([
  ["=cmd", "=cmd"],
  ["'=cmd", "=cmd"],
  [" \u0000Ann\u200b \t\r\n Lee ", "Ann Lee"],
  ["O'Neill", "O'Neill"],
  ["#N/A", ""],
  ["-", ""],
  ["Null", "Null"],
  ["JOSE\u0301", "JOS\u00c9"],
])("a cell %j is the text %j", (cell, text) => {
  expect(clean(cell)).toBe(text);
});

test("cleaning leaves nothing to clean", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (cell) => {
      const once = clean(cell);
      expect(once.isWellFormed()).toBe(true);
      expect(once).not.toMatch(/\p{Cc}/u);
      if (!once.startsWith("'")) expect(clean(once)).toBe(once);
    }),
  );
});

test.each([
  ["Portugal", "PT"],
  ["pt", "PT"],
  ["USA", "US"],
  ["U.S.A.", "US"],
  ["United States of America", "US"],
  ["UK", "GB"],
  ["England", "GB"],
  ["Korea, South", "KR"],
  ["Deutschland", "DE"],
  ["España", "ES"],
  ["Côte d'Ivoire", "CI"],
  ["Bosnia and Herzegovina", "BA"],
  ["Turkey", "TR"],
  ["The Netherlands", "NL"],
  ["Atlantis", undefined],
])("%s is the country %s", (text, code) => {
  expect(readCountry(text)).toBe(code);
});

test.each([
  ["04 50 11 22 33", "FR", "+33450112233", ["FR"]],
  ["0044 20 7946 0958", undefined, "+442079460958", ["GB"]],
  ["+351 (912) 345-678", "US", "+351912345678", ["PT"]],
])("%s from %s is %s", (text, country, phone, countries) => {
  expect(readPhone(text, country)).toEqual({ phone, countries });
});

test("a number that cannot be read is kept as it came", () => {
  expect(readPhone("ext 12", undefined)).toMatchObject({
    phone: "ext 12",
    warning: expect.stringContaining("as it came"),
  });
});

test.each([
  ["FOOD_BEVERAGES", "food"],
  ["LOGISTICS_AND_SUPPLY_CHAIN", "logistics"],
  ["HOSPITAL_HEALTH_CARE", "healthcare"],
  ["Hospital & Health Care", "healthcare"],
  ["Technology", "software"],
  ["Transportation", "logistics"],
  ["Not For Profit", "nonprofit"],
  ["professional-services", "professional-services"],
  ["Real Estate", "real-estate"],
  ["Retail Industry", "retail"],
  ["GAMBLING_CASINOS", undefined],
  ["", undefined],
])("the industry %s is the sector %s", (word, sector) => {
  expect(readSector(word)).toBe(sector);
});

test("each sector is known by its own name", () => {
  for (const sector of Sector.options) expect(readSector(sector.toUpperCase().replaceAll("-", " "))).toBe(sector);
});
