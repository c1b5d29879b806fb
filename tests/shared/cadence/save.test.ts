import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import { pauseCadence } from "../../../shared/cadence/pause.ts";
import { saveCadence } from "../../../shared/cadence/save.ts";
import { getCadence } from "../../../shared/cadence/store.ts";
import { getVersion, listVersions } from "../../../shared/cadence/version-store.ts";
import { cadenceKey } from "../../../shared/keys.ts";
import { MONDAY, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const [wednesday, thursday] = [defaultCadence.slots[0]!, defaultCadence.slots[1]!];
const later: Cadence = { ...defaultCadence, slots: [{ ...wednesday, time: "16:00" }, thursday] };

const save = (world: TestWorld, cadence: Cadence, base = 1, by = "Mia") =>
  saveCadence(world.app, { cadence, base, by });

const historyOf = async (world: TestWorld) =>
  (await listVersions(world.app.table, "default", { limit: 50 })).versions.map(
    ({ cadence, by, changes }) => [cadence.version, by, changes] as const,
  );

describe("each save is a version", () => {
  test("that says who made it, when and what changed, and keeps the one before", async () => {
    const world = await testWorld();
    expect(await save(world, later)).toMatchObject({ outcome: "saved", version: 2 });
    expect(await getCadence(world.app.table, "default")).toEqual({ ...later, version: 2 });
    expect(await historyOf(world)).toEqual([
      [2, "Mia", ["Wednesday moved from 15:00 to 16:00"]],
      [1, undefined, []],
    ]);
    expect(await getVersion(world.app.table, "default", 2)).toMatchObject({ at: MONDAY });
    expect((await getVersion(world.app.table, "default", 1))?.cadence).toEqual(defaultCadence);
  });

  test("nothing different is no version", async () => {
    const world = await testWorld();
    expect(await save(world, defaultCadence)).toEqual({ outcome: "same" });
    expect(await historyOf(world)).toEqual([]);
  });

  test("a row from before versions and templates is saved like any other", async () => {
    const world = await testWorld();
    const { templates: _, version: __, ...old } = defaultCadence;
    await world.app.table.write({ kind: "put", item: { ...cadenceKey("default"), data: old } });
    expect(await getCadence(world.app.table, "default")).toEqual(defaultCadence);
    expect(await save(world, later)).toMatchObject({ outcome: "saved", version: 2 });
    expect(await save(world, later)).toMatchObject({ outcome: "changed-since" });
  });

  test("what breaks the rules is refused whoever asks, naming the place", async () => {
    const world = await testWorld();
    const night = { ...defaultCadence, slots: [{ ...wednesday, time: "21:00" }] };
    await expect(save(world, night)).rejects.toThrow(/^slots\.0\.time: /);
    await expect(save(world, { ...later, id: "gone" })).rejects.toThrow("no such cadence");
  });
});

describe("two people at once", () => {
  test("the second is told, and nothing of the first is lost", async () => {
    const world = await testWorld();
    const named = { ...defaultCadence, name: "Quiet" };
    expect(await save(world, later, 1, "Mia")).toMatchObject({ outcome: "saved" });
    expect(await save(world, named, 1, "Bo")).toMatchObject({ outcome: "changed-since", current: { version: 2 } });
    expect(await getCadence(world.app.table, "default")).toMatchObject({ name: "Midweek", slots: later.slots });
  });

  test("also when both have read before either writes", async () => {
    const world = await testWorld();
    const outcomes = await Promise.all([
      save(world, later, 1, "Mia"),
      save(world, { ...defaultCadence, name: "Quiet" }, 1, "Bo"),
      save(world, { ...defaultCadence, quietAfter: 5 }, 1, "Ada"),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(["changed-since", "changed-since", "saved"]);
    expect((await getCadence(world.app.table, "default"))?.version).toBe(2);
    expect(await historyOf(world)).toHaveLength(2);
  });

  test("a pause meanwhile is not undone by a form that was opened before it", async () => {
    const world = await testWorld();
    await pauseCadence(world.app, { id: "default", paused: true, by: "Ada" });
    expect(await save(world, later)).toMatchObject({ outcome: "changed-since" });
    expect(await save(world, { ...later, paused: false }, 2)).toMatchObject({ outcome: "saved" });
    expect((await getCadence(world.app.table, "default"))?.paused).toBe(true);
  });
});

describe("schedules follow at once", () => {
  test("those of a slot that moved are put and removed, the others stay", async () => {
    const world = await testWorld({ prospects: [prospect("rui"), prospect("aiko", { timeZone: "Asia/Tokyo" })] });
    await save(world, later);
    expect(await world.scheduler.list("default.")).toEqual([
      "default.thu-1500.Asia.Tokyo",
      "default.thu-1500.Europe.Lisbon",
      "default.wed-1600.Asia.Tokyo",
      "default.wed-1600.Europe.Lisbon",
    ]);
  });

  test("those of a slot that went are removed, those of one that came are put", async () => {
    const world = await testWorld({ prospects: [prospect("rui")] });
    await save(world, { ...defaultCadence, slots: [wednesday] });
    expect(await world.scheduler.list("default.")).toEqual(["default.wed-1500.Europe.Lisbon"]);
    await save(world, defaultCadence, 2);
    expect(await world.scheduler.list("default.")).toHaveLength(2);
  });
});

test("pausing and resuming are in the history, and doing it twice is doing it once", async () => {
  const world = await testWorld();
  const pause = (paused: boolean) => pauseCadence(world.app, { id: "default", paused, by: "Ada" });
  expect([await pause(true), await pause(true), await pause(false), await pause(false)]).toEqual([
    "done",
    "already",
    "done",
    "already",
  ]);
  expect(await historyOf(world)).toEqual([
    [3, "Ada", ["Resumed"]],
    [2, "Ada", ["Paused"]],
    [1, undefined, []],
  ]);
});
