import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DAY } from "../../../shared/durations.ts";
import { EngagementWord, Rule, cadenceAmong, fits, segmentsOf } from "../../../shared/segment/segment.ts";
import type { Segment, SegmentFacts } from "../../../shared/segment/segment.ts";
import { MONDAY } from "../../fixtures/world.ts";

const facts: SegmentFacts = {
  sector: "food",
  stage: "opportunity",
  country: "PT",
  repId: "ana",
  tags: ["vip", "spring"],
  topics: ["rounds"],
  standing: "active",
  lastHumanAt: MONDAY - 10 * DAY,
  rising: false,
  openCall: true,
  now: MONDAY,
};

const segment = (id: string, order: number, rules: Rule[], cadenceId?: string): Segment => ({
  id,
  name: id,
  order,
  rules,
  ...(cadenceId && { cadenceId }),
  createdAt: 0,
  updatedAt: 0,
});
const list = (
  of: "sector" | "tags" | "topics" | "country" | "rep" | "standing" | "stage",
  ...values: string[]
): Rule => ({
  of,
  is: "any",
  values,
});
const does = (days: number, ...values: EngagementWord[]): Rule => ({ of: "engagement", is: "any", values, days });

test.each<[string, Rule, boolean]>([
  ["the sector", list("sector", "retail", "food"), true],
  ["another sector", list("sector", "retail"), false],
  ["none of other sectors", { of: "sector", is: "none", values: ["retail"] }, true],
  ["one of the tags", list("tags", "press", "spring"), true],
  ["none of tags, one of which they have", { of: "tags", is: "none", values: ["press", "spring"] }, false],
  ["a topic they clicked", list("topics", "rounds"), true],
  ["the country", list("country", "PT"), true],
  ["the rep", list("rep", "bo"), false],
  ["the standing", list("standing", "active", "paused"), true],
  ["the stage", list("stage", "lead"), false],
  ["read something in 30 days", does(30, "read"), true],
  ["read something in a week", does(7, "read"), false],
  ["read something, but not in a week", does(7, "quiet"), true],
  ["never read anything", does(30, "never"), false],
  ["is to be called", does(30, "open call"), true],
  ["rises", does(30, "rising"), false],
])("%s", (_, rule, is) => {
  expect(fits({ rules: [rule] }, facts)).toBe(is);
});

test("what is not known of somebody is the value of a hyphen", () => {
  const nobody = { ...facts, sector: undefined, repId: undefined, tags: [], topics: [] };
  for (const of of ["sector", "rep", "tags", "topics"] as const) {
    expect(fits({ rules: [list(of, "-")] }, nobody)).toBe(true);
    expect(fits({ rules: [list(of, "-")] }, facts)).toBe(false);
  }
});

test("all rules must hold, and without any it is everybody", () => {
  expect(fits({ rules: [list("sector", "food"), list("country", "DE")] }, facts)).toBe(false);
  expect(fits({ rules: [] }, facts)).toBe(true);
});

const words = fc.constantFrom("food", "vip", "spring", "PT", "ana", "active", "-", "rounds");
const rules = fc
  .oneof(
    fc.record({
      of: fc.constantFrom("sector", "stage", "topics", "country", "rep", "tags", "standing"),
      is: fc.constantFrom("any", "none"),
      values: fc.array(words, { minLength: 1, maxLength: 4 }),
    }),
    fc.record({
      of: fc.constant("engagement"),
      is: fc.constantFrom("any", "none"),
      values: fc.array(fc.constantFrom(...EngagementWord.options), { minLength: 1 }),
      days: fc.integer({ min: 1, max: 90 }),
    }),
  )
  .map((rule) => Rule.parse(rule));

const turnedRound = (rule: Rule): Rule => Rule.parse({ ...rule, values: rule.values.toReversed() });

test("neither the order of rules nor that of values matters", () => {
  fc.assert(
    fc.property(fc.array(rules, { maxLength: 5 }), (some) => {
      const turned = some.map(turnedRound).toReversed();
      expect(fits({ rules: turned }, facts)).toBe(fits({ rules: some }, facts));
    }),
  );
});

test("none of is the opposite of any of, and one rule more never lets anybody in", () => {
  fc.assert(
    fc.property(rules, fc.array(rules, { maxLength: 4 }), (rule, others) => {
      const opposite = Rule.parse({ ...rule, is: rule.is === "any" ? "none" : "any" });
      expect(fits({ rules: [opposite] }, facts)).toBe(!fits({ rules: [rule] }, facts));
      if (fits({ rules: [...others, rule] }, facts)) expect(fits({ rules: others }, facts)).toBe(true);
    }),
  );
});

test("somebody is in all that fit, and the first that names a cadence that is there gives it", () => {
  const all = [
    segment("vip", 3, [list("tags", "vip")], "often"),
    segment("food", 1, [list("sector", "food")]),
    segment("portugal", 2, [list("country", "PT")], "slow"),
    segment("germany", 0, [list("country", "DE")], "other"),
  ];
  const inThem = segmentsOf(all, facts);
  expect(inThem.map(({ id }) => id)).toEqual(["food", "portugal", "vip"]);
  expect(cadenceAmong(inThem, new Set(["default", "often", "slow"]))).toBe("slow");
  expect(cadenceAmong(inThem, new Set(["default", "often"]))).toBe("often");
  expect(cadenceAmong([], new Set(["default", "often"]))).toBe("default");
  expect(cadenceAmong([], new Set(["often"]))).toBeUndefined();
});
