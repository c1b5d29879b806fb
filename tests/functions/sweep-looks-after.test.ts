import { expect, test } from "vitest";
import { sweep } from "../../functions/sweep.ts";
import { defaultCadence } from "../../shared/cadence/cadence.ts";
import { scheduleOf } from "../../shared/cadence/schedules.ts";
import { zonesChanged, zonesChangedAt } from "../../shared/cadence/store.ts";
import type { Scheduler } from "../../shared/ports.ts";
import { putProspect } from "../../shared/prospect/store.ts";
import { pauseSending } from "../../shared/sending/pause.ts";
import { resumeSending } from "../../shared/sending/resume.ts";
import { prospect, testWorld } from "../fixtures/world.ts";
import type { TestWorld } from "../fixtures/world.ts";

async function sweepAt(world: TestWorld, at: string, scheduler: Scheduler = world.scheduler): Promise<void> {
  world.clock.standAt(Date.parse(at));
  await sweep({ ...world.app, scheduler }, { scheduledAt: Date.parse(at) });
}

test("a schedule that somebody changed by hand is mended by the sweep of 00:45 UTC", async () => {
  const world = await testWorld({ prospects: [prospect("rui")] });
  const own = scheduleOf(defaultCadence, defaultCadence.slots[0]!, "Europe/Lisbon");
  await world.scheduler.put({ ...own, expression: "cron(0 9 ? * WED *)" });
  await sweepAt(world, "2026-11-24T00:45Z");
  const next = world.scheduler.nextDue();
  expect(next).toEqual({ at: Date.parse("2026-11-25T15:00Z"), schedule: own });
});

test("somebody who comes to a new zone while the sweep looks after the schedules has theirs after the next sweep", async () => {
  const world = await testWorld({ prospects: [prospect("rui")] });
  const { app, scheduler } = world;
  const comes = (id: string, timeZone: string) =>
    app.table.write(...putProspect(prospect(id, { timeZone }), undefined), zonesChanged(app.now()));
  await comes("aiko", "Asia/Tokyo");
  let calls = 0;
  const whileAtIt: Scheduler = {
    ...scheduler,
    put: async (schedule) => {
      await scheduler.put(schedule);
      if (++calls === 2) await comes("kiri", "Pacific/Auckland");
    },
  };
  await sweepAt(world, "2026-11-23T10:00Z", whileAtIt);
  expect(await scheduler.list("default.wed")).toEqual([
    "default.wed-1500.Asia.Tokyo",
    "default.wed-1500.Europe.Lisbon",
  ]);
  await sweepAt(world, "2026-11-23T10:15Z");
  expect(await scheduler.list("default.wed")).toContain("default.wed-1500.Pacific.Auckland");
  await sweepAt(world, "2026-11-23T10:30Z");
  expect(await zonesChangedAt(app.table)).toBeUndefined();
});

test("while sending is paused by bounces each sweep raises the alarm again, but not after somebody paused it by hand", async () => {
  const world = await testWorld();
  const { app, alarms } = world;
  await pauseSending(app, { cause: "by hand", says: "we are moving house" });
  await sweepAt(world, "2026-11-23T10:00Z");
  expect(alarms).toEqual([]);
  await resumeSending(app);
  await pauseSending(app, { cause: "bounce-rate", says: "too many bounces" });
  for (const at of ["2026-11-23T10:15Z", "2026-11-23T10:30Z"]) await sweepAt(world, at);
  const alarm = { name: "sending-paused", says: "too many bounces" };
  expect(alarms).toEqual([alarm, alarm, alarm]);
  await resumeSending(app);
  await sweepAt(world, "2026-11-23T10:45Z");
  expect(alarms).toHaveLength(3);
});
