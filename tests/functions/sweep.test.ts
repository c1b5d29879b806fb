import { expect, test } from "vitest";
import { sweep } from "../../functions/sweep.ts";
import { putProspect, standProspect } from "../../shared/prospect/store.ts";
import { MINUTE } from "../../shared/time.ts";
import { afterTouch, slotRules } from "../../shared/touch/decide.ts";
import { defaultCadence } from "../../shared/cadence/cadence.ts";
import { getTouch, reserveTouch } from "../../shared/touch/store.ts";
import type { Touch } from "../../shared/touch/touch.ts";
import { noteHandOver } from "../../shared/touch/unsettled.ts";
import { MONDAY, article, mustProspect, prospect, testWorld } from "../fixtures/world.ts";

const sweepAt = async (world: Awaited<ReturnType<typeof testWorld>>, at: string): Promise<void> => {
  world.clock.standAt(Date.parse(at));
  await sweep(world.app, { scheduledAt: Date.parse(at) });
};

test("a touch that has had no outcome for a quarter of an hour is closed as unknown, a younger one is left alone", async () => {
  const rui = prospect("rui");
  const world = await testWorld({ prospects: [rui], articles: [article("rounds")] });
  const at = Date.parse("2026-11-25T15:00Z");
  const slot = { date: "2026-11-25", slotKind: "blog-post" } as const;
  const touch: Touch = {
    ...slot,
    prospectId: "rui",
    timeZone: "Europe/Lisbon",
    cadenceId: "default",
    outcome: "reserved",
    at,
  };
  await world.app.table.write(
    noteHandOver({ id: "one", at, date: slot.date, prospectIds: ["rui"] }),
    ...reserveTouch(touch, rui, afterTouch(slotRules(slot, defaultCadence, []), rui, article("rounds"))),
  );
  await sweepAt(world, "2026-11-25T15:14:59Z");
  expect(await getTouch(world.app.table, "rui", slot.date)).toMatchObject({ outcome: "reserved" });
  await sweepAt(world, "2026-11-25T15:15:01Z");
  expect(await getTouch(world.app.table, "rui", slot.date)).toMatchObject({
    outcome: "unknown",
    reason: expect.any(String),
  });
  expect((await mustProspect(world, "rui")).seen, "it may have gone out").toEqual(["rounds"]);
});

test("somebody who comes back in a zone without anyone else gets schedules at once, at any time of the day", async () => {
  const standing = { state: "paused", until: "2026-11-25", reason: "own wish" } as const;
  const world = await testWorld({ prospects: [prospect("kiri", { timeZone: "Pacific/Auckland", standing })] });
  expect(await world.scheduler.list("default.")).toEqual([]);
  await sweepAt(world, "2026-11-24T10:45Z");
  expect(await world.scheduler.list("default.")).toEqual([]);
  await sweepAt(world, "2026-11-24T11:00Z");
  expect(await mustProspect(world, "kiri")).toMatchObject({ standing: { state: "active" } });
  expect(await world.scheduler.list("default.")).toEqual([
    "default.thu-1500.Pacific.Auckland",
    "default.wed-1500.Pacific.Auckland",
  ]);
});

test("schedules of zones that came or went some other way are put right by the sweep of 00:45 UTC", async () => {
  const world = await testWorld({ prospects: [prospect("rui")] });
  const { table } = world.app;
  await table.write(...putProspect(prospect("aiko", { timeZone: "Asia/Tokyo" }), undefined));
  await table.write(
    ...standProspect(await mustProspect(world, "rui"), { state: "ended", reason: "opted out" }, MONDAY),
  );
  await sweepAt(world, "2026-11-23T23:45Z");
  expect(await world.scheduler.list("default.")).toHaveLength(2);
  expect((await world.scheduler.list("default."))[0]).toContain("Lisbon");
  await sweepAt(world, "2026-11-24T00:45Z");
  expect(await world.scheduler.list("default.")).toEqual([
    "default.thu-1500.Asia.Tokyo",
    "default.wed-1500.Asia.Tokyo",
  ]);
});

test("what is handed over without the time it was scheduled for is refused", async () => {
  const { app } = await testWorld();
  await expect(sweep(app, {})).rejects.toThrow("scheduledAt");
  await expect(sweep(app, { scheduledAt: MONDAY + MINUTE })).resolves.toBeUndefined();
});
