import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { goodHourOn, hotDueAt, isGoodHour, nextGoodHour } from "../../../shared/call/good-hours.ts";
import { DAY, HOUR, MINUTE, toInstant, toLocal, zoneNames } from "../../../shared/time.ts";

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

describe("in every zone, at any instant", () => {
  test("a call falls in 10-11 or 16-17, never on Monday morning, Friday afternoon or the weekend, and within seven days", () => {
    fc.assert(
      fc.property(
        zones,
        instants,
        fc.boolean(),
        fc.option(fc.integer({ min: 0, max: 10 * DAY })),
        (timeZone, after, firstCall, limit) => {
          const by = limit === null ? undefined : after + limit;
          const found = nextGoodHour({ after, timeZone, firstCall, by });
          const { time, weekday } = toLocal(timeZone, found);
          expect(time).toMatch(/^(?:10|16):/);
          expect(["saturday", "sunday"]).not.toContain(weekday);
          expect(`${weekday} ${time < "12:00" ? "morning" : "afternoon"}`).not.toMatch(
            /monday morning|friday afternoon/,
          );
          expect(found).toBeGreaterThanOrEqual(after);
          expect(found - after).toBeLessThanOrEqual(7 * DAY + HOUR);
          expect(isGoodHour(found, timeZone)).toBe(true);
          expect(isGoodHour(found + 9 * MINUTE, timeZone)).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test("without a limit it is a Wednesday or Thursday", () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, after) => {
        expect(["wednesday", "thursday"]).toContain(toLocal(timeZone, nextGoodHour({ after, timeZone })).weekday);
      }),
      { numRuns: 1500 },
    );
  });

  test("who asks is called at once in working hours, else at nine on the next working day", () => {
    fc.assert(
      fc.property(zones, instants, (timeZone, after) => {
        const due = hotDueAt(after, timeZone);
        const { time, weekday } = toLocal(timeZone, due);
        expect(["saturday", "sunday"]).not.toContain(weekday);
        expect(time >= "09:00" && time < "17:30").toBe(true);
        expect(due === after || time === "09:00").toBe(true);
        expect(due - after).toBeLessThan(4 * DAY);
      }),
      { numRuns: 1500 },
    );
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
    expect(written(hotDueAt(at(date, time), LISBON))).toBe(due);
  });
});

describe("an agreed date without a time", () => {
  test.each([
    [FRI, `friday ${FRI} 10:00`],
    [MON, `monday ${MON} 16:00`],
    [SAT, "monday 2026-11-30 16:00"],
  ])("%s -> %s", (date, due) => {
    expect(written(goodHourOn(date, LISBON, at("2026-11-20", "12:00")))).toBe(due);
  });
});

test("the change to summer time does not move the hour people are called at", () => {
  const before = at("2027-03-25", "17:00");
  expect(written(nextGoodHour({ after: before, timeZone: LISBON }))).toBe("wednesday 2027-03-31 10:00");
});
