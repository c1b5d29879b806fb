import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { businessDaysAfter, firstAttemptAt, nextAttemptAt } from "../../../shared/call/attempts.ts";
import { DAY, HOUR, toInstant, toLocal, zoneNames } from "../../../shared/time.ts";

const LISBON = "Europe/Lisbon";
const at = (date: string, time: string): number => toInstant(LISBON, date, time)!;
const written = (instant: number | undefined): string => {
  if (instant === undefined) return "no more";
  const { date, time, weekday } = toLocal(LISBON, instant);
  return `${weekday} ${date} ${time}`;
};

describe("business days", () => {
  test.each([
    ["2026-11-25", 3, "monday 2026-11-30 10:00"],
    ["2026-11-27", 1, "monday 2026-11-30 10:00"],
    ["2026-11-28", 1, "monday 2026-11-30 10:00"],
    ["2026-11-23", 3, "thursday 2026-11-26 10:00"],
    ["2026-11-23", 0, "monday 2026-11-23 10:00"],
  ])("%s and %i on", (date, days, then) => {
    expect(written(businessDaysAfter(at(date, "10:00"), days, LISBON))).toBe(then);
  });

  test("the wall clock stays, over the change to winter time", () => {
    expect(written(businessDaysAfter(at("2026-10-23", "10:00"), 1, LISBON))).toBe("monday 2026-10-26 10:00");
  });
});

describe("attempts by the practice", () => {
  test("the first within 24 hours where those have a good hour, in the morning if nobody has called before", () => {
    expect(written(firstAttemptAt(at("2026-11-25", "15:30"), LISBON, true))).toBe("thursday 2026-11-26 10:00");
    expect(written(firstAttemptAt(at("2026-11-25", "15:30"), LISBON, false))).toBe("wednesday 2026-11-25 16:00");
    expect(written(firstAttemptAt(at("2026-11-26", "18:00"), LISBON, true))).toBe("friday 2026-11-27 10:00");
  });

  test("a programme of twelve: the second within three business days, then a week apart at most", () => {
    let now = at("2026-11-25", "10:00");
    const dials = [now];
    for (let made = 1; ; made += 1) {
      const next = nextAttemptAt(made, now, LISBON);
      if (next === undefined) break;
      dials.push((now = next));
    }
    expect(dials).toHaveLength(12);
    expect(dials.slice(0, 4).map(written)).toEqual([
      "wednesday 2026-11-25 10:00",
      "thursday 2026-11-26 16:00",
      "wednesday 2026-12-02 10:00",
      "wednesday 2026-12-09 10:00",
    ]);
  });

  test("in every zone: the second within three business days, later ones within a week and never within three days", () => {
    const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2037, 0, 1) });
    fc.assert(
      fc.property(fc.constantFrom(...zoneNames()), instants, fc.integer({ min: 1, max: 11 }), (zone, now, made) => {
        const next = nextAttemptAt(made, now, zone)!;
        if (made > 1) {
          expect(next - now).toBeGreaterThanOrEqual(3 * DAY);
          expect(next - now).toBeLessThanOrEqual(7 * DAY);
        } else {
          expect(next - now).toBeGreaterThanOrEqual(12 * HOUR);
          expect(next).toBeLessThanOrEqual(businessDaysAfter(now, 3, zone));
        }
      }),
      { numRuns: 1500 },
    );
  });

  test("after twelve there are no more", () => {
    expect(nextAttemptAt(12, at("2026-11-25", "10:00"), LISBON)).toBeUndefined();
  });
});
