import { afterEach, expect, test, vi } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { syncSchedules } from "../../../shared/cadence/schedules.ts";
import { putCadence } from "../../../shared/cadence/store.ts";
import { saveCompany } from "../../../shared/company.ts";
import { libraryChanged, putArticles } from "../../../shared/content/store.ts";
import { countOutbox, eachEmail } from "../../../shared/local/outbox.ts";
import { openStore } from "../../../shared/local/store.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { DAY, HOUR, MINUTE, toLocal } from "../../../shared/time.ts";
import { clockAhead } from "../../../stacks/local/clock.ts";
import { startHeartbeat } from "../../../stacks/local/heartbeat.ts";
import type { Heartbeat } from "../../../stacks/local/heartbeat.ts";
import { worldOf } from "../../../stacks/local/open-world.ts";
import { MONDAY, ana, article, prospect, testConfig } from "../../fixtures/world.ts";
import { publicUrl } from "./folders.ts";

let heartbeat: Heartbeat | undefined;
afterEach(async () => {
  await heartbeat?.stop();
  vi.useRealTimers();
});

/** A company with a prospect in each of two zones, on a clock that runs from `at`. */
async function runningFrom(at: number) {
  const store = openStore(":memory:");
  const world = await worldOf({ store, publicUrl, clock: clockAhead(at - Date.now()) });
  const { app } = world;
  await saveCompany(app, testConfig.company);
  await app.table.write(putRep(ana), putCadence(defaultCadence), libraryChanged(at));
  await app.table.write(...putArticles([article("rounds"), article("audits")]));
  await app.table.write(...putProspect(prospect("rui"), undefined));
  await app.table.write(...putProspect(prospect("kiri", { timeZone: "Pacific/Auckland" }), undefined));
  await syncSchedules(app);
  const failures: unknown[] = [];
  heartbeat = await startHeartbeat(world, ({ error }) => failures.push(error));
  return { world, store, heartbeat, failures };
}

test("moving the clock fires everything in between, each at its own time, and the clock runs on from there and is kept", async () => {
  const { world, store, heartbeat: beat, failures } = await runningFrom(MONDAY);
  const friday = MONDAY + 4 * DAY;
  await beat.moveTo(friday);
  expect([...eachEmail(store)].map(({ tags, at }) => `${tags["prospect"]} ${new Date(at).toISOString()}`)).toEqual([
    "kiri 2026-11-25T02:00:00.000Z",
    "rui 2026-11-25T15:00:00.000Z",
    "kiri 2026-11-26T02:00:00.000Z",
    "rui 2026-11-26T15:00:00.000Z",
  ]);
  expect(failures).toEqual([]);
  for (const now of [world.app.now(), (await worldOf({ store, publicUrl })).app.now()]) {
    expect(now).toBeGreaterThanOrEqual(friday);
    expect(now).toBeLessThan(friday + MINUTE);
  }
  await beat.moveTo(MONDAY);
  expect(world.app.now(), "time does not go back").toBeGreaterThanOrEqual(friday);
  expect(countOutbox(store)).toBe(4);
});

test("two who move the clock at once do not fire anything twice", async () => {
  const { store, heartbeat: beat } = await runningFrom(MONDAY);
  await Promise.all([beat.moveTo(MONDAY + 3 * DAY), beat.moveTo(MONDAY + 4 * DAY)]);
  expect(countOutbox(store)).toBe(4);
});

test("a message that is put on a queue is worked off at once, without waiting for the next beat", async () => {
  const at = Date.parse("2026-11-25T15:30Z");
  const { world, store, heartbeat: beat } = await runningFrom(at);
  const slot = { cadenceId: "default", date: "2026-11-25", slotKind: "blog-post", scheduledAt: at } as const;
  await beat.moveTo(0);
  expect(countOutbox(store)).toBe(0);
  await world.app.touches.send([{ ...slot, timeZone: "Europe/Lisbon", prospectIds: ["rui"] }]);
  await new Promise(setImmediate);
  await beat.stop();
  expect([...eachEmail(store)].map((email) => email.tags["prospect"])).toEqual(["rui"]);
});

test("what was overdue when it started is done by the first beat, but a slot whose window is over is not sent late", async () => {
  const { world, store, heartbeat: beat } = await runningFrom(MONDAY);
  await beat.stop();
  world.clock.standAt(Date.parse("2026-11-26T09:00Z"));
  world.clock.run();
  heartbeat = await startHeartbeat(world, ({ error }) => expect.unreachable(String(error)));
  await heartbeat.moveTo(0);
  expect(countOutbox(store)).toBe(0);
  await heartbeat.moveTo(Date.parse("2026-11-26T18:00Z"));
  expect([...eachEmail(store)].map((email) => toLocal("Europe/Lisbon", email.at).date)).toEqual(["2026-11-26"]);
});

test("however long the emails of a slot take, the clock does not fall behind real time", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-25T14:59:59Z") });
  const { world, store, heartbeat: beat } = await runningFrom(Date.now());
  await beat.moveTo(0);
  const { sendBulk } = world.app.mailer;
  Object.assign(world.app.mailer, {
    sendBulk: async (mail: Parameters<typeof sendBulk>[0]) => {
      vi.setSystemTime(Date.now() + HOUR);
      return sendBulk(mail);
    },
  });
  vi.setSystemTime(Date.parse("2026-11-25T15:00:01Z"));
  const wake = { id: "s1", prospectId: "rui", kind: "open", at: Date.now() } as const;
  await world.app.signals.send([wake]);
  await new Promise(setImmediate);
  await beat.stop();
  expect(countOutbox(store)).toBe(1);
  expect(world.app.now()).toBe(Date.parse("2026-11-25T16:00:01Z"));
});
