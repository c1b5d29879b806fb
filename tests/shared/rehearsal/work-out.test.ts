import { expect, test } from "vitest";
import { getCadence } from "../../../shared/cadence/store.ts";
import { rehearsalPartsPk } from "../../../shared/keys.ts";
import type { Table, Write } from "../../../shared/ports.ts";
import { readAll } from "../../../shared/read-all.ts";
import { orderRehearsal } from "../../../shared/rehearsal/order.ts";
import { eachQuarters, getWords, idsOf, quarterOf, rowsOf } from "../../../shared/rehearsal/read.ts";
import { isDone } from "../../../shared/rehearsal/rehearsal.ts";
import type { Rehearsed } from "../../../shared/rehearsal/rehearsal.ts";
import { getRehearsal, getRehearsals } from "../../../shared/rehearsal/store.ts";
import { stopRehearsal } from "../../../shared/rehearsal/stop.ts";
import { workOutRehearsal } from "../../../shared/rehearsal/work-out.ts";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { DAY } from "../../../shared/time.ts";
import { workDue } from "../../../stacks/local/work.ts";
import { MONDAY, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { cadence, shelf, three } from "./company.ts";

const order = { weeks: 4, label: "Four weeks", by: "Ana" };
const company = () => testWorld({ prospects: three, articles: shelf });

async function worked(world: TestWorld, more: Partial<Parameters<typeof orderRehearsal>[1]> = {}): Promise<Rehearsed> {
  const id = await orderRehearsal(world.app, { ...order, ...more });
  await workDue(world, ({ error }) => expect.unreachable(String(error)));
  const found = await getRehearsal(world.app.table, id);
  if (!found || !isDone(found)) throw new Error(`not done: ${found?.state} ${found?.says}`);
  return found;
}

test("what was ordered is worked out on its queue, and says what goes out to whom and when", async () => {
  const world = await company();
  const { totals, from, to, progress } = await worked(world);
  expect({ from, to, progress }).toEqual({ from: MONDAY, to: MONDAY + 28 * DAY, progress: 1 });
  // Rui: post and case study a week until the three case studies are gone, then posts. Ada: posts. Kiri has no rep.
  expect(totals).toMatchObject({ prospects: 3, sent: 14, skipped: { "no-rep": 8, "library-used-up": 2 } });
  expect(totals.days.map(({ date }) => date)).toEqual([
    "2026-11-25",
    "2026-11-26",
    "2026-12-02",
    "2026-12-03",
    "2026-12-09",
    "2026-12-10",
    "2026-12-16",
    "2026-12-17",
  ]);
  expect(totals.zones.map(({ name, sent, from: first }) => [name, sent, first])).toEqual([
    ["Europe/Lisbon", 8, "15:00"],
    ["America/New_York", 6, "15:00"],
    ["Pacific/Auckland", 0, undefined],
  ]);
  expect(totals.sectors.map(({ name, sent }) => [name, sent])).toEqual([
    ["food", 8],
    ["software", 6],
  ]);
  expect(totals.reps).toMatchObject([
    { name: "ana", sent: 14, perWeek: [4, 4, 4, 2] },
    { name: "", sent: 0 },
  ]);
  expect(totals.runway).toMatchObject({ count: 1, first: [{ prospectId: "ada", date: "2026-12-16" }] });
  expect(world.emails()).toEqual([]);
});

test("every email and skip can be looked up by day and by prospect", async () => {
  const world = await company();
  const { table } = world.app;
  const rehearsed = await worked(world);
  const words = (await getWords(table, rehearsed))!;
  const wednesday = await rowsOf(table, rehearsed, "2026-11-25");
  const ids = await idsOf(
    table,
    rehearsed,
    wednesday.map(({ person }) => person),
  );
  const told = wednesday.map((row) => [
    ids.get(row.person),
    words.whats[row.what]?.reason,
    words.zones[row.zone],
    row.minute,
  ]);
  expect(told).toEqual([
    ["ada", undefined, "America/New_York", 900],
    ["kiri", "no-rep", "Pacific/Auckland", 900],
    ["rui", undefined, "Europe/Lisbon", 900],
  ]);
  const rui = (await quarterOf(table, rehearsed, "rui"))!;
  const articles = rui.rows.map(({ article }) => words.articles[article - 1]?.id);
  expect(articles).toHaveLength(8);
  expect(new Set(articles).size).toBe(8);
  expect(articles[1]).toBe("case-0");
  expect(await quarterOf(table, rehearsed, "nobody")).toBeUndefined();
  const all = [];
  for await (const quarters of eachQuarters(table, rehearsed))
    all.push(...quarters.map(({ id, rows }) => [id, rows.length]));
  expect(all).toEqual([
    ["ada", 8],
    ["kiri", 8],
    ["rui", 8],
  ]);
});

test("a cadence that is tried takes the place of the saved one, which stays as it is", async () => {
  const world = await company();
  const once = { ...cadence, slots: cadence.slots.slice(0, 1) };
  const { totals } = await worked(world, { cadence: once, draftId: "d1" });
  expect(totals.days).toHaveLength(4);
  expect((await getCadence(world.app.table, "default"))?.slots).toHaveLength(2);
});

test("while sending is paused nothing would go out, unless one asks as if it were not", async () => {
  const world = await company();
  await pauseSending(world.app, { cause: "by hand", says: "We move house" });
  expect((await worked(world)).totals).toMatchObject({ sent: 0, skipped: { "window-closed": 24 } });
  expect((await worked(world, { unpaused: true })).totals).toMatchObject({ sent: 14 });
});

test("a company that has not begun is told so in a sentence", async () => {
  const world = await company();
  await world.app.table.write({ kind: "remove", key: { pk: "CADENCES", sk: "CADENCE#default" } });
  const id = await orderRehearsal(world.app, order);
  expect(await workOutRehearsal(world.app, id)).toBe("failed");
  expect(await getRehearsal(world.app.table, id)).toMatchObject({
    state: "failed",
    says: expect.stringContaining("say first who you are"),
  });
});

test("trouble of the store is told in the row, and thrown", async () => {
  const world = await company();
  const id = await orderRehearsal(world.app, order);
  const table: Table = { ...world.app.table, query: async () => Promise.reject(new Error("the store is away")) };
  await expect(workOutRehearsal({ ...world.app, table }, id)).rejects.toThrow("away");
  expect(await getRehearsal(world.app.table, id)).toMatchObject({
    state: "failed",
    says: "It broke off: the store is away",
  });
  expect(await workOutRehearsal(world.app, id)).toBe("over");
});

test("one that was stopped is not worked out, and one that is stopped on its way ends there", async () => {
  const world = await company();
  const before = await orderRehearsal(world.app, order);
  expect(await stopRehearsal(world.app, before)).toBe("stopped");
  expect(await workOutRehearsal(world.app, before)).toBe("over");
  const id = await orderRehearsal(world.app, order);
  const { table } = world.app;
  const query: Table["query"] = async (asked) => {
    if (asked.pk === "LIBRARY") await stopRehearsal(world.app, id);
    return table.query(asked);
  };
  expect(await workOutRehearsal({ ...world.app, table: { ...table, query } }, id)).toBe("stopped");
  expect(await getRehearsal(table, id)).toMatchObject({ state: "stopped" });
  expect(await stopRehearsal(world.app, id)).toBe("over");
});

test("of the real world nothing but its own rows is written", async () => {
  const world = await company();
  const id = await orderRehearsal(world.app, order);
  const written: string[] = [];
  const { table } = world.app;
  const note = (writes: readonly Write[]): void =>
    void written.push(...writes.map((write) => (write.kind === "put" ? write.item.pk : write.key.pk)));
  const watched: Table = {
    ...table,
    write: async (...writes) => (note(writes), table.write(...writes)),
    writeMany: async (writes) => (note(writes), table.writeMany(writes)),
    writeEach: async (writes) => (note(writes), table.writeEach(writes)),
  };
  const refuse = () => expect.unreachable("nothing leaves a dry run");
  const app = {
    ...world.app,
    table: watched,
    touches: { send: refuse },
    signals: { send: refuse },
    notices: { send: refuse },
    mailer: { sendBulk: refuse, forget: refuse },
  };
  expect(await workOutRehearsal(app, id)).toBe("done");
  expect(new Set(written)).toEqual(new Set(["REHEARSALS", rehearsalPartsPk(id)]));
});

test("at most a few are under way, old ones give way, and all go by themselves after a week", async () => {
  const world = await company();
  for (let n = 0; n < 4; n += 1) await orderRehearsal(world.app, order);
  await expect(orderRehearsal(world.app, order)).rejects.toThrow("4 dry runs are under way already");
  await workDue(world, ({ error }) => expect.unreachable(String(error)));
  for (let n = 0; n < 10; n += 1) await worked(world, { weeks: 1 });
  const kept = await getRehearsals(world.app.table);
  expect(kept).toHaveLength(12);
  world.clock.standAt(MONDAY + 8 * DAY);
  expect(await getRehearsals(world.app.table)).toEqual([]);
  expect(await readAll(world.app.table, { pk: rehearsalPartsPk(kept[0]!.id) })).toEqual([]);
  for (const weeks of [0, 27, 1.5])
    await expect(orderRehearsal(world.app, { ...order, weeks })).rejects.toThrow("1 to 26");
});
