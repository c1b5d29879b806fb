import * as fc from "fast-check";
import { expect, test } from "vitest";
import { AppError } from "../../../shared/error.ts";
import { nextFiring } from "../../../shared/local/cron.ts";
import { toLocal } from "../../../shared/time.ts";

function firings(expression: string, timeZone: string, from: string, count: number): string[] {
  const found: string[] = [];
  for (let at = nextFiring(expression, timeZone, Date.parse(from)); at !== undefined && found.length < count;) {
    found.push(new Date(at).toISOString().slice(0, 16));
    at = nextFiring(expression, timeZone, at);
  }
  return found;
}

test.each([
  ["cron(0 15 ? * WED *)", ["2026-11-25T15:00", "2026-12-02T15:00"]],
  ["cron(0 15 ? * 4 *)", ["2026-11-25T15:00", "2026-12-02T15:00"]],
  ["cron(30 13 ? * WED-THU *)", ["2026-11-25T13:30", "2026-11-26T13:30"]],
  ["cron(0/15 * * * ? *)", ["2026-11-20T00:15", "2026-11-20T00:30"]],
  ["cron(50/5 23 * * ? *)", ["2026-11-20T23:50", "2026-11-20T23:55"]],
  ["cron(0 9 ? * SUN *)", ["2026-11-22T09:00", "2026-11-29T09:00"]],
  ["cron(0 9 ? * 1 *)", ["2026-11-22T09:00", "2026-11-29T09:00"]],
  ["cron(0 9 1,15 JAN,JUL ? *)", ["2027-01-01T09:00", "2027-01-15T09:00"]],
  ["cron(0 0 L * ? *)", ["2026-11-30T00:00", "2026-12-31T00:00"]],
  ["cron(0 0 15W * ? *)", ["2026-12-15T00:00", "2027-01-15T00:00"]],
  ["cron(0 0 ? * FRIL *)", ["2026-11-27T00:00", "2026-12-25T00:00"]],
  ["cron(0 0 ? * WED#2 *)", ["2026-12-09T00:00", "2027-01-13T00:00"]],
  ["cron(0 0 29 2 ? *)", ["2028-02-29T00:00", "2032-02-29T00:00"]],
  ["cron(0 0 1 1 ? 2028)", ["2028-01-01T00:00"]],
  ["cron(0 0 1 1 ? 2025)", []],
  ["cron(0 0 31 2 ? *)", []],
  ["at(2026-11-25T15:15:00)", ["2026-11-25T15:15"]],
  ["at(2026-11-19T15:15:00)", []],
])("%s in UTC", (expression, expected) => {
  expect(firings(expression, "UTC", "2026-11-20T00:00:00Z", 2)).toEqual(expected);
});

test("the wall time stays when the clocks change", () => {
  expect(firings("cron(0 15 ? * WED *)", "Europe/Berlin", "2026-10-20T00:00:00Z", 2)).toEqual([
    "2026-10-21T13:00",
    "2026-10-28T14:00",
  ]);
});

test("a wall time that daylight saving skips does not fire, one that comes twice fires at the first", () => {
  const daily = "cron(30 2 ? * * *)";
  expect(firings(daily, "Europe/Berlin", "2026-03-27T12:00:00Z", 2)).toEqual(["2026-03-28T01:30", "2026-03-30T00:30"]);
  expect(firings(daily, "Europe/Berlin", "2026-10-23T12:00:00Z", 3)).toEqual([
    "2026-10-24T00:30",
    "2026-10-25T00:30",
    "2026-10-26T01:30",
  ]);
  expect(firings("at(2026-03-29T02:30:00)", "Europe/Berlin", "2026-01-01T00:00:00Z", 1)).toEqual([]);
  expect(firings("at(2026-10-25T02:30:00)", "Europe/Berlin", "2026-01-01T00:00:00Z", 2)).toEqual(["2026-10-25T00:30"]);
});

test("a date that a zone left out altogether does not fire", () => {
  expect(firings("cron(0 15 ? * FRI *)", "Pacific/Apia", "2011-12-27T00:00:00Z", 1)).toEqual(["2012-01-06T01:00"]);
});

test.each([
  "cron(0 15 * * WED *)",
  "cron(0 15 ? * ? *)",
  "cron(? 15 ? * WED *)",
  "cron(60 15 ? * WED *)",
  "cron(0 24 ? * WED *)",
  "cron(0 15 ? * 8 *)",
  "cron(0 15 ? * 0 *)",
  "cron(0 15 ? * WED)",
  "cron(0 0 15 ? * WED *)",
  "cron()",
  "0 15 ? * WED *",
  "rate(5 minutes)",
  "at(2026-11-25 15:15:00)",
  "at(2026-11-25T15:15)",
  "at(2026-02-30T15:15:00)",
  "at(2026-11-25T24:15:00)",
  "",
])("%s is refused", (expression) => {
  expect(() => nextFiring(expression, "UTC", 0)).toThrow(AppError);
});

test("for any zone, instant, weekday and time, the next firing is on that weekday at that time and not over a week away", () => {
  const weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"] as const;
  fc.assert(
    fc.property(
      fc.constantFrom("Europe/Lisbon", "America/St_Johns", "Asia/Kathmandu", "Pacific/Chatham", "Africa/Cairo", "UTC"),
      fc.integer({ min: Date.parse("2025-01-01"), max: Date.parse("2028-01-01") }),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 4, max: 23 }),
      (timeZone, after, weekday, hour) => {
        const at = nextFiring(`cron(5 ${hour} ? * ${weekday} *)`, timeZone, after)!;
        expect(at).toBeGreaterThan(after);
        expect(at - after).toBeLessThanOrEqual(7 * 86_400_000 + 3_600_000);
        expect(toLocal(timeZone, at)).toMatchObject({
          weekday: weekdays[weekday - 1],
          time: `${String(hour).padStart(2, "0")}:05`,
        });
      },
    ),
  );
});
