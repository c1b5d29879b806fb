import { expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { lastsFor } from "../../../shared/runway/lasts.ts";
import { slotsAhead } from "../../../shared/cadence/next-slot.ts";
import type { RunwayRow } from "../../../shared/runway/runway.ts";
import { getRunway } from "../../../shared/runway/store.ts";
import { workOutRunway } from "../../../shared/runway/work-out.ts";
import type { Segment } from "../../../shared/segment/segment.ts";
import { putSegment } from "../../../shared/segment/store.ts";
import { addDays } from "../../../shared/time.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { MONDAY, article, caseStudy, prospect, testWorld, type TestWorld } from "../../fixtures/world.ts";

const words = (name: string) => ({
  summary: `What we learned about ${name} in a year.`,
  talkingPoint: `A year of ${name} is worth it.`,
});
const LIBRARY = [
  ...["a", "b", "c", "d"].map((id) => article(id, words(id))),
  article("soon", { ...words("soon"), publishedOn: "2026-12-09" }),
  article("brief", { ...words("brief"), publishedOn: "2025-12-01", expiresOn: "2026-12-02" }),
  article("rounds", { ...words("rounds"), topics: ["rounds"] }),
  article("retired", { ...words("retired"), retiredAt: MONDAY }),
  caseStudy("dairy", { ...words("dairy"), sector: "food" }),
  caseStudy("bakery", { ...words("bakery"), sector: "food" }),
  caseStudy("anyone", words("anyone")),
];

const PEOPLE: Prospect[] = [
  prospect("food"),
  prospect("retail", { sector: "retail" }),
  prospect("nothing", { sector: undefined }),
  prospect("read-some", {
    seen: ["a", "b", "dairy"],
    recentTouches: ["2026-11-18", "2026-11-19"],
    touchCount: 3,
    unanswered: 3,
  }),
  prospect("weekly", { atMostWeekly: true, timeZone: "Pacific/Auckland" }),
  prospect("asked", { topics: ["rounds"], timeZone: "America/Los_Angeles" }),
  prospect("quiet", { rhythm: "long", unanswered: 12, seen: ["a", "b", "c", "d", "soon", "brief", "anyone"] }),
  prospect("ended", { standing: { state: "ended", reason: "customer" } }),
];

async function fullWorld(): Promise<TestWorld> {
  // A shorter patience, so that the change of rhythm comes while there is still something to send.
  const cadence = { ...defaultCadence, quietAfter: 8, longRhythmDays: 14 };
  return testWorld({ prospects: PEOPLE, articles: LIBRARY, cadence });
}

const rowOf = (rows: readonly RunwayRow[], of: RunwayRow["of"], id = "-"): RunwayRow | undefined =>
  rows.find((row) => row.of === of && row.id === id);

test("the library runs out on the very day on which nothing is sent any more, after as many emails", async () => {
  const world = await fullWorld();
  await workOutRunway(world.app);
  const all = rowOf(await getRunway(world.app.table), "everybody");
  const foretold = new Map(all?.first.map(({ prospectId, out, emails }) => [prospectId, { out, emails }]));
  expect([...foretold.keys()].toSorted()).toEqual(
    PEOPLE.map(({ id }) => id)
      .filter((id) => id !== "ended")
      .toSorted(),
  );
  const last =
    [...foretold.values()]
      .map(({ out }) => out)
      .toSorted()
      .at(-1) ?? "";
  await world.pass(`${addDays(last, 2)}T12:00Z`);
  for (const [id, { out, emails }] of foretold) {
    const touches = (await touchesOf(world.app.table, id)).toSorted((a, b) => a.date.localeCompare(b.date));
    const end = touches.find(({ reason }) => reason === "library-used-up");
    expect([id, end?.date], id).toEqual([id, out]);
    expect(touches.filter(({ outcome, date }) => outcome === "sent" && date < out).length, id).toBe(emails);
  }
});

test("it is counted by sector and segment, and names those first whom it hits first", async () => {
  const world = await fullWorld();
  const times = { createdAt: MONDAY, updatedAt: MONDAY };
  const rules: Segment["rules"] = [{ of: "sector", is: "any", values: ["food"] }];
  const segment = {
    id: "eaters",
    name: "Eaters",
    order: 1,
    rules,
    ...times,
  };
  await world.app.table.write(putSegment(segment, "absent"));
  await workOutRunway(world.app);
  const rows = await getRunway(world.app.table);
  expect(rows.map(({ of, id, people }) => `${of} ${id} ${people}`).toSorted()).toEqual([
    "everybody - 7",
    "sector - 1",
    "sector food 5",
    "sector retail 1",
    "segment eaters 5",
  ]);
  const food = rowOf(rows, "segment", "eaters");
  expect(food).toMatchObject({ name: "Eaters", beyond: 0, asOf: MONDAY, date: "2026-11-23" });
  expect(food?.byWeek.reduce((sum, count) => sum + count, 0)).toBe(5);
  expect(food?.first[0]?.prospectId).toBe("quiet");
  expect(food?.first.map(({ out }) => out)).toEqual(food?.first.map(({ out }) => out).toSorted());
  await world.app.table.write({ kind: "remove", key: { pk: "SEGMENTS", sk: "SEGMENT#eaters" } });
  await workOutRunway(world.app);
  expect(rowOf(await getRunway(world.app.table), "segment", "eaters")).toBeUndefined();
});

test("a library that lasts longer than a year is said to, and one that is used up hits at the next slot", () => {
  const many = Array.from({ length: 200 }, (_, index) => article(`n${index}`));
  const cadence = { ...defaultCadence, quietAfter: 1000, paused: true };
  const slots = [...slotsAhead(cadence, "Europe/Lisbon", MONDAY, 364)];
  const one = prospect("one");
  expect(lastsFor(one, { cadence, slots, library: many, clickedTopics: {} })).toEqual({ emails: 104 });
  expect(lastsFor(one, { cadence, slots, library: [], clickedTopics: {} })).toEqual({ emails: 0, out: "2026-11-25" });
});
