import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import { movedPast } from "../../../shared/cadence/moved.ts";
import { pauseCadence } from "../../../shared/cadence/pause.ts";
import { saveCadence } from "../../../shared/cadence/save.ts";
import { getCadence } from "../../../shared/cadence/store.ts";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { resumeSending } from "../../../shared/sending/resume.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { article, caseStudy, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const wednesday = defaultCadence.slots[0]!;
const parts = {
  prospects: [prospect("rui"), prospect("aiko", { timeZone: "Asia/Tokyo", country: "JP" })],
  articles: [article("one"), article("two"), article("three"), caseStudy("harbour")],
};

const on = (time: string, weekday: "wednesday" | "thursday" = "wednesday", kind = wednesday.kind): Cadence => ({
  ...defaultCadence,
  slots: [{ weekday, time, kind }],
});

async function save(world: TestWorld, cadence: Cadence) {
  const base = (await getCadence(world.app.table, cadence.id))?.version ?? 0;
  return saveCadence(world.app, { cadence, base, by: "Mia" });
}

const gotOn = async (world: TestWorld, id: string) =>
  (await touchesOf(world.app.table, id)).map(({ date, outcome, reason }) => [date, reason ?? outcome]);

const WED = "2026-11-25";
const SENT = [[WED, "sent"]];

describe("a slot that moves on its very day", () => {
  test("to a later time goes out then, once", async () => {
    const world = await testWorld({ ...parts, cadence: on("14:00") });
    // 13:00 in Lisbon; in Tokyo that afternoon is over, and its email is out.
    await world.pass("2026-11-25T13:00Z");
    await save(world, on("16:00"));
    await world.pass("2026-11-25T15:59Z");
    expect(await gotOn(world, "rui")).toEqual([]);
    await world.pass("2026-11-25T23:00Z");
    expect(await gotOn(world, "rui")).toEqual(SENT);
    expect(await gotOn(world, "aiko")).toEqual(SENT);
    expect(world.emails()).toHaveLength(2);
  });

  test("to a later time after it has gone out gives nobody a second email", async () => {
    const world = await testWorld({ ...parts, cadence: on("14:00") });
    await world.pass("2026-11-25T14:30Z");
    await save(world, on("16:00"));
    await world.pass("2026-11-25T23:00Z");
    expect(await gotOn(world, "rui")).toEqual(SENT);
    expect(world.emails()).toHaveLength(2);
  });

  test("to an earlier time that is still to come goes out then", async () => {
    const world = await testWorld({ ...parts, cadence: on("16:00") });
    await world.pass("2026-11-25T13:10Z");
    expect(await save(world, on("13:30"))).toMatchObject({ moved: new Set() });
    await world.pass("2026-11-25T13:31Z");
    expect(await gotOn(world, "rui")).toEqual(SENT);
  });

  test("to an earlier time that is past goes out at once, and not a week later", async () => {
    const world = await testWorld({ ...parts, cadence: on("16:00") });
    await world.pass("2026-11-25T15:00Z");
    expect(await save(world, on("13:30"))).toMatchObject({ moved: new Set(["today"]) });
    await world.pass("2026-11-25T15:02Z");
    expect(await gotOn(world, "rui")).toEqual(SENT);
    await world.pass("2026-11-25T23:00Z");
    expect(world.emails()).toHaveLength(2);
    expect(await world.scheduler.list("moved.")).toEqual([]);
  });

  test("past the end of a window that shrank says so in each prospect's history", async () => {
    const world = await testWorld({ ...parts, cadence: on("16:00") });
    await world.pass("2026-11-25T15:00Z");
    await save(world, { ...on("13:30"), window: { from: "13:00", to: "14:00" } });
    await world.pass("2026-11-25T23:00Z");
    expect(await gotOn(world, "rui")).toEqual([[WED, "window-closed"]]);
  });

  test("into a later window while emails of the old time are under way closes nobody's slot", async () => {
    const world = await testWorld({ ...parts, cadence: on("13:30") });
    await pauseSending(world.app, { cause: "by hand", says: "wait" });
    await world.pass("2026-11-25T13:31Z");
    await save(world, { ...on("16:00"), window: { from: "15:00", to: "17:00" } });
    await resumeSending(world.app);
    await world.pass("2026-11-25T14:59Z");
    expect(await gotOn(world, "rui")).toEqual([]);
    await world.pass("2026-11-25T23:00Z");
    expect(await gotOn(world, "rui")).toEqual(SENT);
    expect(world.emails().map(({ at }) => new Date(at).toISOString() >= "2026-11-25T15:00")).toEqual([true]);
  });

  test("back and forth gives one email", async () => {
    const world = await testWorld({ ...parts, cadence: on("14:00") });
    await world.pass("2026-11-25T14:00Z");
    for (const time of ["13:00", "15:00", "13:30", "16:00"]) await save(world, on(time));
    await world.pass("2026-11-25T23:00Z");
    expect(await gotOn(world, "rui")).toEqual(SENT);
    expect(world.emails()).toHaveLength(2);
  });

  test("while emails of the old time are held up still gives one email, whichever comes first", async () => {
    const world = await testWorld({ ...parts, cadence: on("14:00") });
    await pauseSending(world.app, { cause: "by hand", says: "wait" });
    await world.pass("2026-11-25T14:10Z");
    await save(world, on("15:00"));
    await resumeSending(world.app);
    await world.pass("2026-11-25T23:00Z");
    expect(await gotOn(world, "rui")).toEqual(SENT);
    expect(world.emails()).toHaveLength(1);
  });

  test("and carries something else now, goes out with that", async () => {
    const world = await testWorld({ ...parts, cadence: on("16:00") });
    await world.pass("2026-11-25T15:00Z");
    await save(world, on("16:00", "wednesday", "case-study"));
    await world.pass("2026-11-25T23:00Z");
    expect(await touchesOf(world.app.table, "rui")).toMatchObject([{ articleId: "harbour", slotKind: "case-study" }]);
    expect(await touchesOf(world.app.table, "aiko")).toMatchObject([{ slotKind: "blog-post" }]);
  });
});

test("a slot that comes new on a day whose time is past begins a week later, and who saved it is told", async () => {
  const world = await testWorld({ ...parts, cadence: on("15:00", "thursday") });
  await world.pass("2026-11-25T15:00Z");
  expect(await save(world, on("14:00"))).toMatchObject({ moved: new Set(["next-week"]) });
  await world.pass("2026-11-27T00:00Z");
  expect(world.emails()).toEqual([]);
  await world.pass("2026-12-02T14:01Z");
  expect(await gotOn(world, "rui")).toEqual([["2026-12-02", "sent"]]);
});

test("a schedule that outlived its slot orders nothing", async () => {
  const world = await testWorld({ ...parts, cadence: on("15:00") });
  const stale = { cadenceId: "default", slotKind: "blog-post", timeZone: "Europe/Lisbon" };
  await world.scheduler.put({
    name: "default.thu-1400.Europe.Lisbon",
    expression: "cron(0 14 ? * THU *)",
    timeZone: "Europe/Lisbon",
    target: "dispatch",
    input: stale,
  });
  await world.pass("2026-11-26T23:00Z");
  expect(await gotOn(world, "rui")).toEqual(SENT);
  expect(world.failures).toEqual([]);
});

test("while a cadence is paused its slots are closed with that as the reason, and resumed it goes on with the next", async () => {
  const world = await testWorld({ ...parts, cadence: on("15:00") });
  await pauseCadence(world.app, { id: "default", paused: true, by: "Ada" });
  await world.pass("2026-11-26T00:00Z");
  expect(await gotOn(world, "rui")).toEqual([[WED, "cadence-paused"]]);
  await pauseCadence(world.app, { id: "default", paused: false, by: "Ada" });
  await world.pass("2026-12-02T15:01Z");
  expect((await gotOn(world, "rui")).at(-1)).toEqual(["2026-12-02", "sent"]);
});

test("only a slot of today that is past needs anything but its schedule", () => {
  const time = fc
    .integer({ min: 13 * 60, max: 16 * 60 + 45 })
    .map((minutes) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`);
  fc.assert(
    fc.property(time, time, time, (was, is, now) => {
      const moved = movedPast(on(was), on(is), { date: WED, time: now, weekday: "wednesday" });
      expect(moved?.comes).toBe(was !== is && is <= now ? "today" : undefined);
      expect(movedPast(on(was), on(is), { date: "2026-11-26", time: now, weekday: "thursday" })).toBeUndefined();
    }),
  );
});
