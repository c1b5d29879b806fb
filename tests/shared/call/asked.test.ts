import { describe, expect, test } from "vitest";
import { callableFrom, clockOf } from "../../../shared/call/asked.ts";
import type { Call } from "../../../shared/call/call.ts";
import { heatCall } from "../../../shared/call/open.ts";
import { getCall } from "../../../shared/call/store.ts";
import { hotDueAt } from "../../../shared/call/good-hours.ts";
import { snoozeCall } from "../../../shared/call/snooze.ts";
import { soonerFor } from "../../../shared/call/sooner.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { entity } from "../../../shared/entity.ts";
import { HOUR, MINUTE, toInstant } from "../../../shared/time.ts";
import { prospect, rep, signal, smallWorld } from "../engagement/small-world.ts";
import { agreed } from "../letter/agreed.ts";

const lisbon = (date: string, time: string): number => toInstant("Europe/Lisbon", date, time)!;

/** They reply at that moment, and ten minutes later the rep puts the task off. */
async function putOff(askedAt: number) {
  const { app, clock } = await smallWorld();
  clock.now = askedAt;
  await recordEngagement(app, [signal("r1", 9, { kind: "reply", slot: undefined, at: askedAt, text: "Call me" })]);
  clock.now += 10 * MINUTE;
  const before = clockOf((await getCall(app.table, "p1", 1))!, clock.now);
  await snoozeCall(app, { prospectId: "p1", number: 1, version: 1, by: rep.id });
  const call = (await getCall(app.table, "p1", 1))!;
  return { before, call, after: clockOf(call, clock.now) };
}

describe("the clock of somebody who asked", () => {
  test.each([
    ["in working hours", lisbon("2026-10-30", "11:00"), 300],
    ["at night", lisbon("2026-10-30", "02:00"), (7 * HOUR) / 1000 + 300],
  ])("%s is late from the same moment, put off or not", async (_, askedAt, lateFrom) => {
    const { before, call, after } = await putOff(askedAt);
    expect(before?.lateFrom).toBe(lateFrom);
    expect(call.moves).toHaveLength(1);
    expect(after).toEqual(before);
  });

  test("does not run at night, though something else was due by then", () => {
    const askedAt = lisbon("2026-12-03", "23:00");
    const evidence = [{ at: askedAt, text: "Replied", asks: true, human: 1 }];
    const opening = {
      lane: "hot",
      why: "Replied",
      evidence,
      dueAt: hotDueAt(askedAt, { timeZone: "Europe/Lisbon" }),
    } as const;
    const write = heatCall(agreed, prospect(), opening);
    const call = write.kind === "put" ? entity<Call>(write.item) : agreed;
    expect(call.dueAt).toBe(lisbon("2026-12-04", "09:00"));
    expect(callableFrom(call, askedAt)).toBe(call.dueAt);
    expect(clockOf(call, askedAt)?.atOnce).toBe(false);
  });
});

test("who was handed over is called as soon as who was not, when they read on", () => {
  const dial = { repId: "ana", disposition: "no answer", notes: "", nextStep: { kind: "declined" } } as const;
  const monday = lisbon("2026-11-23", "10:00");
  const call: Call = {
    ...agreed,
    step: undefined,
    attempts: [
      { ...dial, at: monday - 4 * 24 * HOUR },
      { ...dial, at: monday },
    ],
  };
  const move = { at: monday + HOUR, by: "ana", kind: "handed over" } as const;
  const where = { timeZone: "Europe/Lisbon" };
  const sooner = soonerFor(call, where, monday + 2 * HOUR);
  expect(sooner).toBeDefined();
  expect(soonerFor({ ...call, moves: [move] }, where, monday + 2 * HOUR)).toBe(sooner);
  expect(soonerFor({ ...call, moves: [{ ...move, kind: "snoozed" }] }, where, monday + 2 * HOUR)).toBeUndefined();
});
