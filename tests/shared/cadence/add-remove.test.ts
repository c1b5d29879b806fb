import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCadence, idFrom } from "../../../shared/cadence/add.ts";
import { Cadence, defaultCadence } from "../../../shared/cadence/cadence.ts";
import { removeCadence } from "../../../shared/cadence/remove.ts";
import { syncSchedules } from "../../../shared/cadence/schedules.ts";
import { getCadence, getCadences } from "../../../shared/cadence/store.ts";
import { listVersions } from "../../../shared/cadence/version-store.ts";
import { cadenceKey } from "../../../shared/keys.ts";
import { putProspect, standProspect } from "../../../shared/prospect/store.ts";
import { mustProspect, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const { id: _, ...anew } = defaultCadence;
const add = (world: TestWorld, name: string) =>
  addCadence(world.app, { cadence: { ...anew, name }, by: "Mia", changes: ["Begun"] });

describe("a new cadence", () => {
  test("gets an id of its name, is not paused and begins its own history", async () => {
    const world = await testWorld();
    const id = await add(world, "Früh am Mittwoch");
    expect(id).toBe("fruh-am-mitt");
    expect(await getCadence(world.app.table, id)).toMatchObject({
      name: "Früh am Mittwoch",
      version: 1,
      paused: false,
    });
    expect((await listVersions(world.app.table, id, { limit: 9 })).versions).toMatchObject([
      { by: "Mia", changes: ["Begun"] },
    ]);
  });

  test("two of one name have ids of their own, also when both come at once", async () => {
    const world = await testWorld();
    const ids = await Promise.all([add(world, "Early"), add(world, "Early"), add(world, "Early")]);
    expect(ids.toSorted()).toEqual(["early", "early-2", "early-3"]);
  });

  test("never looks after schedules that are others'", async () => {
    const world = await testWorld();
    for (const name of ["Remind", "Moved", "Sweep", "Gather"]) expect(await add(world, name)).toMatch(/-2$/);
  });

  test("whatever its name, the id is one that schedules can have in theirs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), fc.integer({ min: 1, max: 50 }), (name, attempt) => {
        expect(() => Cadence.shape.id.parse(idFrom(name, attempt))).not.toThrow();
      }),
    );
  });

  test("comes after the first, which begins with Settings", async () => {
    const world = await testWorld();
    await world.app.table.write({ kind: "remove", key: cadenceKey("default") });
    await expect(add(world, "Early")).rejects.toThrow("Fill in Settings first");
  });
});

describe("removing a cadence", () => {
  const withEarly = async (inIt: Parameters<typeof prospect>[1] = {}) => {
    const world = await testWorld({ prospects: [prospect("rui", { cadenceId: "early", ...inIt })] });
    await add(world, "Early");
    await syncSchedules(world.app);
    return world;
  };

  test("is refused while somebody in it may be mailed, and its schedules stay", async () => {
    const world = await withEarly();
    await expect(removeCadence(world.app, "early", "Mia")).rejects.toThrow("There are prospects in this cadence");
    expect(await world.scheduler.list("early.")).toHaveLength(2);
  });

  test("is refused while somebody paused will come back to it", async () => {
    const world = await withEarly({
      standing: { state: "paused", until: "2027-01-01", reason: "they asked for a pause" },
    });
    await expect(removeCadence(world.app, "early", "Mia")).rejects.toThrow("Paused prospects come back");
  });

  test("of whom everybody has left for good, or went to another, takes its schedules along and keeps its history", async () => {
    const world = await withEarly();
    await world.app.table.write(...putProspect(prospect("eva", { cadenceId: "early" }), undefined));
    const rui = await mustProspect(world, "rui");
    await world.app.table.write(...putProspect({ ...rui, cadenceId: "default" }, rui));
    await world.app.table.write(
      ...standProspect(await mustProspect(world, "eva"), { state: "ended", reason: "opted out" }, 1),
    );
    await removeCadence(world.app, "early", "Bo");
    expect((await getCadences(world.app.table)).map(({ id }) => id)).toEqual(["default"]);
    expect(await world.scheduler.list("early.")).toEqual([]);
    const { versions } = await listVersions(world.app.table, "early", { limit: 9 });
    expect(versions.map(({ by, changes }) => [by, changes])).toEqual([
      ["Bo", ["Removed"]],
      ["Mia", ["Begun"]],
    ]);
    expect(await add(world, "Early")).toBe("early-2");
  });

  test("never takes the one that new prospects go into", async () => {
    const world = await testWorld();
    await expect(removeCadence(world.app, "default", "Mia")).rejects.toThrow("New prospects go into this cadence");
  });
});
