import { expect, test } from "vitest";
import { sweep } from "../../../functions/sweep.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { DAY, HOUR, toLocal } from "../../../shared/time.ts";
import { windowOpen } from "../../../shared/touch/decide.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { chanceOf } from "../../../stacks/local/play/chance.ts";
import { passTime } from "../../../stacks/local/work.ts";
import { MONDAY, article, caseStudy, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { faultyApp } from "./faults.ts";
import type { Faults } from "./faults.ts";

const WEEKS = 3;
const ZONES = ["Pacific/Auckland", "Asia/Kolkata", "Europe/Lisbon", "America/St_Johns"];
const people = Array.from({ length: 24 }, (_, n) => prospect(`p${n}`, { timeZone: ZONES[n % 4]! }));
const articles = [
  ...Array.from({ length: 8 }, (_, n) => article(`post${n}`)),
  ...Array.from({ length: 4 }, (_, n) => caseStudy(`case${n}`, { sector: "food" })),
];
const rough: Faults = {
  mailerThrows: 0.1,
  badAnswer: 0.1,
  writeFails: 0.08,
  writesCollide: 0,
  queueFails: 0.1,
  edits: 0.3,
  twice: 0.3,
};

/** Three weeks in which things go wrong, then a calm hour in which dead letters come again and the sweep goes round. */
async function roughWeeks(seed: number, faults: Faults): Promise<TestWorld> {
  const world = await testWorld({ prospects: people, articles });
  // Once an hour is often enough here, and four times as quick.
  await world.scheduler.put({
    name: "sweep",
    expression: "cron(5 * * * ? *)",
    timeZone: "UTC",
    target: "sweep",
    input: {},
  });
  const { app, calm } = faultyApp(world, chanceOf("faults", seed), faults);
  const rocky = { ...world, app };
  const ignore = (): void => undefined;
  await passTime(rocky, MONDAY + WEEKS * 7 * DAY - DAY, ignore);
  calm();
  for (const queue of Object.values(world.queues)) queue.redrive();
  await passTime(rocky, app.now() + HOUR, ignore);
  await sweep(app, { scheduledAt: app.now() });
  return world;
}

/** Everything a prospect, or whoever keeps the ledger, would complain of. */
async function complaints(world: TestWorld): Promise<string[]> {
  const found: string[] = [];
  const seen = new Set<string>();
  const once = (what: string): void => {
    if (seen.has(what)) found.push(`twice: ${what}`);
    seen.add(what);
  };
  for (const { tags, at } of world.emails()) {
    const { prospect: id = "", slot = "", article: articleId = "" } = tags;
    once(`${id} on ${slot}`);
    once(`${id} got ${articleId}`);
    const timeZone = people.find((one) => one.id === id)!.timeZone;
    if (toLocal(timeZone, at).date !== slot || !windowOpen(defaultCadence, { date: slot, timeZone }, at))
      found.push(`outside: ${id} at ${new Date(at).toISOString()}`);
  }
  const slots = Array.from({ length: WEEKS * 2 }, (_, n) => MONDAY + (2 + 7 * (n >> 1) + (n % 2)) * DAY);
  const dates = slots.map((at) => new Date(at).toISOString().slice(0, 10));
  for (const { id } of people) {
    const touches = await touchesOf(world.app.table, id);
    const ledger = new Map(touches.map((touch) => [touch.date, touch.outcome]));
    for (const date of dates) {
      const outcome = ledger.get(date);
      if (outcome === undefined) found.push(`dropped: ${id} on ${date}`);
      if (outcome === "reserved") found.push(`without an outcome: ${id} on ${date}`);
      if (seen.has(`${id} on ${date}`) && outcome !== "sent" && outcome !== "unknown")
        found.push(`went out but is ${outcome}: ${id} on ${date}`);
      if (outcome === "sent" && !seen.has(`${id} on ${date}`)) found.push(`sent but never went out: ${id} on ${date}`);
    }
    if (ledger.size !== dates.length) found.push(`${id} has ${ledger.size} touches`);
  }
  if (world.queues.touches.depth() > 0) found.push("messages are left");
  return found;
}

test("when nothing goes wrong everybody gets an email in every slot", async () => {
  const calm: Faults = {
    mailerThrows: 0,
    badAnswer: 0,
    writeFails: 0,
    writesCollide: 0,
    queueFails: 0,
    edits: 0,
    twice: 0,
  };
  const world = await roughWeeks(0, calm);
  expect(await complaints(world)).toEqual([]);
  expect(world.emails()).toHaveLength(people.length * WEEKS * 2);
});

test("whatever the mailer, the table and the queue do: nothing twice, nothing outside the window, and each slot ends in one outcome", async () => {
  for (let seed = 1; seed <= 24; seed++) {
    const world = await roughWeeks(seed, rough);
    expect(await complaints(world), `seed ${seed}`).toEqual([]);
    const outcomes = new Set<string>();
    for (const { id } of people) for (const touch of await touchesOf(world.app.table, id)) outcomes.add(touch.outcome);
    expect([...outcomes], `seed ${seed} went too smoothly`).toEqual(expect.arrayContaining(["sent", "unknown"]));
  }
});

test("a reservation that collides with somebody else's is looked at again, and its prospect not dropped", async () => {
  for (let seed = 1; seed <= 6; seed++) {
    const world = await roughWeeks(seed, { ...rough, writesCollide: 0.2 });
    expect(await complaints(world), `seed ${seed}`).toEqual([]);
  }
});
