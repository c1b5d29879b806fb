import { assert, constantFrom, date, integer, property } from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { addDays, daysBetween, weekdayOf, WEEKDAYS } from "../../shared/time.ts";

const between = { min: new Date("1970-01-01T00:00Z"), max: new Date("2199-12-31T00:00Z"), noInvalidDate: true };
const day = date(between).map((at) => at.toISOString().slice(0, 10));

test("dates, days between them and weekdays are what Temporal says", () => {
  assert(
    property(day, integer({ min: -3000, max: 3000 }), (from, days) => {
      const plain = Temporal.PlainDate.from(from);
      const later = plain.add({ days }).toString();
      expect(addDays(from, days)).toBe(later);
      expect(daysBetween(from, later)).toBe(days);
      expect(weekdayOf(from)).toBe(WEEKDAYS[plain.dayOfWeek - 1]);
    }),
  );
});

test("what is no date has no next day", () => {
  assert(
    property(constantFrom("", "2026-02-30", "2026-13-01", "25.11.2026", "2026-1-1"), (text) => {
      expect(() => addDays(text, 1)).toThrow(RangeError);
      expect(() => weekdayOf(text)).toThrow(RangeError);
    }),
  );
});
