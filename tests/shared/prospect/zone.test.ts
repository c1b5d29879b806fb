import * as fc from "fast-check";
import { expect, test } from "vitest";
import { openGazetteer } from "../../../shared/prospect/gazetteer.ts";
import type { ZoneClues } from "../../../shared/prospect/zone.ts";
import { resolveZone } from "../../../shared/prospect/zone.ts";
import { knownZone, zoneNames } from "../../../shared/time.ts";
import { WEDNESDAY } from "./company.ts";

const gazetteer = await openGazetteer();
const world = { gazetteer, companyZone: "Europe/Lisbon", now: WEDNESDAY };
const zoneOf = (clues: ZoneClues) => resolveZone(clues, world);

test.each<[string, string | undefined, string]>([
  ["Europe/Paris", undefined, "Europe/Paris"],
  ["america/new_york", undefined, "America/New_York"],
  ["America/New York", undefined, "America/New_York"],
  ["america_slash_new_york", undefined, "America/New_York"],
  ["US/Eastern", undefined, "America/New_York"],
  ["Asia/Calcutta", undefined, "Asia/Kolkata"],
  ["Asia/Saigon", undefined, "Asia/Ho_Chi_Minh"],
  ["Japan", undefined, "Asia/Tokyo"],
  ["Eastern Standard Time", undefined, "America/New_York"],
  ["Eastern Standard Time", "CA", "America/Toronto"],
  ["Pacific Time (US & Canada)", undefined, "America/Los_Angeles"],
  ["(GMT-05:00) Eastern Standard Time (America/New_York)", undefined, "America/New_York"],
  ["GMT Standard Time", undefined, "Europe/London"],
  ["W. Europe Standard Time", "NL", "Europe/Amsterdam"],
  ["New York", undefined, "America/New_York"],
  ["CET", "FR", "Europe/Paris"],
  ["JST", undefined, "Asia/Tokyo"],
  ["GMT+1", "FR", "Europe/Paris"],
  ["UTC -05:00 US Eastern", undefined, "America/New_York"],
  ["UTC", undefined, "Etc/UTC"],
  ["GMT", "GB", "Europe/London"],
])("the zone %j in country %s is %s", (timeZone, country, expected) => {
  const found = zoneOf({ timeZone, country });
  expect(found).toMatchObject({ timeZone: expected, timeZoneFrom: "own column" });
  const sameName = timeZone.toLowerCase() === expected.toLowerCase();
  expect("warning" in found && found.warning).toBe(
    sameName ? undefined : `time zone: "${timeZone}" read as ${expected}`,
  );
});

test.each<[string, string | undefined]>([
  ["Mars/Olympus", undefined],
  ["Central European", undefined],
  ["GMT+2", undefined],
  ["-5", "US"],
  ["EST", undefined],
  ["CET", undefined],
  ["CST", undefined],
  ["IST", undefined],
  ["CET", "US"],
  ["GMT+25", "FR"],
  ["UTC-08:00", "US"],
])("the zone %j in country %s is refused, not guessed", (timeZone, country) => {
  expect(zoneOf({ timeZone, country, city: "Nowhere" })).toEqual({ refused: expect.stringContaining(`"${timeZone}"`) });
});

test.each<[ZoneClues, string, string]>([
  [{ city: "Porto" }, "Europe/Lisbon", "city"],
  [{ city: "Denver", country: "US" }, "America/Denver", "city"],
  [{ city: "London", country: "CA" }, "America/Toronto", "city"],
  [{ city: "Portland", country: "US", state: "OR" }, "America/Los_Angeles", "city"],
  [{ city: "Austin, TX" }, "America/Chicago", "city"],
  [{ city: "Little Village", state: "California", country: "US" }, "America/Los_Angeles", "state"],
  [{ state: "VIC", country: "AU" }, "Australia/Melbourne", "state"],
  [{ country: "FR" }, "Europe/Paris", "country"],
  [{ country: "DE" }, "Europe/Berlin", "country"],
  [{ country: "NO" }, "Europe/Oslo", "country"],
  [{ country: "IN" }, "Asia/Kolkata", "country"],
  [{ phoneCountries: ["JP"] }, "Asia/Tokyo", "phone"],
  [{ country: "US", phoneCountries: ["PT", "US"] }, "Europe/Lisbon", "company default"],
])("%j is in %s, by %s", (clues, timeZone, timeZoneFrom) => {
  expect(zoneOf(clues)).toMatchObject({ timeZone, timeZoneFrom });
});

test.each<ZoneClues>([
  { city: "London" },
  { city: "Springfield" },
  { country: "US" },
  { state: "Texas", country: "US" },
  {},
])("%j may be several places, so the company's zone is taken, saying so", (clues) => {
  expect(zoneOf(clues)).toMatchObject({
    timeZone: "Europe/Lisbon",
    timeZoneFrom: "company default",
    warning: expect.stringContaining("Europe/Lisbon, is taken"),
  });
});

const PROBABLY_WRONG = ", which is probably wrong: give a city or time zone";

test.each<[ZoneClues, string]>([
  [{ phoneCountries: ["PT"] }, "Portugal has several time zones and no city is given"],
  [{ country: "PT" }, "Portugal has several time zones and no city is given"],
  [{ country: "PT", city: "Vila Nova" }, 'Portugal has several time zones and the city "Vila Nova" does not say which'],
  [{ city: "Springfield" }, 'the city "Springfield" does not say where it is'],
  [{}, "nothing in the row tells it"],
])("%j: the company's zone is taken and the row is told why", (clues, why) => {
  expect(zoneOf(clues)).toMatchObject({
    timeZone: "Europe/Lisbon",
    warning: `time zone: ${why}; the company's own, Europe/Lisbon, is taken`,
  });
});

test.each<[ZoneClues, string]>([
  [{ country: "US" }, "United States has several time zones and no city is given"],
  [{ phoneCountries: ["BR"] }, "Brazil has several time zones and no city is given"],
  [{ phoneCountries: ["US", "CA"] }, "the phone number may be of 2 countries"],
])("%j: where the company's zone is none of theirs, it is taken and doubted", (clues, why) => {
  expect(zoneOf(clues)).toMatchObject({
    timeZone: "Europe/Lisbon",
    timeZoneFrom: "company default",
    warning: `time zone: ${why}; the company's own, Europe/Lisbon, is taken${PROBABLY_WRONG}`,
  });
});

test.each<ZoneClues>([{}, { country: "US" }, { phoneCountries: ["PT"] }])(
  "%j: while the company has no zone of its own there is none to take",
  (clues) => {
    expect(resolveZone(clues, { ...world, companyZone: undefined })).toEqual({
      refused: "no zone in the row and the company's own is not set; save the company's settings first",
      untold: true,
    });
  },
);

test("every zone name there is, in any case, is read as a zone or refused as unclear", () => {
  for (const name of zoneNames()) {
    const found = zoneOf({ timeZone: name.toLowerCase() });
    if (name.includes("/")) expect(found).toMatchObject({ timeZoneFrom: "own column" });
    if ("timeZone" in found) expect(knownZone(found.timeZone)).toBe(found.timeZone);
  }
});

test("whatever stands in a row, the zone found is one the rules know", () => {
  const clue = fc.option(fc.oneof(fc.string(), fc.constantFrom("Paris", "UTC+3", "EST", "US/", "/", "constructor")), {
    nil: undefined,
  });
  const country = fc.constantFrom("US", "FR", "ZZ", undefined);
  fc.assert(
    fc.property(fc.record({ timeZone: clue, city: clue, state: clue, country }), (clues) => {
      const found = zoneOf(clues);
      if ("timeZone" in found) expect(knownZone(found.timeZone)).toBe(found.timeZone);
    }),
  );
});
