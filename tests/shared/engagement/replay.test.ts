import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { callsOf } from "../../../shared/call/store.ts";
import { compareTasks, holdAgainstReal } from "../../../shared/engagement/compare-tasks.ts";
import { realTasks } from "../../../shared/engagement/history.ts";
import type { History, ReplayedTask } from "../../../shared/engagement/history.ts";
import { readKnown } from "../../../shared/engagement/known.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { replayTasks } from "../../../shared/engagement/replay.ts";
import { judgeLedger, standardDials } from "../../../shared/engagement/score.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { standardWeights } from "../../../shared/engagement/weights.ts";
import { DAY, HOUR, toLocal } from "../../../shared/time.ts";
import { rep, rising, sendEmail, sentAt, signal, smallWorld } from "./small-world.ts";

async function historyOf(app: App): Promise<History> {
  const known = (await readKnown(app.table, app.config.company, "p1"))!;
  const { prospect, touches, ledger: signals, usual, engagement } = known;
  return { prospect, touches, signals, usual, prior: engagement.prior!, calls: await callsOf(app.table, "p1") };
}

async function replayed(app: App, weights: Partial<typeof standardWeights> = {}, falseTasksPerFortnight = 1) {
  const dials = { ...standardDials, weights: { ...standardWeights, ...weights } };
  return replayTasks(await historyOf(app), dials, { ...app.config.company, falseTasksPerFortnight });
}

/** Told one by one in the moment they happened. */
async function happening(app: App, clock: { now: number }, signals: readonly Signal[]): Promise<void> {
  for (const one of signals.toSorted((a, b) => a.at - b.at)) {
    clock.now = one.at;
    await recordEngagement(app, [one]);
  }
}

async function called(app: App, disposition: "no answer" | "connected", follow = false): Promise<void> {
  const open = (await callsOf(app.table, "p1")).find(({ state }) => state === "open");
  if (!open) return;
  const { number, version } = open;
  const date = toLocal("Europe/Lisbon", app.now() + 7 * DAY).date;
  const nextStep = follow ? ({ kind: "call", date } as const) : ({ kind: "declined" } as const);
  await completeCall(app, { prospectId: "p1", number, version, repId: rep.id, notes: "", disposition, nextStep });
}

describe("a history replayed", () => {
  test("gives the task that was opened: when, in which lane and why", async () => {
    const { app, clock } = await smallWorld();
    await happening(app, clock, rising());
    const [call] = await callsOf(app.table, "p1");
    expect(await replayed(app)).toEqual([
      { prospectId: "p1", timeZone: "Europe/Lisbon", at: call!.openedAt, lane: "warming", why: call!.why },
    ]);
  });

  test("with clicks that count for little there would have been none", async () => {
    const { app, clock } = await smallWorld();
    await happening(app, clock, rising());
    expect(await replayed(app, { click: 0.1 })).toEqual([]);
  });

  test("when more false tasks are allowed, less of a rise is enough", async () => {
    const { app, clock } = await smallWorld();
    await happening(app, clock, rising().slice(0, 2));
    expect(await callsOf(app.table, "p1")).toEqual([]);
    expect(await replayed(app)).toEqual([]);
    expect(await replayed(app, {}, 20)).toMatchObject([{ lane: "warming" }]);
  });

  test("who asked is hot, unless such a click is not sure enough", async () => {
    const { app, clock } = await smallWorld();
    await happening(app, clock, [signal("m1", 9, { kind: "click", link: "meeting" })]);
    expect(await replayed(app)).toMatchObject([{ lane: "hot", at: sentAt(9) + HOUR / 2 }]);
    expect(await replayed(app, { click: 0.55 })).toEqual([]);
  });

  test("a scanner that shows late takes its task back, as it did; if that were no sign of one, the task would have come", async () => {
    const { app, clock } = await smallWorld();
    const at = sentAt(9) + HOUR / 2;
    await happening(app, clock, [
      signal("m1", 9, { kind: "click", link: "meeting", at }),
      signal("m2", 9, { kind: "click", at: at + 1500 }),
    ]);
    expect((await callsOf(app.table, "p1"))[0]?.withdrawn).toBeDefined();
    expect(await replayed(app)).toEqual([]);
    expect(await replayed(app, { "two-at-once": 0.85, "same-visit": 0.85 })).toMatchObject([{ lane: "hot", at }]);
  });

  test("a task opened by hand takes in what follows, and is not replayed itself", async () => {
    const { app, clock } = await smallWorld();
    clock.now = sentAt(6);
    await openCallByHand(app, "p1", "We met at the fair");
    await happening(app, clock, rising());
    expect(await replayed(app)).toEqual([]);
  });
});

const soon = fc.record({
  kind: fc.constantFrom("open", "open", "click", "click", "reply"),
  link: fc.constantFrom("read", "read", "read", "meeting", "hidden"),
  after: fc.constantFrom(1, 20, 45, 1800, 1801.5, 7200, 14_400, 100_000),
  back: fc.integer({ min: 0, max: 2 }),
});
const week = fc.record({
  hits: fc.array(soon, { maxLength: 4 }),
  call: fc.constantFrom("none", "no answer", "connected", "follow"),
});

test("whatever happened, told as it happened, today's dials replay exactly the tasks that were there", async () => {
  let tasks = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(week, { minLength: 3, maxLength: 16 }), async (weeks) => {
      const { app, clock } = await smallWorld(6);
      let number = 0;
      for (const [place, { hits, call }] of weeks.entries()) {
        const n = place + 6;
        clock.now = sentAt(n);
        await sendEmail(app, n);
        const signals = hits.map(({ kind, link, after, back }) => {
          number += 1;
          const at = sentAt(n) + after * 1000 + number;
          return signal(`s${number}`, n - back, { kind, at, ...(kind === "click" && { link }) });
        });
        await happening(
          app,
          clock,
          signals.filter(({ at }) => at < sentAt(n + 1)),
        );
        clock.now += 1;
        if (call === "follow") await called(app, "connected", true);
        else if (call !== "none") await called(app, call);
      }
      const real = realTasks(await callsOf(app.table, "p1"));
      tasks += real.length;
      if (number > 0) expect((await replayed(app)).map(({ at }) => at)).toEqual(real.map(({ openedAt }) => openedAt));
    }),
    { numRuns: 60 },
  );
  expect(tasks).toBeGreaterThan(30);
});

describe("replays compared", () => {
  const task = (day: number): ReplayedTask => ({
    prospectId: "p1",
    timeZone: "Europe/Lisbon",
    at: day * DAY,
    lane: "warming",
    why: "Clicked 2 of the last 3",
  });
  const days = (tasks: readonly ReplayedTask[]): number[] => tasks.map(({ at }) => at / DAY);

  test("a task some days sooner or later stays; one further away is another", () => {
    const { came, gone, stayed } = compareTasks([task(0), task(40), task(80)], [task(3), task(60), task(87)]);
    expect({ came: days(came), gone: days(gone), stayed: days(stayed) }).toEqual({
      came: [60],
      gone: [40],
      stayed: [0, 80],
    });
  });

  test("each is the same as only one other, the nearest", () => {
    const { came, stayed } = compareTasks([task(10)], [task(5), task(11)]);
    expect({ came: days(came), stayed: days(stayed) }).toEqual({ came: [5], stayed: [10] });
  });

  test("held against what was there, it says why a task is not replayed", async () => {
    const { app, clock } = await smallWorld();
    await happening(app, clock, rising());
    const history = await historyOf(app);
    const verdicts = judgeLedger(history, standardWeights);
    const hold = (signals: ReadonlyMap<string, { readonly human: number }>, threshold: number) =>
      holdAgainstReal(realTasks(history.calls), [], signals, threshold).missed.map(({ reason }) => reason);
    expect(hold(new Map(), 0)).toEqual(["erased"]);
    expect(hold(new Map([...verdicts].map(([id]) => [id, { human: 0.02 }])), 0)).toEqual(["judged otherwise"]);
    expect(hold(verdicts, Infinity)).toEqual(["surer now"]);
    expect(hold(verdicts, 0)).toEqual(["order"]);
    expect(holdAgainstReal(realTasks(history.calls), await replayed(app), verdicts, 0)).toMatchObject({
      replayed: [{ openedAt: history.calls[0]!.openedAt }],
      missed: [],
      extra: [],
    });
  });
});
