import * as fc from "fast-check";
import { expect, test } from "vitest";
import { monthAfter, monthOf, slotsByDate, weeksOf } from "../../../functions/console/month.ts";
import { barsOf, PLOT } from "../../../functions/console/rehearsal-plot.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { weekdayOf } from "../../../shared/time.ts";
import { MONDAY } from "../../fixtures/world.ts";

const month = fc
  .tuple(fc.integer({ min: 2020, max: 2060 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, number]) => `${year}-${String(number).padStart(2, "0")}`);

test("a month is shown in whole weeks from Monday on, each of its days once", () => {
  fc.assert(
    fc.property(month, (one) => {
      const weeks = weeksOf(one);
      for (const week of weeks) expect([week.length, weekdayOf(week[0]!)]).toEqual([7, "monday"]);
      const days = weeks.flat().filter((date) => date.startsWith(one));
      expect(new Set(days).size).toBe(days.length);
      expect(days.length).toBe(new Date(Date.UTC(Number(one.slice(0, 4)), Number(one.slice(5)), 0)).getUTCDate());
      expect(monthAfter(monthAfter(one, 1), -1)).toBe(one);
    }),
  );
  expect([
    monthOf("2026-13", "2026-11-23"),
    monthOf(undefined, "2026-11-23"),
    monthOf("2027-01", "2026-11-23"),
  ]).toEqual(["2026-11", "2026-11", "2027-01"]);
});

test("a slot stands once on its date for all zones, with its first and last moment; what is paused has none", () => {
  const zones = ["Pacific/Honolulu", "Pacific/Auckland", "Europe/Lisbon"];
  const slots = slotsByDate([{ cadence: defaultCadence, zones }], MONDAY, "2026-11-29");
  expect([...slots.keys()]).toEqual(["2026-11-25", "2026-11-26"]);
  expect(slots.get("2026-11-25")).toMatchObject([
    {
      zones: ["Pacific/Auckland", "Europe/Lisbon", "Pacific/Honolulu"],
      first: Date.parse("2026-11-25T02:00Z"),
      last: Date.parse("2026-11-26T01:00Z"),
    },
  ]);
  expect(slotsByDate([{ cadence: { ...defaultCadence, paused: true }, zones }], MONDAY, "2026-12-29").size).toBe(0);
});

test("bars stay within the plot, and are as high as their numbers", () => {
  const day = fc.record({ sent: fc.nat(200_000), skips: fc.nat(200_000) });
  fc.assert(
    fc.property(fc.array(day, { minLength: 1, maxLength: 104 }), (drawn) => {
      const days = drawn.map(({ sent, skips }, n) => ({ date: `day ${n}`, sent, skipped: { "long-rhythm": skips } }));
      const { bars, most } = barsOf(days);
      for (const [n, { x, width, sentY, skippedY }] of bars.entries()) {
        expect(x).toBeGreaterThanOrEqual(PLOT.left);
        expect(x + width).toBeLessThanOrEqual(PLOT.width);
        expect(skippedY).toBeGreaterThanOrEqual(PLOT.top);
        expect(PLOT.base - sentY).toBeCloseTo(((PLOT.base - PLOT.top) * drawn[n]!.sent) / most, 6);
      }
    }),
  );
});
