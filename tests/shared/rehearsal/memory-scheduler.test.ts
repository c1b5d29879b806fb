import * as fc from "fast-check";
import { expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { scheduleOf } from "../../../shared/cadence/schedules.ts";
import { nextFiring } from "../../../shared/local/cron.ts";
import { memoryScheduler, nextTime } from "../../../shared/rehearsal/memory-scheduler.ts";
import { DAY, MINUTE, zoneNames } from "../../../shared/time.ts";
import { MONDAY } from "../../fixtures/world.ts";

const slot = fc.record({
  weekday: fc.constantFrom("wednesday" as const, "thursday" as const),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, "0")).join(":")),
  kind: fc.constant("blog-post" as const),
});

test("a slot fires in a dry run at the very moments at which it fires for real, in every zone", () => {
  fc.assert(
    fc.property(slot, fc.constantFrom(...zoneNames()), fc.nat(3 * 365 * 24 * 60), (one, zone, minutes) => {
      const schedule = scheduleOf(defaultCadence, one, zone);
      const after = MONDAY + minutes * MINUTE;
      expect(nextTime(schedule, after)).toBe(nextFiring(schedule.expression, zone, after));
    }),
    { numRuns: 300 },
  );
});

test("what comes at the same moment fires by name, each goes on to its next, and one that is put again keeps its turn", async () => {
  let at = MONDAY;
  const scheduler = memoryScheduler(() => at);
  const every = (name: string) =>
    ({ name, expression: "rate(15 minutes)", timeZone: "UTC", target: "sweep", input: {} }) as const;
  await scheduler.put(every("b"));
  await scheduler.put(every("a"));
  const first = scheduler.nextDue()!;
  expect(first).toMatchObject({ at: MONDAY + 15 * MINUTE, schedule: { name: "a" } });
  at += DAY;
  await scheduler.put(every("a"));
  expect(scheduler.nextDue()).toMatchObject({ at: first.at });
  scheduler.fired(scheduler.nextDue()!);
  expect(scheduler.nextDue()).toMatchObject({ at: first.at, schedule: { name: "b" } });
  expect(await scheduler.list("")).toEqual(["a", "b"]);
  await scheduler.remove("b");
  expect(scheduler.nextDue()).toMatchObject({ at: MONDAY + 30 * MINUTE });
  await scheduler.put({ ...every("once"), expression: "at(2026-12-01T09:00:00)" });
  expect(await scheduler.list("")).toEqual(["a"]);
});
