import { createRequire } from "node:module";
import { assert, constantFrom, integer, property } from "fast-check";
import moment from "moment-timezone/moment-timezone.js";
import { expect, test } from "vitest";
import * as z from "zod";
import { civilZones, mostPeopled, zonesOfCountry } from "../../shared/prospect/country-zones.ts";
import countries from "../../shared/prospect/countries.json" with { type: "json" };
import { offsetAt, zoneNames, zoneRules } from "../../shared/time.ts";

const Rules = z.object({ version: z.string(), zones: z.array(z.string()), links: z.array(z.string()) });
const whole = Rules.parse(createRequire(import.meta.url)("moment-timezone/data/packed/latest.json"));
const zones = new Map(whole.zones.map((packed) => [packed.split("|")[0]!, moment.tz.unpack(packed)]));
const zoneOf = new Map(whole.links.map((link) => [link.split("|")[1]!, link.split("|")[0]!]));

function offsetByTheWhole(name: string, at: number): number {
  const { untils, offsets } = zones.get(zoneOf.get(name) ?? name)!;
  return 0 - offsets[untils.findIndex((until) => until === null || at < until)]!;
}

test("our excerpt of the zone rules is of the package's version and knows every zone of it", () => {
  expect(zoneRules.version).toBe(whole.version);
  expect(zoneNames()).toEqual([...zones.keys(), ...zoneOf.keys()].toSorted());
});

test("from 2010 to 2059 our excerpt says what the whole says, in every zone at any instant", () => {
  const instant = integer({ min: Date.parse("2010-01-01T00:00Z"), max: Date.parse("2060-01-01T00:00Z") });
  assert(
    property(constantFrom(...zoneNames()), instant, (name, at) => {
      expect(offsetAt(name, at)).toBe(offsetByTheWhole(name, at));
    }),
    { numRuns: 2000 },
  );
});

test("our countries have the zones that the package gives them, and know which of them most people live in", () => {
  for (const country of moment.tz.countries())
    expect(zonesOfCountry(country)).toEqual(moment.tz.zonesForCountry(country));
  expect(zonesOfCountry("XX")).toEqual([]);
  for (const zone of civilZones()) expect([zone, mostPeopled([zone])]).toEqual([zone, zone]);
  const peopled = (names: readonly string[]) => names.map((zone) => moment.tz.zone(zone)?.population ?? 0);
  for (const country of moment.tz.countries()) {
    const own = zonesOfCountry(country);
    expect(peopled([mostPeopled(own)!])).toEqual([Math.max(...peopled(own))]);
  }
});

test("our list of countries is the package's", () => {
  const list = z
    .object({ countries: z.array(z.string()) })
    .parse(createRequire(import.meta.url)("moment-timezone/data/packed/latest.json"));
  expect(countries.codes.split(" ").toSorted()).toEqual(list.countries.map((line) => line.slice(0, 2)).toSorted());
  expect(countries.version).toBe(whole.version);
});
