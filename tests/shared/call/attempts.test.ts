import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { businessDaysAfter, firstAttemptAt, nextAttemptAt } from "../../../shared/call/attempts.ts";
import { isGoodHour } from "../../../shared/call/good-hours.ts";
import type { Where } from "../../../shared/call/good-hours.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { isPublicHoliday } from "../../../shared/holidays.ts";
import { DAY, HOUR, MINUTE, toInstant, toLocal, zoneNames } from "../../../shared/time.ts";
import { countries } from "./countries.ts";

const LISBON = { timeZone: "Europe/Lisbon" };
const PORTUGAL = { ...LISBON, country: "PT" };
const MAILED = { ...LISBON, busy: defaultCadence.slots };
const at = (date: string, time: string): number => toInstant(LISBON.timeZone, date, time)!;
const written = (instant: number | undefined): string => {
  if (instant === undefined) return "no more";
  const { date, time, weekday } = toLocal(LISBON.timeZone, instant);
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

  test("a public holiday of the country is none", () => {
    // Tuesday 1 and Tuesday 8 December 2026 are holidays in Portugal.
    expect(written(businessDaysAfter(at("2026-11-30", "10:00"), 1, PORTUGAL))).toBe("wednesday 2026-12-02 10:00");
    expect(written(businessDaysAfter(at("2026-12-04", "10:00"), 3, PORTUGAL))).toBe("thursday 2026-12-10 10:00");
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

  test("the first waits for the end of a holiday, and keeps away from the hour of the email where there is a choice", () => {
    expect(written(firstAttemptAt(at("2026-11-30", "18:00"), PORTUGAL, true))).toBe("wednesday 2026-12-02 10:00");
    expect(written(firstAttemptAt(at("2026-11-25", "15:30"), MAILED, false))).toBe("thursday 2026-11-26 10:00");
    const afternoon = { ...LISBON, busy: [{ weekday: "wednesday", time: "10:30" } as const] };
    expect(written(firstAttemptAt(at("2026-11-25", "09:00"), afternoon, true))).toBe("wednesday 2026-11-25 16:00");
  });

  test("a programme of twelve: the second within three business days, then a week apart at most, by turns early and late", () => {
    let now = at("2026-11-25", "10:00");
    const dials = [now];
    for (let made = 1; ; made += 1) {
      const next = nextAttemptAt(made, now, LISBON);
      if (next === undefined) break;
      dials.push((now = next));
    }
    expect(dials).toHaveLength(12);
    expect(dials.slice(0, 5).map(written)).toEqual([
      "wednesday 2026-11-25 10:00",
      "thursday 2026-11-26 16:00",
      "wednesday 2026-12-02 10:00",
      "monday 2026-12-07 16:00",
      "friday 2026-12-11 10:00",
    ]);
  });

  test("who has read something since is tried again two business days on, others get their peace", () => {
    const monday = at("2026-11-23", "16:30");
    expect(written(nextAttemptAt(3, monday, LISBON, { engaged: true }))).toBe("thursday 2026-11-26 10:00");
    expect(nextAttemptAt(3, monday, LISBON)! - monday).toBeGreaterThanOrEqual(3 * DAY);
    expect(written(nextAttemptAt(1, monday, LISBON, { engaged: true }))).toBe(
      written(nextAttemptAt(1, monday, LISBON)),
    );
  });

  test("emails count among the twelve touches, but there are five dials at least", () => {
    const now = at("2026-11-25", "10:00");
    expect(nextAttemptAt(4, now, LISBON, { emails: 20 })).toBeDefined();
    expect(nextAttemptAt(5, now, LISBON, { emails: 6 })).toBeDefined();
    expect(nextAttemptAt(5, now, LISBON, { emails: 7 })).toBeUndefined();
    expect(nextAttemptAt(11, now, LISBON)).toBeDefined();
    expect(nextAttemptAt(12, now, LISBON)).toBeUndefined();
  });

  test("where holidays take most of a week a day sooner is better than a week and more", () => {
    // In Russia the first to the tenth of January 2027 are free.
    const moscow = { timeZone: "Europe/Moscow", country: "RU" };
    const after = (date: string) => {
      const next = nextAttemptAt(2, toInstant(moscow.timeZone, date, "16:00")!, moscow)!;
      const { weekday, date: day, time } = toLocal(moscow.timeZone, next);
      return `${weekday} ${day} ${time}`;
    };
    expect(after("2026-12-30")).toBe("thursday 2026-12-31 10:00");
    expect(after("2026-12-31")).toBe("monday 2027-01-11 16:00");
  });
});

const zones = fc.constantFrom(...zoneNames());
const instants = fc.integer({ min: Date.UTC(2026, 0, 2), max: Date.UTC(2036, 10, 1) });
const wheres: fc.Arbitrary<Where> = fc.record({
  timeZone: zones,
  country: fc.constantFrom(undefined, ...countries),
  busy: fc.constantFrom(undefined, defaultCadence.slots),
});

/** Is there a good hour with ten minutes left from one instant to another? */
const hasGoodHour = (from: number, to: number, where: Where): boolean => {
  for (let now = Math.ceil(from / (15 * MINUTE)) * 15 * MINUTE; now <= to; now += 15 * MINUTE)
    if (isGoodHour(now, where) && isGoodHour(now + 10 * MINUTE, where)) return true;
  return false;
};

describe("in every zone and country, at any instant", () => {
  test("the second within three business days, later ones within a week, unless a week has no good hour", () => {
    fc.assert(
      fc.property(wheres, instants, fc.integer({ min: 1, max: 11 }), fc.boolean(), (where, now, made, engaged) => {
        const next = nextAttemptAt(made, now, where, { engaged })!;
        expect(isGoodHour(next, where)).toBe(true);
        expect(isPublicHoliday(where.country, toLocal(where.timeZone, next).date)).toBe(false);
        expect(next - now).toBeGreaterThanOrEqual(12 * HOUR);
        if (next - now > 7 * DAY) expect(hasGoodHour(now + DAY / 2, now + 7 * DAY, where)).toBe(false);
        else if (made === 1) expect(next).toBeLessThanOrEqual(businessDaysAfter(now, 3, where));
      }),
      { numRuns: 1500 },
    );
  });

  test("without holidays never within three days of the last but the second, or after a sign of interest", () => {
    fc.assert(
      fc.property(zones, instants, fc.integer({ min: 2, max: 11 }), (timeZone, now, made) => {
        const next = nextAttemptAt(made, now, { timeZone })!;
        expect(next - now).toBeGreaterThanOrEqual(3 * DAY);
        expect(next - now).toBeLessThanOrEqual(7 * DAY);
        const sooner = nextAttemptAt(made, now, { timeZone }, { engaged: true })!;
        expect(sooner).toBeGreaterThanOrEqual(businessDaysAfter(now, 2, { timeZone }));
        expect(sooner - now).toBeLessThanOrEqual(7 * DAY);
      }),
      { numRuns: 700 },
    );
  });

  test("the first within a day where that has a good hour", () => {
    fc.assert(
      fc.property(wheres, instants, fc.boolean(), (where, now, firstEver) => {
        const first = firstAttemptAt(now, where, firstEver);
        expect(isGoodHour(first, where)).toBe(true);
        if (first - now > DAY) expect(hasGoodHour(now, now + DAY, where)).toBe(false);
      }),
      { numRuns: 700 },
    );
  });
});
