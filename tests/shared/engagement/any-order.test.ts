import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { getCall, getCalls } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { getEngagement, signalsOf } from "../../../shared/engagement/store.ts";
import { MINUTE } from "../../../shared/time.ts";
import { tasksOf } from "./colleagues.ts";
import { sentAt, signal, smallWorld } from "./small-world.ts";

const HERE = "203.0.113.0/24";
const scans = (id: string, after: number, link: Signal["link"]): Signal =>
  signal(id, 0, { kind: "click", link, network: HERE, at: sentAt(0) + 20 * MINUTE + after });

describe("whatever order signals come in, and however often", () => {
  /** A scanner in the first email, a reader of the second, and somebody who asks in the third. */
  const all = [
    scans("s1", 0, "meeting"),
    scans("s2", 8_000, "read"),
    scans("s3", MINUTE, "hidden"),
    signal("o1", 0),
    signal("c1", 1, { kind: "click", network: HERE }),
    signal("ask", 2, { kind: "click", link: "meeting", network: "198.51.100.0/24" }),
  ];

  const stateOf = async (app: App) => {
    const { version: _, ...engagement } = await getEngagement(app.table, "p1");
    const { open, restarts } = await getCalls(app.table, "p1");
    const call = open === null ? undefined : await getCall(app.table, "p1", open);
    const reasons = call?.evidence.map(({ signalId, human }) => ({ signalId, human }));
    const verdicts = (await signalsOf(app.table, "p1")).map(({ id, human, rule }) => ({ id, human, rule }));
    return JSON.stringify({ engagement, verdicts, restarts, lane: call?.lane, reasons });
  };

  test("the verdicts, the score and the task come out the same as of all at once", async () => {
    const together = await smallWorld(3);
    await recordEngagement(together.app, all);
    const state = await stateOf(together.app);
    expect(await tasksOf(together.app, "p1")).toEqual(["hot"]);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (shuffled) => {
        const { app } = await smallWorld(3);
        for (const one of shuffled) await recordEngagement(app, [one]);
        expect(await stateOf(app)).toBe(state);
        await recordEngagement(app, shuffled);
        for (const one of shuffled) expect(await recordEngagement(app, [one])).toEqual(["already-known"]);
        expect(await stateOf(app)).toBe(state);
      }),
      { numRuns: 40 },
    );
  });
});
