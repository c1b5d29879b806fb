import { describe, expect, test } from "vitest";
import type { Schedule, Scheduler } from "../../shared/ports.ts";
import type { Clock } from "./clock.ts";

/** A scheduler, its clock, and what its targets were handed since the last time somebody asked, in order. */
type SchedulerWorld = {
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly firings: () => Promise<{ readonly target: string; readonly input: unknown }[]>;
};

/** A world whose clock stands at `at`. */
type Make = (at: number) => Promise<SchedulerWorld>;

const DAY = 86_400_000;
const monday = Date.parse("2026-11-23T12:00:00Z");
const wednesdays: Schedule = {
  name: "default-0-Europe.Lisbon",
  expression: "cron(0 15 ? * WED *)",
  timeZone: "Europe/Lisbon",
  target: "dispatch",
  input: { cadenceId: "default", slot: 0 },
};
const once: Schedule = {
  ...wednesdays,
  name: "once",
  expression: "at(2026-11-25T15:15:00)",
  target: "sweep",
  input: {},
};

/** What every scheduler adapter keeps to. */
export function schedulerContract(name: string, make: Make): void {
  describe(`scheduler: ${name}`, () => {
    describe("firing", () => schedulesFire(make));
    describe("putting and removing", () => schedulesChange(make));
  });
}

async function timesUntil({ clock, firings }: SchedulerWorld, days: number): Promise<string[]> {
  await clock.advance(days * DAY);
  return (await firings()).map(({ input }) => new Date(Number(Object(input).scheduledAt)).toISOString());
}

function schedulesFire(make: Make): void {
  test("a recurring schedule hands its input over with the time, at the wall time of its zone in winter and summer", async () => {
    const world = await make(Date.parse("2026-10-20T00:00:00Z"));
    await world.scheduler.put(wednesdays);
    await world.clock.advance(2 * DAY);
    const scheduledAt = Date.parse("2026-10-21T14:00:00Z");
    expect(await world.firings()).toEqual([
      { target: "dispatch", input: { cadenceId: "default", slot: 0, scheduledAt } },
    ]);
    expect(await timesUntil(world, 7)).toEqual(["2026-10-28T15:00:00.000Z"]);
  });

  test("a one-time schedule fires once and is gone", async () => {
    const world = await make(monday);
    await world.scheduler.put({ ...once, timeZone: "Pacific/Auckland" });
    expect(await timesUntil(world, 7)).toEqual(["2026-11-25T02:15:00.000Z"]);
    expect(await world.scheduler.list("")).toEqual([]);
    expect(await timesUntil(world, 700)).toEqual([]);
  });

  test("nothing fires before its time, and schedules fire in the order of time", async () => {
    const world = await make(monday);
    for (const timeZone of ["America/Denver", "Asia/Kolkata", "Pacific/Chatham"])
      await world.scheduler.put({ ...wednesdays, name: timeZone.replace("/", "."), timeZone });
    expect(await timesUntil(world, 1)).toEqual([]);
    expect(await timesUntil(world, 6)).toEqual([
      "2026-11-25T01:15:00.000Z",
      "2026-11-25T09:30:00.000Z",
      "2026-11-25T22:00:00.000Z",
    ]);
  });
}

function schedulesChange(make: Make): void {
  test("names are listed by prefix, in order", async () => {
    const { scheduler } = await make(monday);
    for (const name of ["b-1", "a-2", "b-0", "B-9", "b_1"]) await scheduler.put({ ...wednesdays, name });
    expect(await scheduler.list("b-")).toEqual(["b-0", "b-1"]);
    expect(await scheduler.list("%")).toEqual([]);
  });

  test("a removed schedule does not fire, and removing it again is fine", async () => {
    const world = await make(monday);
    await world.scheduler.put(wednesdays);
    await world.scheduler.remove(wednesdays.name);
    await world.scheduler.remove(wednesdays.name);
    expect(await timesUntil(world, 7)).toEqual([]);
  });

  test("putting it again replaces it", async () => {
    const world = await make(monday);
    await world.scheduler.put(wednesdays);
    await world.scheduler.put({ ...wednesdays, expression: "cron(30 14 ? * THU *)", input: { slot: 1 } });
    const scheduledAt = Date.parse("2026-11-26T14:30:00Z");
    await world.clock.advance(7 * DAY);
    expect(await world.firings()).toEqual([{ target: "dispatch", input: { slot: 1, scheduledAt } }]);
  });

  test("putting the same again changes nothing", async () => {
    const world = await make(monday);
    await world.scheduler.put(wednesdays);
    await world.clock.advance(DAY);
    await world.scheduler.put(wednesdays);
    expect(await timesUntil(world, 6)).toEqual(["2026-11-25T15:00:00.000Z"]);
  });

  test("a bad name, zone or expression is refused", async () => {
    const { scheduler } = await make(monday);
    for (const wrong of [
      { name: "Europe/Lisbon" },
      { name: "" },
      { name: "n".repeat(65) },
      { timeZone: "Europe/Lisboa" },
      { expression: "cron(0 15 * * WED)" },
      { expression: "at(2026-02-30T15:00:00)" },
      { expression: "every Wednesday" },
    ])
      await expect(scheduler.put({ ...wednesdays, ...wrong })).rejects.toThrow();
    expect(await scheduler.list("")).toEqual([]);
  });
}
