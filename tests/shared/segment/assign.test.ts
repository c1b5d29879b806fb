import { expect, test } from "vitest";
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { syncSchedules } from "../../../shared/cadence/schedules.ts";
import { getZones, putCadence, zonesChangedAt } from "../../../shared/cadence/store.ts";
import { DAY } from "../../../shared/durations.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { putProspect, standProspect } from "../../../shared/prospect/store.ts";
import { assignCadence } from "../../../shared/segment/assign-one.ts";
import { assignCadences } from "../../../shared/segment/assign.ts";
import { moveSegment } from "../../../shared/segment/move-segment.ts";
import { removeSegment } from "../../../shared/segment/remove-segment.ts";
import { saveSegment } from "../../../shared/segment/save-segment.ts";
import type { Rule } from "../../../shared/segment/segment.ts";
import { getCounts, getSegments, getWords } from "../../../shared/segment/store.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { article, caseStudy, mustProspect, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const cadence = (id: string, wednesday: string): Cadence => ({
  ...defaultCadence,
  id,
  name: id,
  slots: [
    { weekday: "wednesday", time: wednesday, kind: "blog-post" },
    { weekday: "thursday", time: wednesday, kind: "case-study" },
  ],
});
const tagged = (...values: string[]): Rule[] => [{ of: "tags", is: "any", values }];

async function worldWith(...prospects: Parameters<typeof testWorld>[0][]) {
  const articles = Array.from({ length: 8 }, (_, at) => [article(`post-${at}`), caseStudy(`case-${at}`)]).flat();
  const world = await testWorld({ articles, ...prospects[0] });
  await world.app.table.write(putCadence(cadence("early", "13:00")), putCadence(cadence("late", "16:00")));
  return world;
}

const datesOf = async (world: TestWorld, id: string): Promise<string[]> =>
  (await touchesOf(world.app.table, id)).filter(({ outcome }) => outcome === "sent").map(({ date }) => date);

test("everybody gets the cadence of the first segment they are in, and the history says why", async () => {
  const world = await worldWith({ prospects: [prospect("rui", { tags: ["vip"] }), prospect("eva")] });
  const { app } = world;
  await saveSegment(app, { name: "Food", rules: [{ of: "sector", is: "any", values: ["food"] }] });
  await saveSegment(app, { name: "Important", rules: tagged("vip"), cadenceId: "early" });
  expect(await assignCadences(app)).toEqual({ moved: 1, later: 0 });
  expect((await mustProspect(world, "rui")).cadenceId).toBe("early");
  expect((await mustProspect(world, "eva")).cadenceId).toBe("default");
  expect((await notesOf(app.table, "rui")).map(({ text }) => text)).toEqual([
    "Moved to the cadence early: in the segment Important",
  ]);
  expect(await getZones(app.table, "early")).toEqual(["Europe/Lisbon"]);
  expect(await zonesChangedAt(app.table)).toBe(app.now());
  expect(await assignCadences(app)).toEqual({ moved: 0, later: 0 });
});

test("without its segment somebody goes back to the default cadence; who has left is left alone", async () => {
  const world = await worldWith({
    prospects: [prospect("rui", { tags: ["vip"] }), prospect("eva", { tags: ["vip"] })],
  });
  const { app } = world;
  const { id } = await saveSegment(app, { name: "Important", rules: tagged("vip"), cadenceId: "early" });
  await assignCadences(app);
  const eva = await mustProspect(world, "eva");
  await app.table.write(...standProspect(eva, { state: "ended", reason: "opted out" }, app.now() + 1));
  expect(await removeSegment(app, id)).toBe("removed");
  expect(await assignCadences(app)).toEqual({ moved: 1, later: 0 });
  expect((await mustProspect(world, "rui")).cadenceId).toBe("default");
  expect((await mustProspect(world, "eva")).cadenceId).toBe("early");
});

test("each segment's members are counted with a sample, and the words that prospects have", async () => {
  const some = Array.from({ length: 25 }, (_, at) =>
    prospect(`p${at}`, { tags: at % 2 ? ["odd"] : [], stage: "lead" }),
  );
  const world = await worldWith({
    prospects: [...some, prospect("gone", { tags: ["odd"], standing: { state: "ended", reason: "customer" } })],
  });
  const { app } = world;
  const { id } = await saveSegment(app, { name: "Odd", rules: tagged("odd") });
  await assignCadences(app);
  const count = (await getCounts(app.table)).get(id);
  expect(count).toMatchObject({ members: 13, mailable: 12, asOf: app.now() });
  expect(count?.sample).toHaveLength(10);
  expect(await getWords(app.table)).toMatchObject({
    people: 26,
    tags: [{ word: "odd", people: 13 }],
    stages: [{ word: "lead", people: 25 }],
    countries: [{ word: "PT", people: 26 }],
  });
});

test("in three segments whose cadences have slots on the same days, somebody gets one email a date, also in the week they move", async () => {
  const world = await worldWith({ prospects: [prospect("rui", { tags: ["a", "b", "c"] })] });
  const { app } = world;
  await saveSegment(app, { name: "A", rules: tagged("a"), cadenceId: "early" });
  await saveSegment(app, { name: "B", rules: tagged("b"), cadenceId: "late" });
  await saveSegment(app, { name: "C", rules: tagged("c"), cadenceId: "default" });
  await assignCadences(app);
  await syncSchedules(app);
  await world.pass("2026-11-25T18:00Z");
  expect(await datesOf(world, "rui")).toEqual(["2026-11-25"]);
  // Between the slot of the one and that of the other, of Wednesday evening and of Thursday noon, they lose a tag each.
  await world.pass("2026-11-26T12:00Z");
  await app.table.write(...retagged(await mustProspect(world, "rui"), ["b", "c"]));
  await assignCadence(app, "rui");
  await syncSchedules(app);
  await world.pass("2026-11-27T12:00Z");
  await app.table.write(...retagged(await mustProspect(world, "rui"), ["c"]));
  await assignCadence(app, "rui");
  await syncSchedules(app);
  await world.pass("2026-12-04T12:00Z");
  const dates = await datesOf(world, "rui");
  expect(new Set(dates).size).toBe(dates.length);
  expect(dates).toEqual(["2026-11-25", "2026-11-26", "2026-12-02", "2026-12-03"]);
  expect(world.emails()).toHaveLength(4);
  expect(world.failures).toEqual([]);
});

const retagged = (before: Awaited<ReturnType<typeof mustProspect>>, tags: string[]) =>
  putProspect({ ...before, tags, updatedAt: before.updatedAt + 1 }, before).slice(0, 1);

test("whose slot is under way stays until it has its outcome, so that no email is lost between two cadences", async () => {
  const world = await worldWith({ prospects: [prospect("rui", { tags: ["vip"] })] });
  const { app } = world;
  // The slot of the default cadence is at three; that of the early one was at one.
  await world.pass("2026-11-25T14:50Z");
  await saveSegment(app, { name: "Important", rules: tagged("vip"), cadenceId: "early" });
  expect(await assignCadences(app)).toEqual({ moved: 0, later: 1 });
  expect(await assignCadence(app, "rui")).toBe("later");
  await world.pass("2026-11-25T15:30Z");
  expect(await datesOf(world, "rui")).toEqual(["2026-11-25"]);
  expect(await assignCadence(app, "rui")).toBe("moved");
  await syncSchedules(app);
  await world.pass("2026-11-26T18:00Z");
  expect(await datesOf(world, "rui")).toEqual(["2026-11-25", "2026-11-26"]);
});

test("what they do makes a segment too: who read something lately, and who never did", async () => {
  const world = await worldWith({ prospects: [prospect("rui"), prospect("eva")] });
  const { app } = world;
  await app.table.write({
    kind: "put",
    item: {
      pk: "PROSPECT#rui",
      sk: "ENGAGEMENT",
      data: {
        prospectId: "rui",
        emails: [],
        clickedTopics: { rounds: 2 },
        lastHumanAt: app.now() - DAY,
        asOf: 0,
        version: 1,
      },
    },
  });
  const does = (value: "read" | "never"): Rule[] => [{ of: "engagement", is: "any", values: [value], days: 30 }];
  const read = await saveSegment(app, { name: "Readers", rules: does("read") });
  const never = await saveSegment(app, { name: "Never", rules: does("never") });
  const topic = await saveSegment(app, { name: "Rounds", rules: [{ of: "topics", is: "any", values: ["rounds"] }] });
  await assignCadences(app);
  const counts = await getCounts(app.table);
  expect([read, never, topic].map(({ id }) => counts.get(id)?.sample)).toEqual([["rui"], ["eva"], ["rui"]]);
});

test("segments are put in order, and what is wrong with one is said by field", async () => {
  const { app } = await worldWith({});
  const one = await saveSegment(app, { name: "One", rules: [] });
  const two = await saveSegment(app, { name: "Two", rules: [] });
  const names = async () => (await getSegments(app.table)).map(({ name }) => name);
  expect(await moveSegment(app, two.id, "up")).toBe("moved");
  expect(await names()).toEqual(["Two", "One"]);
  expect(await moveSegment(app, two.id, "up")).toBe("at-the-end");
  expect(await moveSegment(app, one.id, "up")).toBe("moved");
  expect(await names()).toEqual(["One", "Two"]);
  await saveSegment(app, { id: one.id, name: "First", rules: tagged("vip"), cadenceId: "late" });
  expect((await getSegments(app.table))[0]).toMatchObject({ name: "First", order: 1, cadenceId: "late" });
  await expect(saveSegment(app, { name: " ", rules: [] })).rejects.toThrow("name: give it a name");
  await expect(saveSegment(app, { name: "TWO", rules: [] })).rejects.toThrow("another segment");
  await expect(saveSegment(app, { name: "Three", rules: [], cadenceId: "gone" })).rejects.toThrow("cadence:");
  await expect(saveSegment(app, { id: "gone", name: "Three", rules: [] })).rejects.toThrow("no such segment");
  expect(await removeSegment(app, "gone")).toBe("unknown-segment");
});

test("a segment that is saved is counted without anybody asking", async () => {
  const world = await worldWith({ prospects: [prospect("rui", { tags: ["vip"] })] });
  const { id } = await saveSegment(world.app, { name: "Important", rules: tagged("vip"), cadenceId: "early" });
  await world.pass(world.app.now() + 60_000);
  expect((await getCounts(world.app.table)).get(id)?.members).toBe(1);
  expect((await mustProspect(world, "rui")).cadenceId).toBe("early");
});

test("without segments everybody is walked once, and again when there is one", async () => {
  const world = await worldWith({ prospects: [prospect("rui", { tags: ["vip"], cadenceId: "early" })] });
  const { app } = world;
  expect(await assignCadences(app)).toEqual({ moved: 1, later: 0 });
  const first = await getWords(app.table);
  world.clock.standAt(app.now() + DAY);
  await assignCadences(app);
  expect(await getWords(app.table)).toEqual(first);
  await saveSegment(app, { name: "Important", rules: tagged("vip"), cadenceId: "early" });
  expect(await assignCadences(app)).toEqual({ moved: 1, later: 0 });
});
