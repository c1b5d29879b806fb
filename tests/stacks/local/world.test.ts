import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { syncSchedules } from "../../../shared/cadence/schedules.ts";
import { putCadence } from "../../../shared/cadence/store.ts";
import { libraryChanged, putArticles } from "../../../shared/content/store.ts";
import { outboxMailer } from "../../../shared/local/outbox.ts";
import { openStore } from "../../../shared/local/store.ts";
import type { Mailer } from "../../../shared/ports.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { HOUR, toLocal } from "../../../shared/time.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import type { TouchBatch } from "../../../shared/touch/touch.ts";
import { clockAhead } from "../../../stacks/local/clock.ts";
import { passTime, workDue } from "../../../stacks/local/work.ts";
import { createWorld } from "../../../stacks/local/world.ts";
import { ana, article, prospect, testConfig, testWorld } from "../../fixtures/world.ts";

const ZONES = ["Pacific/Auckland", "Asia/Tokyo", "Asia/Dubai", "Europe/Lisbon", "America/Chicago"];
const people = () => ZONES.map((timeZone, n) => prospect(`p${n}`, { timeZone }));
const batch = (prospectIds: string[]): TouchBatch => ({
  cadenceId: "default",
  date: "2026-11-25",
  slotKind: "blog-post",
  timeZone: "Europe/Lisbon",
  scheduledAt: Date.parse("2026-11-25T15:00Z"),
  prospectIds,
});

describe("letting time pass", () => {
  test("fires every zone's schedule in the order in which the afternoon comes round the world", async () => {
    const world = await testWorld({
      prospects: people().toReversed(),
      articles: [article("rounds"), article("audits")],
    });
    await world.pass("2026-11-27T12:00Z");
    const emails = world.emails();
    expect(emails.map(({ tags }) => ZONES[Number(tags["prospect"]?.slice(1))])).toEqual([...ZONES, ...ZONES]);
    expect(emails.map(({ at }) => at)).toEqual(emails.map(({ at }) => at).toSorted((a, b) => a - b));
    for (const [n, { at }] of emails.entries())
      expect(toLocal(ZONES[n % 5]!, at)).toMatchObject({ weekday: n < 5 ? "wednesday" : "thursday", time: "15:00" });
    expect(world.app.now()).toBe(Date.parse("2026-11-27T12:00Z"));
    expect(world.failures).toEqual([]);
  });

  test("in one leap or in many steps the same emails leave at the same times", async () => {
    const parts = { prospects: people(), articles: [article("rounds"), article("audits")] };
    const leap = await testWorld(parts);
    await leap.pass("2026-11-27T00:00Z");
    const steps = await testWorld(parts);
    while (steps.app.now() < Date.parse("2026-11-27T00:00Z")) await steps.pass(steps.app.now() + HOUR);
    expect(steps.emails()).toEqual(leap.emails());
  });

  test("a message that always fails is tried five times, then lies with the dead letters; others go on", async () => {
    const world = await testWorld({ prospects: [prospect("rui")], articles: [article("rounds")] });
    await world.pass("2026-11-25T14:59Z");
    await world.app.touches.send([{ ...batch(["rui"]), prospectIds: [] }]);
    await world.pass("2026-11-25T15:00:01Z");
    expect(world.emails()).toHaveLength(1);
    expect(world.queues.touches.deadLetters()).toEqual([]);
    await world.pass("2026-11-25T15:10Z");
    expect(world.failures).toHaveLength(5);
    expect(world.queues.touches.deadLetters()).toMatchObject([{ attempts: 5, body: { prospectIds: [] } }]);
    expect(world.queues.touches.depth()).toBe(0);
  });

  test("a schedule whose target always fails does not hold up the others, ends with the dead letters, and comes again next time", async () => {
    const world = await testWorld({ prospects: people(), articles: [article("rounds"), article("audits")] });
    const broken = {
      name: "broken",
      expression: "cron(0 0 ? * WED *)",
      timeZone: "UTC",
      target: "dispatch",
      input: {},
    } as const;
    await world.scheduler.put(broken);
    await world.pass("2026-11-27T12:00Z");
    expect(world.emails().map(({ at }) => toLocal("UTC", at).time.slice(3))).toEqual(
      Array.from({ length: 10 }, () => "00"),
    );
    expect(world.queues.firings.deadLetters()).toMatchObject([
      { body: { target: "dispatch", input: { scheduledAt: Date.parse("2026-11-25T00:00Z") } } },
    ]);
    await world.pass("2026-12-03T00:00Z");
    expect(world.queues.firings.deadLetters()).toHaveLength(2);
  });

  test("a schedule whose target fails at first is called again soon, and means the same slot", async () => {
    const world = await testWorld({ prospects: [prospect("rui")], articles: [article("rounds")] });
    const { touches } = world.app;
    let sends = 0;
    const stuttering = {
      send: async (bodies: readonly TouchBatch[]) => {
        if (++sends < 3) throw new Error("queue away");
        await touches.send(bodies);
      },
    };
    const failures: unknown[] = [];
    const own = { ...world, app: { ...world.app, touches: stuttering } };
    await passTime(own, Date.parse("2026-11-25T18:00Z"), ({ error }) => failures.push(error));
    expect(failures).toEqual([new Error("queue away"), new Error("queue away")]);
    expect(world.emails()).toMatchObject([{ tags: { slot: "2026-11-25" } }]);
    expect(world.emails()[0]!.at).toBeLessThan(Date.parse("2026-11-25T15:05Z"));
  });
});

describe("in real time", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-25T15:00Z") - 1 }));
  afterEach(() => void vi.useRealTimers());

  test("a mailer so slow that the afternoon ends does not carry emails past the window", async () => {
    const store = openStore(":memory:");
    const clock = clockAhead(0);
    const outbox = outboxMailer(store, Date.now);
    const slow: Mailer = {
      ...outbox,
      sendBulk: async (mail) => {
        const results = await outbox.sendBulk(mail);
        vi.setSystemTime(Date.now() + 3 * HOUR);
        return results;
      },
    };
    const world = createWorld({ store, clock, config: () => testConfig, mailer: slow });
    const { app } = world;
    await app.table.write(putRep(ana), putCadence(defaultCadence), ...putArticles([article("rounds")]));
    await app.table.write(libraryChanged(clock.now()));
    // Ids that end differently are in different parts of the audience, and so in batches of their own.
    for (const id of ["p0", "p1"]) await app.table.write(...putProspect(prospect(id), undefined));
    await syncSchedules(app);
    vi.setSystemTime(Date.parse("2026-11-25T15:00:01Z"));
    await workDue(world, ({ error }) => expect.unreachable(String(error)));
    expect(await touchesOf(app.table, "p0")).toMatchObject([{ outcome: "sent" }]);
    expect(await touchesOf(app.table, "p1")).toMatchObject([{ outcome: "skipped", reason: "window-closed" }]);
  });
});
