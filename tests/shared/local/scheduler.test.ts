import { expect, test } from "vitest";
import { localScheduler, type LocalScheduler } from "../../../shared/local/scheduler.ts";
import { openStore } from "../../../shared/local/store.ts";
import type { Schedule } from "../../../shared/ports.ts";
import { type Clock, standingClock } from "../../contract/clock.ts";
import { schedulerContract } from "../../contract/scheduler.ts";

const HOUR = 3_600_000;
const monday = Date.parse("2026-11-23T12:00:00Z");
const wednesday = Date.parse("2026-11-25T15:00:00Z");
const schedule: Schedule = {
  name: "default-0-Europe.Lisbon",
  expression: "cron(0 15 ? * WED *)",
  timeZone: "Europe/Lisbon",
  target: "dispatch",
  input: { slot: 0 },
};

function inMemory(at = monday) {
  const clock = standingClock(at);
  const store = openStore(":memory:");
  return { clock, store, scheduler: localScheduler(store, clock.now) };
}

function runDue(scheduler: LocalScheduler, clock: Clock) {
  const firings = [];
  for (let due = scheduler.nextDue(); due && due.at <= clock.now(); due = scheduler.nextDue()) {
    const { name, target, input } = due.schedule;
    firings.push({ target, input: { ...input, scheduledAt: due.at } });
    scheduler.fired(name, due.at);
  }
  return firings;
}

schedulerContract("SQLite and croner", async (at) => {
  const { clock, scheduler } = inMemory(at);
  return { clock, scheduler, firings: async () => runDue(scheduler, clock) };
});

test("a schedule that was due while the machine was off still comes, with its own time, then the ones after it", async () => {
  const { clock, store, scheduler } = inMemory();
  await scheduler.put(schedule);
  await clock.advance(10 * 24 * HOUR);
  const afterRestart = localScheduler(store, clock.now);
  await afterRestart.put(schedule);
  expect(afterRestart.nextDue()).toEqual({ at: wednesday, schedule });
  expect(runDue(afterRestart, clock).map(({ input }) => input.scheduledAt)).toEqual([
    wednesday,
    wednesday + 7 * 24 * HOUR,
  ]);
});

test("a firing that was not reported as done comes again", async () => {
  const { clock, scheduler } = inMemory(wednesday - HOUR);
  await scheduler.put(schedule);
  await clock.advance(HOUR);
  expect(scheduler.nextDue()).toEqual(scheduler.nextDue());
  scheduler.fired(schedule.name, wednesday);
  expect(scheduler.nextDue()?.at).toBe(wednesday + 7 * 24 * HOUR);
  scheduler.fired(schedule.name, wednesday);
  expect(scheduler.nextDue()?.at).toBe(wednesday + 7 * 24 * HOUR);
});

test("a target that puts its own schedule anew does not lose it", async () => {
  const { clock, scheduler } = inMemory(wednesday - HOUR);
  const reminder = { ...schedule, name: "remind", expression: "at(2026-11-25T15:00:00)" };
  await scheduler.put(reminder);
  await clock.advance(HOUR);
  await scheduler.put({ ...reminder, expression: "at(2026-11-25T16:00:00)" });
  scheduler.fired("remind", wednesday);
  expect(scheduler.nextDue()?.at).toBe(wednesday + HOUR);
});

test("a one-time schedule whose time has just passed is due at once", async () => {
  const { scheduler } = inMemory(wednesday + 5000);
  await scheduler.put({ ...schedule, expression: "at(2026-11-25T15:00:00)" });
  expect(scheduler.nextDue()?.at).toBe(wednesday);
});

test("a time that daylight saving skips, and a year that is over, are refused as never", async () => {
  const { scheduler } = inMemory();
  const never = [{ expression: "at(2027-03-28T01:30:00)" }, { expression: "cron(0 15 1 1 ? 2025)" }];
  for (const wrong of never) await expect(scheduler.put({ ...schedule, ...wrong })).rejects.toThrow("never");
});

test("new zone rules count the coming firing anew", async () => {
  const { clock, store, scheduler } = inMemory();
  await scheduler.put(schedule);
  store.sql("UPDATE schedules SET next_at = next_at + 3600000, rules = '2020a'").run();
  expect(localScheduler(store, clock.now).nextDue()?.at).toBe(wednesday);
});
