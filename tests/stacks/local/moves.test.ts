import { expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { scheduleOf } from "../../../shared/cadence/schedules.ts";
import { nextFiring } from "../../../shared/local/cron.ts";
import { DAY, HOUR, MINUTE, zoneNames } from "../../../shared/time.ts";
import { nextOf } from "../../../shared/cadence/next-slot.ts";
import { comingMoves } from "../../../stacks/local/moves.ts";
import { MONDAY, prospect, testWorld } from "../../fixtures/world.ts";

const wednesday = defaultCadence.slots[0]!;
const thursday = defaultCadence.slots[1]!;

test("from Monday the clock can go to the first and the last afternoon of Wednesday, an hour, a day or a week on", async () => {
  const zones = ["America/Argentina/Buenos_Aires", "Pacific/Auckland", "Europe/Lisbon", "Pacific/Honolulu"];
  const { app } = await testWorld({
    prospects: zones.map((timeZone, n) => prospect(`p${n}`, { timeZone })),
  });
  expect(await comingMoves(app.table, MONDAY)).toEqual([
    { id: "first", label: "to Wednesday afternoon in Auckland", to: Date.parse("2026-11-25T02:01Z") },
    { id: "last", label: "to Wednesday afternoon in Honolulu", to: Date.parse("2026-11-26T01:01Z") },
    { id: "hour", label: "an hour on", to: MONDAY + HOUR },
    { id: "day", label: "a day on", to: MONDAY + DAY },
    { id: "week", label: "a week on", to: MONDAY + 7 * DAY },
  ]);
  const thursdayMorning = Date.parse("2026-11-26T01:30Z");
  expect((await comingMoves(app.table, thursdayMorning)).slice(0, 2)).toMatchObject([
    { label: "to Thursday afternoon in Auckland" },
    { label: "to Thursday afternoon in Honolulu" },
  ]);
  expect((await comingMoves(app.table, Date.parse("2026-11-26T12:00Z")))[0]).toMatchObject({
    label: "to Thursday afternoon in Lisbon",
  });
});

test("with one zone there is one afternoon to go to, with underscores read as spaces; with none only the clock", async () => {
  const one = await testWorld({ prospects: [prospect("rui", { timeZone: "America/Argentina/Buenos_Aires" })] });
  const moves = await comingMoves(one.app.table, MONDAY);
  expect(moves.map(({ label }) => label)).toEqual([
    "to Wednesday afternoon in Buenos Aires",
    "an hour on",
    "a day on",
    "a week on",
  ]);
  const none = await testWorld();
  expect((await comingMoves(none.app.table, MONDAY)).map(({ id }) => id)).toEqual(["hour", "day", "week"]);
});

test("a slot that is just now is over: the next one is a week away", () => {
  const now = Date.parse("2026-11-25T15:00Z");
  expect(nextOf(wednesday, "Europe/Lisbon", now - 1)).toBe(now);
  expect(nextOf(wednesday, "Europe/Lisbon", now)).toBe(now + 7 * DAY);
  expect(nextOf(thursday, "Europe/Lisbon", now)).toBe(now + DAY);
});

test("in every zone the move goes where that zone's schedule fires", () => {
  for (const zone of zoneNames())
    for (const slot of [wednesday, thursday]) {
      const { expression } = scheduleOf(defaultCadence, slot, zone);
      for (const now of [MONDAY, MONDAY + 2 * DAY + 7 * HOUR + MINUTE])
        expect(nextOf(slot, zone, now), zone).toBe(nextFiring(expression, zone, now));
    }
});
