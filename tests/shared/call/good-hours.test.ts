import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { goodHourOn, hotDueAt, isGoodHour, nextGoodHour, nextMorning } from "../../../shared/call/good-hours.ts";
import type { Where } from "../../../shared/call/good-hours.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { isPublicHoliday } from "../../../shared/holidays.ts";
import { DAY, HOUR, MINUTE, addDays, toInstant, toLocal, weekdayOf, zoneNames } from "../../../shared/time.ts";
import { countries } from "./countries.ts";

const LISBON = "Europe/Lisbon";
const at = (date: string, time: string, zone = LISBON): number => toInstant(zone, date, time)!;
const written = (instant: number, zone = LISBON): string => {
  const { date, time, weekday } = toLocal(zone, instant);
  return `${weekday} ${date} ${time}`;
};
const MON = "2026-11-23";
const TUE = "2026-11-24";
const WED = "2026-11-25";
const THU = "2026-11-26";
const FRI = "2026-11-27";
const SAT = "2026-11-28";

describe("the next good hour", () => {
  test.each([
    [MON, "09:00", "wednesday 2026-11-25 10:00"],
    [TUE, "10:20", "wednesday 2026-11-25 10:00"],
    [WED, "09:59", "wednesday 2026-11-25 10:00"],
    [WED, "10:49", "wednesday 2026-11-25 10:49"],
    [WED, "10:51", "wednesday 2026-11-25 16:00"],
    [WED, "16:55", "thursday 2026-11-26 10:00"],
    [THU, "16:55", "wednesday 2026-12-02 10:00"],
    [SAT, "12:00", "wednesday 2026-12-02 10:00"],
  ])("after %s %s is %s", (date, time, next) => {
    expect(written(nextGoodHour({ after: at(date, time), timeZone: LISBON }))).toBe(next);
  });

  test("a limit without a Wednesday or Thursday takes any other good hour", () => {
    const friday = { after: at(THU, "17:00"), by: at(FRI, "17:00"), timeZone: LISBON };
    expect(written(nextGoodHour(friday))).toBe("friday 2026-11-27 10:00");
    const monday = { after: at(FRI, "12:00"), by: at("2026-11-30", "20:00"), timeZone: LISBON };
    expect(written(nextGoodHour(monday))).toBe("monday 2026-11-30 16:00");
  });

  test("a limit without any good hour takes the first after it", () => {
    const weekend = { after: at(FRI, "12:00"), by: at(SAT, "12:00"), timeZone: LISBON };
    expect(written(nextGoodHour(weekend))).toBe("monday 2026-11-30 16:00");
  });

  test("a first call goes to the morning where there is a choice", () => {
    const wish = { after: at(WED, "15:30"), timeZone: LISBON, firstCall: true };
    expect(written(nextGoodHour(wish))).toBe("thursday 2026-11-26 10:00");
    expect(written(nextGoodHour({ ...wish, by: at(WED, "18:00") }))).toBe("wednesday 2026-11-25 16:00");
  });
});

const zones = fc.constantFrom(...zoneNames());
const instants = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2037, 0, 1) });
const wheres: fc.Arbitrary<Where> = fc.record({
  timeZone: zones,
  country: fc.constantFrom(undefined, ...countries),
  busy: fc.constantFrom(undefined, defaultCadence.slots),
});

/** As long as any country is without a good hour, holidays and weekends together. */
const LONGEST = 21 * DAY;

describe("in every zone and country, at any instant", () => {
  test("a call falls in 10-11 or 16-17, never on Monday morning, Friday afternoon, the weekend or a public holiday", () => {
    fc.assert(
      fc.property(
        wheres,
        instants,
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 10 * DAY })),
        (where, after, firstCall, limit) => {
          const by = limit === null ? undefined : after + limit;
          const found = nextGoodHour({ ...where, after, firstCall, by });
          const { date, time, weekday } = toLocal(where.timeZone, found);
          expect(time).toMatch(/^(?:10|16):/);
          expect(["saturday", "sunday"]).not.toContain(weekday);
          expect(`${weekday} ${time < "12:00" ? "morning" : "afternoon"}`).not.toMatch(
            /monday morning|friday afternoon/,
          );
          expect(isPublicHoliday(where.country, date)).toBe(false);
          expect(found).toBeGreaterThanOrEqual(after);
          expect(found - after).toBeLessThanOrEqual(where.country ? LONGEST : 7 * DAY + HOUR);
          expect(isGoodHour(found, where)).toBe(true);
          expect(isGoodHour(found + 9 * MINUTE, where)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("without a limit, holidays and emails it is a Wednesday or Thursday", () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, after) => {
        expect(["wednesday", "thursday"]).toContain(toLocal(timeZone, nextGoodHour({ after, timeZone })).weekday);
      }),
      { numRuns: 1500 },
    );
  });

  test("an agreed date is kept where it has a good hour, else the first after it", () => {
    fc.assert(
      fc.property(wheres, instants, fc.integer({ min: 0, max: 90 }), (where, now, days) => {
        const date = addDays(toLocal(where.timeZone, now).date, days);
        const due = goodHourOn(date, where, now);
        expect(isGoodHour(due, where)).toBe(true);
        expect(due).toBeGreaterThanOrEqual(now);
        const local = toLocal(where.timeZone, due);
        expect(local.date >= date).toBe(true);
        const works = ["tuesday", "wednesday", "thursday"].includes(weekdayOf(date));
        if (days > 0 && works && !isPublicHoliday(where.country, date) && toInstant(where.timeZone, date, "10:00"))
          expect(local.date).toBe(date);
      }),
      { numRuns: 1500 },
    );
  });

  test("who asks is called at once in working hours, else at nine on the next working day", () => {
    fc.assert(
      fc.property(wheres, instants, (where, after) => {
        const due = hotDueAt(after, where);
        const { date, time, weekday } = toLocal(where.timeZone, due);
        expect(["saturday", "sunday"]).not.toContain(weekday);
        expect(isPublicHoliday(where.country, date)).toBe(false);
        expect(time >= "09:00" && time < "17:30").toBe(true);
        expect(due === after || time === "09:00").toBe(true);
        expect(due - after).toBeLessThan(where.country ? LONGEST : 4 * DAY);
      }),
      { numRuns: 1500 },
    );
  });
});

describe("where they are at home", () => {
  const lisbon = { timeZone: LISBON, country: "PT" };

  test("nobody is called on a public holiday, though they asked", () => {
    // Tuesday 1 December 2026.
    expect(written(hotDueAt(at("2026-12-01", "10:30"), lisbon))).toBe("wednesday 2026-12-02 09:00");
    expect(isGoodHour(at("2026-12-01", "10:30"), lisbon)).toBe(false);
    expect(isGoodHour(at("2026-12-01", "10:30"), { ...lisbon, country: "GB" })).toBe(true);
    expect(written(goodHourOn("2026-12-01", lisbon, at("2026-11-20", "12:00")))).toBe("wednesday 2026-12-02 10:00");
  });

  test("an hour with an email near it is taken only where there is no other", () => {
    const busy = [{ weekday: "wednesday", time: "15:00" } as const];
    const after = at(WED, "11:30");
    expect(written(nextGoodHour({ timeZone: LISBON, busy, after }))).toBe("thursday 2026-11-26 10:00");
    expect(written(nextGoodHour({ timeZone: LISBON, busy, after, by: at(WED, "18:00") }))).toBe(
      "wednesday 2026-11-25 16:00",
    );
    expect(
      written(goodHourOn(WED, { timeZone: LISBON, busy: [{ weekday: "wednesday", time: "10:30" }] }, after - DAY)),
    ).toBe("wednesday 2026-11-25 16:00");
  });

  test("the next morning is nine o'clock on the next working day", () => {
    expect(written(nextMorning(at("2026-11-30", "08:00"), lisbon))).toBe("wednesday 2026-12-02 09:00");
    expect(written(nextMorning(at(FRI, "10:00"), lisbon))).toBe("monday 2026-11-30 09:00");
  });
});

describe("an explicit request", () => {
  test.each([
    [MON, "09:05", `monday ${MON} 09:05`],
    [WED, "12:30", `wednesday ${WED} 12:30`],
    [FRI, "17:30", "monday 2026-11-30 09:00"],
    [TUE, "07:00", `tuesday ${TUE} 09:00`],
    [SAT, "11:00", "monday 2026-11-30 09:00"],
  ])("%s %s -> %s", (date, time, due) => {
    expect(written(hotDueAt(at(date, time), { timeZone: LISBON }))).toBe(due);
  });
});

describe("an agreed date without a time", () => {
  test.each([
    [FRI, `friday ${FRI} 10:00`],
    [MON, `monday ${MON} 16:00`],
    [SAT, "monday 2026-11-30 16:00"],
  ])("%s -> %s", (date, due) => {
    expect(written(goodHourOn(date, { timeZone: LISBON }, at("2026-11-20", "12:00")))).toBe(due);
  });
});

test("the change to summer time does not move the hour people are called at", () => {
  const before = at("2027-03-25", "17:00");
  expect(written(nextGoodHour({ after: before, timeZone: LISBON }))).toBe("wednesday 2027-03-31 10:00");
});
