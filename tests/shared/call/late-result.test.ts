import { beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import type { CompletedCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { callsOf, getCall, getCalls, putCall, worklist } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { neverCall } from "../../../shared/prospect/calling.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";
import { rep, rising, sentAt, signal, smallWorld } from "../engagement/small-world.ts";

let app: App;
let clock: { now: number };
const save = (result: Partial<CompletedCall> & Pick<CompletedCall, "disposition">) =>
  completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, notes: "", ...result });
const openCalls = async () => (await worklist(app.table, rep.id)).calls;
const scans = (id: string, after: number, link: Signal["link"]): Signal =>
  signal(id, 0, { kind: "click", link, network: "203.0.113.0/24", at: sentAt(0) + 20 * MINUTE + after });

describe("a task taken back while the rep is on the phone", () => {
  /** The rep saw version 1; a scanner's second click took the hot task back. */
  beforeEach(async () => {
    ({ app, clock } = await smallWorld(1));
    await recordEngagement(app, [scans("s1", 0, "meeting")]);
    clock.now += MINUTE;
    await recordEngagement(app, [scans("s2", 8000, "read")]);
    clock.now += MINUTE;
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ state: "closed", withdrawn: {}, version: 2 });
  });

  test.each([1, 2])("keeps the rep's result, seen in version %d", async (version) => {
    const saved = await save({ disposition: "not interested", notes: "Has a supplier", version });
    expect(saved.outcome).toBe("saved");
    expect(await callsOf(app.table, "p1")).toMatchObject([
      {
        state: "closed",
        withdrawn: { at: clock.now - MINUTE },
        attempts: [{ disposition: "not interested", notes: "Has a supplier", repId: rep.id }],
      },
    ]);
    expect(await getProspect(app.table, "p1")).toMatchObject({
      standing: { state: "ended", reason: "not interested" },
    });
    expect(await getCalls(app.table, "p1")).toMatchObject({
      open: null,
      coolDownUntil: clock.now + 14 * DAY,
      declinedAt: clock.now,
      restarts: [clock.now],
    });
  });

  test("drops a wrong number", async () => {
    await save({ disposition: "wrong number" });
    expect(await getProspect(app.table, "p1")).toMatchObject({ wrongPhones: ["+351 912 345 678"] });
  });

  test("leads on to the task that was agreed", async () => {
    const nextStep = { kind: "demo", date: "2026-10-08" } as const;
    const saved = await save({ disposition: "connected", notes: "Two sites", nextStep });
    expect(saved).toMatchObject({ nextDueAt: expect.any(Number) });
    expect(await openCalls()).toMatchObject([
      { number: 2, lane: "agreed", why: "Agreed: demo on 8 Oct 2026", version: 1, attempts: [] },
    ]);
  });

  test.each([
    ["not now", { notNowUntil: "2027-01-13" }, "Agreed: call again on 13 Jan 2027"],
    ["no answer", {}, "Called, and nobody answered"],
  ] as const)("%s: the task that comes back is another, and nobody's wish", async (disposition, more, why) => {
    const saved = await save({ disposition, ...more });
    expect(await openCalls()).toMatchObject([{ number: 2, lane: "agreed", why, evidence: [{ at: clock.now }] }]);
    expect(saved).toHaveProperty("nextDueAt", (await openCalls())[0]?.dueAt);
  });

  test("who must not be called and did not ask is not tried again", async () => {
    await app.table.write(neverCall("p1", clock.now));
    await save({ disposition: "no answer" });
    expect(await openCalls()).toEqual([]);
  });

  test("opens no second task beside one that is open by then", async () => {
    await openCallByHand(app, "p1", "Met at the fair");
    const nextStep = { kind: "demo", date: "2026-10-08" } as const;
    expect(await save({ disposition: "connected", notes: "Two sites", nextStep })).toEqual({
      outcome: "saved",
      next: expect.stringContaining("Call 2 is open"),
      followUp: { number: 1, attempt: 1 },
    });
    expect((await openCalls()).map(({ number }) => number)).toEqual([2]);
    expect((await getCall(app.table, "p1", 1))?.attempts).toMatchObject([{ notes: "Two sites", nextStep }]);
    expect(await getCalls(app.table, "p1")).toMatchObject({
      open: 2,
      last: 2,
      lastConversation: expect.stringContaining("Two sites"),
    });
  });

  test("takes one result and no more, even at once", async () => {
    const both = await Promise.all([save({ disposition: "no answer" }), save({ disposition: "voicemail" })]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["saved", "taken"]);
    expect(await save({ disposition: "voicemail", version: 3 })).toEqual({ outcome: "taken" });
    expect((await getCall(app.table, "p1", 1))?.attempts).toHaveLength(1);
  });
});

describe("a task with other evidence while the rep is on the phone", () => {
  /** The rep saw version 1; the prospect read on. */
  beforeEach(async () => {
    ({ app, clock } = await smallWorld());
    await recordEngagement(app, rising());
    await recordEngagement(app, [signal("o9", 9, { kind: "open", at: sentAt(9) + HOUR - MINUTE })]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ version: 2, lane: "warming", attempts: [] });
  });

  test("is nobody's save: the result is taken and the evidence stays", async () => {
    const { evidence } = (await getCall(app.table, "p1", 1))!;
    expect(await save({ disposition: "voicemail", notes: "Rang out" })).toMatchObject({ outcome: "saved" });
    expect(await openCalls()).toMatchObject([{ version: 3, evidence, attempts: [{ notes: "Rang out" }] }]);
  });

  test("still tells the second of two who save", async () => {
    const both = await Promise.all([
      save({ disposition: "no answer" }),
      save({ disposition: "voicemail", version: 2 }),
    ]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["saved", "taken"]);
    for (const version of [0, 1, 2, 4])
      expect(await save({ disposition: "no answer", version })).toEqual({ outcome: "taken" });
    expect(await save({ disposition: "no answer", version: 3 })).toMatchObject({ outcome: "saved" });
  });

  test("tells the second also where an earlier day's attempt does not say its version", async () => {
    await save({ disposition: "no answer" });
    const call = (await getCall(app.table, "p1", 1))!;
    const { version: _unsaid, ...attempt } = call.attempts[0]!;
    await app.table.write(putCall({ ...call, attempts: [attempt] }, "present"));
    expect(await save({ disposition: "voicemail", version: 2 })).toEqual({ outcome: "taken" });
    expect(await save({ disposition: "voicemail", version: 3 })).toMatchObject({ outcome: "saved" });
  });
});
