import * as fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, daysBetween, isDate, toInstant, toLocal, weekdayOf, zoneNames } from "../../shared/time.ts";

const FIRST_WEDNESDAY = "2026-01-07";
const WEEKS = 156;
const zones = zoneNames();

test("in every zone, each Wednesday and Thursday 15:00 of three years is an instant, and that wall time again", () => {
  const dates = Array.from({ length: WEEKS }, (_, week) => addDays(FIRST_WEDNESDAY, week * 7)).flatMap(
    (wednesday) =>
      [
        [wednesday, "wednesday"],
        [addDays(wednesday, 1), "thursday"],
      ] as const,
  );
  expect(dates.at(-1)?.[0]).toBe("2028-12-28");
  const wrong: string[] = [];
  for (const zone of zones)
    for (const [date, weekday] of dates) {
      const at = toInstant(zone, date, "15:00");
      const local = at === undefined ? undefined : toLocal(zone, at);
      if (local?.date !== date || local.time !== "15:00" || local.weekday !== weekday) wrong.push(`${zone} ${date}`);
    }
  expect(wrong).toEqual([]);
});

test("so is every minute of the send window", () => {
  const date = fc
    .record({ week: fc.nat(WEEKS - 1), thursday: fc.boolean() })
    .map(({ week, thursday }) => addDays(FIRST_WEDNESDAY, week * 7 + (thursday ? 1 : 0)));
  const time = fc
    .record({ hour: fc.integer({ min: 13, max: 16 }), minute: fc.nat(59) })
    .map(({ hour, minute }) => `${hour}:${String(minute).padStart(2, "0")}`);
  fc.assert(
    fc.property(fc.constantFrom(...zones), date, time, (zone, day, wall) => {
      const at = toInstant(zone, day, wall);
      expect(at).toBeDefined();
      expect(toLocal(zone, at ?? Number.NaN)).toEqual({ date: day, time: wall, weekday: weekdayOf(day) });
      expect(["wednesday", "thursday"]).toContain(weekdayOf(day));
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ["Europe/London", "2026-03-29", "01:30"],
  ["America/New_York", "2026-03-08", "02:00"],
  ["Australia/Lord_Howe", "2026-10-04", "02:15"],
])("in %s the clock skips %s %s, so it is no instant", (zone, date, time) => {
  expect(toInstant(zone, date, time)).toBeUndefined();
});

test.each([
  ["Europe/London", "2026-10-25", "01:30", "2026-10-25T00:30:00Z"],
  ["America/New_York", "2026-11-01", "01:00", "2026-11-01T05:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-05", "01:45", "2026-04-04T14:45:00Z"],
])("in %s %s %s comes twice, and the first counts", (zone, date, time, first) => {
  expect(toInstant(zone, date, time)).toBe(Date.parse(first));
});

test("an instant that is the only one with its wall time is found again from it", () => {
  const at = fc.integer({ min: Date.parse("2025-01-01") / 60_000, max: Date.parse("2036-01-01") / 60_000 });
  fc.assert(
    fc.property(fc.constantFrom(...zones), at, (zone, minutes) => {
      const instant = minutes * 60_000;
      const { date, time } = toLocal(zone, instant);
      const back = toInstant(zone, date, time);
      expect(back).toBeDefined();
      // Later only where the wall time comes twice.
      expect(back).toBeLessThanOrEqual(instant);
      expect(toLocal(zone, back ?? Number.NaN)).toMatchObject({ date, time });
    }),
    { numRuns: 2000 },
  );
});

test("what is no zone, date or time is an error and no instant", () => {
  expect(() => toInstant("Mars/Base", "2026-11-25", "15:00")).toThrow("no such time zone: Mars/Base");
  expect(() => toInstant("Europe/Lisbon", "2026-11-25", "25:00")).toThrow(RangeError);
  expect(["2026-02-28", "2028-02-29", "2026-02-29", "2026-13-01", "26-01-01", ""].map(isDate)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("days are days of the calendar", () => {
  fc.assert(
    fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
      const date = addDays("2026-11-25", days);
      expect(isDate(date)).toBe(true);
      expect(daysBetween("2026-11-25", date)).toBe(days);
      if (days % 7 === 0) expect(weekdayOf(date)).toBe("wednesday");
    }),
  );
});
