import { expect, test } from "vitest";
import { isHolidayThere } from "../../../functions/console/holiday-there.ts";

test.each([
  ["2026-12-15T22:30Z", true],
  ["2026-12-15T21:30Z", false],
  ["2026-12-16T12:00Z", true],
  ["2026-12-16T22:30Z", false],
])("whoever is in Johannesburg at %s has the holiday of 16 December by their own clock: %s", (now, holiday) => {
  expect(isHolidayThere("ZA", "Africa/Johannesburg", Date.parse(now))).toBe(holiday);
  expect(isHolidayThere(undefined, "Africa/Johannesburg", Date.parse(now))).toBe(false);
});
