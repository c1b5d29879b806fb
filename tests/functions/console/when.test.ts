import * as fc from "fast-check";
import { expect, test } from "vitest";
import { nextOf } from "../../../shared/cadence/next-slot.ts";
import { fromNow, nearIn, whenIn } from "../../../functions/console/when.ts";
import { DAY, HOUR, MINUTE, toLocal, zoneNames, placeOf } from "../../../shared/time.ts";

const at = Date.parse("2026-11-25T15:00Z");

test("an instant is told with its day, time and place", () => {
  expect(whenIn("Europe/Lisbon", at)).toBe("Wed 25 Nov 2026, 15:00 Lisbon");
  expect(whenIn("America/Argentina/Buenos_Aires", at)).toBe("Wed 25 Nov 2026, 12:00 Buenos Aires");
  expect(whenIn("Pacific/Auckland", at)).toBe("Thu 26 Nov 2026, 04:00 Auckland");
  expect(placeOf("UTC")).toBe("UTC");
});

test("near days have names, on the calendar of the zone and not of the machine", () => {
  const now = Date.parse("2026-11-25T12:00Z");
  expect(nearIn("Europe/Lisbon", at, now)).toBe("today 15:00");
  expect(nearIn("Pacific/Auckland", at, now)).toBe("today 04:00");
  expect(nearIn("Asia/Tokyo", at + HOUR, now)).toBe("tomorrow 01:00");
  expect(nearIn("Europe/Lisbon", at - DAY, now)).toBe("yesterday 15:00");
  expect(nearIn("Europe/Lisbon", at + 8 * DAY, now)).toBe("Thu 3 Dec 15:00");
});

test.each([
  [3 * HOUR, "in 3 hours"],
  [-2 * DAY, "2 days ago"],
  [DAY, "in 1 day"],
  [-61 * MINUTE, "1 hour ago"],
  [30_000, "now"],
  [13 * HOUR + 59 * MINUTE, "in 14 hours"],
  [-(23 * HOUR + 45 * MINUTE), "1 day ago"],
  [59 * MINUTE + 40_000, "in 1 hour"],
  [13 * HOUR, "in 13 hours"],
])("%i ms from now is %s", (gap, words) => {
  expect(fromNow(at + gap, at)).toBe(words);
});

test("the next slot is the nearest one ahead, at its own wall time, in every zone", () => {
  const slot = { weekday: "wednesday", time: "15:00", kind: "blog-post" } as const;
  const start = Date.parse("2026-01-01T00:00Z");
  fc.assert(
    fc.property(fc.constantFrom(...zoneNames()), fc.integer({ min: 0, max: 3 * 365 * DAY }), (zone, ahead) => {
      const now = start + ahead;
      const next = nextOf(slot, zone, now);
      if (next === undefined) throw new Error(`no slot in ${zone}`);
      expect(next).toBeGreaterThan(now);
      expect(next - now).toBeLessThanOrEqual(7 * DAY + 25 * HOUR);
      const local = toLocal(zone, next);
      expect([local.weekday, local.time]).toEqual(["wednesday", "15:00"]);
    }),
  );
});
