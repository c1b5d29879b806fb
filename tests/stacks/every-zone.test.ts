import * as fc from "fast-check";
import { expect, test } from "vitest";
import { defaultCadence } from "../../shared/cadence/cadence.ts";
import type { CadenceSlot } from "../../shared/cadence/cadence.ts";
import { scheduleOf } from "../../shared/cadence/schedules.ts";
import { nextFiring } from "../../shared/local/cron.ts";
import { DAY, HOUR, offsetAt, toLocal, zoneNames } from "../../shared/time.ts";
import { windowOpen } from "../../shared/touch/decide.ts";

const FROM = Date.parse("2026-01-01T00:00Z");
const TO = Date.parse("2029-01-01T00:00Z");
const WEEK = 7 * DAY;

/** The firing after an instant, which has to be in the slot's own afternoon and within about a week. */
function checkFiring(slot: CadenceSlot, timeZone: string, after: number): void {
  const { expression } = scheduleOf(defaultCadence, slot, timeZone);
  const at = nextFiring(expression, timeZone, after) ?? Infinity;
  const local = toLocal(timeZone, at);
  const right =
    at > after &&
    at - after <= WEEK + 2 * HOUR &&
    local.weekday === slot.weekday &&
    local.time >= "13:00" &&
    local.time < "17:00" &&
    local.time === slot.time &&
    windowOpen(defaultCadence, { date: local.date, timeZone }, at);
  // Only said when it is wrong: building a message for each of many thousands takes longer than the check.
  if (!right)
    expect.unreachable(`${timeZone}, ${slot.weekday} after ${new Date(after).toISOString()}: ${JSON.stringify(local)}`);
}

test("for any zone, slot and moment of three years, the email leaves on that weekday between 13:00 and 17:00 there", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zoneNames()),
      fc.constantFrom(...defaultCadence.slots),
      fc.integer({ min: FROM, max: TO }),
      (zone, slot, after) => checkFiring(slot, zone, after),
    ),
    { numRuns: 10_000 },
  );
});

test("so it does in every week of three years in which some zone changes its clocks", () => {
  let changes = 0;
  for (const zone of zoneNames()) {
    for (const slot of defaultCadence.slots) checkFiring(slot, zone, FROM);
    for (let week = FROM; week < TO; week += WEEK) {
      if (offsetAt(zone, week) === offsetAt(zone, week + WEEK)) continue;
      changes++;
      for (const slot of defaultCadence.slots) checkFiring(slot, zone, week);
    }
  }
  expect(changes).toBeGreaterThan(600);
});
