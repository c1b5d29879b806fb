import { beforeAll, describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { reportsPk, touchKey } from "../../../shared/keys.ts";
import { putExperiment } from "../../../shared/experiment/store.ts";
import { getTally } from "../../../shared/experiment/tally-store.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { readAll } from "../../../shared/read-all.ts";
import { buildReport } from "../../../shared/report/build.ts";
import type { Counts } from "../../../shared/report/counts.ts";
import { orderReport } from "../../../shared/report/order.ts";
import { DIMENSIONS, isUnderWay } from "../../../shared/report/report.ts";
import type { Dimension } from "../../../shared/report/report.ts";
import { getReport, getReportHead } from "../../../shared/report/store.ts";
import { testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { ARTICLES, PEOPLE, play } from "./played.ts";

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ prospects: PEOPLE, articles: ARTICLES });
  await play(world);
  await buildReport(world.app);
});

const allRows = (app: App) =>
  Promise.all(DIMENSIONS.map((of) => readAll(app.table, { pk: reportsPk(of) }))).then((found) => found.flat());

/** Only what is more than nothing. */
async function counted(of: Dimension): Promise<Record<string, Partial<Counts>>> {
  const rows = await getReport(world.app.table, of);
  return Object.fromEntries(
    rows.map(({ name, ranges: { all } }) => [
      name,
      Object.fromEntries(Object.entries(all ?? {}).filter(([, count]) => count > 0)),
    ]),
  );
}

const WEDNESDAY = {
  sent: 6,
  delivered: 5,
  bounced: 1,
  bouncedForGood: 1,
  // Not Ivo, whose address is not there, and not Ada, who is not measured.
  measured: 4,
  // Sam's neither.
  openable: 3,
  opened: 1,
  clicked: 2,
  unsubscribed: 1,
  callTasks: 1,
  conversations: 1,
  meetings: 1,
};
const THURSDAY = { sent: 3, delivered: 3, measured: 2, openable: 2, complained: 1, callTasks: 1 };

describe("counted by hand", () => {
  test("slots, and articles, of which each slot had its own", async () => {
    expect(await counted("slot")).toEqual({ "2026-11-25": WEDNESDAY, "2026-11-26": THURSDAY });
    expect(await counted("article")).toEqual({ rounds: WEDNESDAY, shifts: THURSDAY });
    expect(await counted("touch")).toEqual({ "01": WEDNESDAY, "02": THURSDAY });
  });

  test("everything together", async () => {
    const all = {
      ...WEDNESDAY,
      sent: 9,
      delivered: 8,
      measured: 6,
      openable: 5,
      complained: 1,
      callTasks: 2,
    };
    for (const of of ["all", "week", "cadence", "template"] as const)
      expect(Object.values(await counted(of)), of).toEqual([all]);
    expect((await getReport(world.app.table, "cadence"))[0]?.title).toBe("Midweek");
  });

  test("sectors and domains", async () => {
    expect(await counted("sector")).toMatchObject({
      "": { sent: 2, delivered: 2 },
      energy: { sent: 2, bounced: 1, meetings: 1 },
      food: { sent: 5, complained: 1, unsubscribed: 1 },
    });
    expect((await counted("domain"))["ivo.example"]).toEqual({ sent: 1, bounced: 1, bouncedForGood: 1 });
  });
});

test("working it out again changes nothing", async () => {
  const before = await allRows(world.app);
  await buildReport(world.app);
  expect(await allRows(world.app)).toEqual(before);
});

test("a time that is over has none of its emails, and what is gone leaves no row behind", async () => {
  const old = await testWorld({ prospects: PEOPLE.slice(0, 2), articles: ARTICLES.slice(0, 1) });
  await old.pass("2026-11-25T16:00Z");
  await buildReport(old.app);
  const names = async (of: Dimension) => (await getReport(old.app.table, of)).map(({ name }) => name);
  expect(await names("domain")).toEqual(["eva.example", "rui.example"]);
  await eraseProspect(old.app, "eva");
  old.clock.standAt(Date.parse("2026-12-22T12:00Z"));
  await buildReport(old.app);
  expect(await names("domain")).toEqual(["rui.example"]);
  const ranges = async () => Object.keys((await getReport(old.app.table, "all"))[0]?.ranges ?? {});
  expect(await ranges()).toEqual(["4-weeks", "13-weeks", "year", "all"]);
  old.clock.standAt(Date.parse("2026-12-23T12:00Z"));
  await buildReport(old.app);
  expect(await ranges()).toEqual(["13-weeks", "year", "all"]);
});

test("whoever asks for it has it worked out once, and sees that it is under way", async () => {
  const { app, pass, clock } = await testWorld({ prospects: PEOPLE.slice(0, 1) });
  const sent: unknown[] = [];
  const asking = { ...app, reckonings: { send: async (bodies: readonly unknown[]) => void sent.push(...bodies) } };
  expect(await orderReport(asking)).toBe("ordered");
  expect(isUnderWay(await getReportHead(app.table))).toBe(true);
  expect(await orderReport(asking)).toBe("under-way");
  expect(sent).toEqual([{ of: "report" }]);
  await buildReport(app);
  const head = await getReportHead(app.table);
  expect(isUnderWay(head)).toBe(false);
  expect(head).toMatchObject({ asOf: app.now(), day: "2026-11-23" });
  clock.standAt(app.now() + 60_000);
  expect(await orderReport(app)).toBe("ordered");
  await pass(app.now());
  expect((await getReportHead(app.table)).asOf).toBe(app.now());
});

test("one that came to nothing can be asked for again after ten minutes", async () => {
  const { app, clock } = await testWorld();
  const lost = { ...app, reckonings: { send: async () => undefined } };
  await orderReport(lost);
  clock.standAt(app.now() + 10 * 60_000);
  expect(await orderReport(lost)).toBe("ordered");
});

test("experiments are tallied with the same walk", async () => {
  const { app } = world;
  const experiment = { id: "e1", name: "Two subjects", cadenceId: "default", startsOn: "2026-11-25", createdBy: "Mia" };
  const subjects = { a: "About rounds", b: "Rounds, again" };
  await app.table.write(
    ...putExperiment({ ...experiment, createdAt: 1, of: "subject", articleId: "rounds", subjects }, null, 1),
    ...PEOPLE.map(({ id }, n) => ({
      kind: "update" as const,
      key: touchKey(id, "2026-11-25"),
      set: { experiment: { id: "e1", arm: n < 4 ? "a" : "b" } },
    })),
  );
  await buildReport(app);
  // Rui, Eva and Tom; Ivo's bounced. No email's week is over.
  expect(await getTally(app.table, "e1")).toMatchObject({
    a: { emails: 3, young: 3 },
    b: { emails: 2, young: 2 },
  });
});
