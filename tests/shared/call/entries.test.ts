import { beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import type { CompletedCall } from "../../../shared/call/complete.ts";
import { keepPromise } from "../../../shared/call/keep-promise.ts";
import { attemptsBetween } from "../../../shared/call/log.ts";
import { promisesDue, promisesTo } from "../../../shared/call/promise-store.ts";
import { promisedLast } from "../../../shared/call/promise.ts";
import { snoozeCall } from "../../../shared/call/snooze.ts";
import { callsOf, getCall, getCalls, putCall } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { getFollowUp } from "../../../shared/follow-up/store.ts";
import { prospectKey } from "../../../shared/keys.ts";
import type { Schedule } from "../../../shared/ports.ts";
import { getProspect, standProspect } from "../../../shared/prospect/store.ts";
import { DAY, toInstant } from "../../../shared/time.ts";
import { rep, rising, signal, smallWorld } from "../engagement/small-world.ts";

const lisbon = (date: string, time: string): number => toInstant("Europe/Lisbon", date, time)!;

let app: App;
let clock: { now: number };
let schedules: Map<string, Schedule>;
const save = (result: Partial<CompletedCall>) =>
  completeCall(app, {
    prospectId: "p1",
    number: 1,
    version: 1,
    repId: rep.id,
    notes: "",
    disposition: "connected",
    nextStep: { kind: "call", date: "2026-11-05", time: "10:15" },
    ...result,
  });

/** A call task is open; it is Thursday 29 October 2026, 16:05 in Lisbon. */
beforeEach(async () => {
  const world = await smallWorld();
  schedules = new Map();
  const scheduler = {
    put: async (one: Schedule) => void schedules.set(one.name, one),
    remove: async (name: string) => void schedules.delete(name),
    list: async () => [...schedules.keys()],
  };
  app = { ...world.app, scheduler };
  clock = world.clock;
  await recordEngagement(app, rising());
  clock.now = lisbon("2026-10-29", "16:05");
});

describe("what a rep promised", () => {
  const promises = [
    { text: " Send the price list ", due: "2026-10-30" },
    { text: "Ask about the second site", due: "2026-11-04" },
  ];

  test("is on the rep's list until it is kept, the soonest first", async () => {
    await save({ promises: promises.toReversed() });
    expect(await promisesDue(app.table, rep.id)).toMatchObject([
      { text: "Send the price list", due: "2026-10-30", prospectId: "p1", madeAt: clock.now },
      { text: "Ask about the second site" },
    ]);
    const [first] = await promisesDue(app.table, rep.id);
    const kept = { prospectId: "p1", id: first!.id, by: rep.id };
    expect(await keepPromise(app, kept)).toEqual({ outcome: "kept" });
    expect(await keepPromise(app, kept)).toEqual({ outcome: "already-kept" });
    expect(await promisesDue(app.table, rep.id)).toMatchObject([{ text: "Ask about the second site" }]);
    expect(await promisesTo(app.table, "p1")).toHaveLength(2);
    expect((await getCall(app.table, "p1", 1))?.attempts[0]?.promises).toHaveLength(2);
    await expect(keepPromise(app, { ...kept, id: "9" })).rejects.toMatchObject({ kind: "not-found" });
  });

  test("is told before the next call, kept or not", async () => {
    await save({ promises });
    const [first] = await promisesTo(app.table, "p1");
    await keepPromise(app, { prospectId: "p1", id: first!.id, by: rep.id });
    expect(promisedLast(await promisesTo(app.table, "p1"), "2026-11-05")).toEqual([
      { text: "Send the price list", due: "2026-10-30", kept: true, late: false },
      { text: "Ask about the second site", due: "2026-11-04", kept: false, late: true },
    ]);
    expect(promisedLast([], "2026-11-05")).toEqual([]);
  });

  test.each([
    [{ promises: [...promises, { text: " ", due: "2026-11-04" }] }, /^promises\.2\.text: /],
    [{ promises: [{ text: "Call", due: "2026-10-28" }] }, /^promises\.0\.due: 28 Oct 2026 is over$/],
    [{ promises: [{ text: "Call", due: "soon" }] }, /^promises\.0\.due: /],
    [{ promises: [{ text: "x".repeat(301), due: "2026-11-04" }] }, /^promises\.0\.text: /],
    [{ promises: Array.from({ length: 11 }, () => promises[0]!) }, /^promises: 10 at most/],
    [{ blocker: { kind: "funding", reviewOn: "2026-10-29" } }, /^blocker\.reviewOn: .* not after today/],
    [{ blocker: { kind: "funding", reviewOn: "x" } }, /^blocker\.reviewOn: /],
    [{ disposition: "voicemail", blocker: { kind: "funding", reviewOn: "2027-01-13" } }, /^blocker: nobody spoke/],
    [{ recording: "ftp://calls.example/1" }, /^recording: /],
    [{ recording: "call-1.mp3" }, /^recording: /],
    [{ disposition: "shared" }, /^disposition: /],
  ] as const)("%o is refused, and nothing is saved", async (result, words) => {
    await expect(save(result)).rejects.toMatchObject({ kind: "invalid", message: expect.stringMatching(words) });
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ version: 1, attempts: [] });
    expect(await promisesTo(app.table, "p1")).toEqual([]);
  });

  test("and where to listen to the call again is kept with the attempt", async () => {
    await save({ recording: " https://calls.example/1 ", promises: [] });
    expect((await getCall(app.table, "p1", 1))?.attempts[0]).toMatchObject({ recording: "https://calls.example/1" });
  });
});

describe("what stands in the way", () => {
  const blocker = { kind: "approval", reviewOn: "2027-01-13" } as const;

  test("brings a declined task back on the day it is looked at again", async () => {
    const saved = await save({ nextStep: { kind: "declined" }, blocker });
    expect(saved).toMatchObject({
      nextDueAt: lisbon("2027-01-13", "10:00"),
      nextNumber: 2,
      next: expect.stringMatching(/^No next step: it needs an approval\. The task comes back Wed 13 Jan 2027, 10:00/),
    });
    expect(await callsOf(app.table, "p1")).toMatchObject([
      { state: "closed", attempts: [{ blocker, nextStep: { kind: "declined" } }] },
      { state: "open", lane: "agreed", why: "Look again: on 29 Oct 2026 it needs an approval" },
    ]);
    expect((await getCall(app.table, "p1", 2))?.step).toBeUndefined();
    expect(await getCalls(app.table, "p1")).toMatchObject({ declinedAt: clock.now, conversations: 1 });
  });

  test("is only noted where a next step was agreed", async () => {
    expect(await save({ blocker })).toMatchObject({ nextDueAt: lisbon("2026-11-05", "10:15") });
  });
});

describe("in the same moment", () => {
  test("the email to follow is drafted, and the next task knows what was agreed", async () => {
    const saved = await save({ notes: "Likes it" });
    expect(saved).toMatchObject({ nextNumber: 2, followUp: { number: 1, attempt: 1 } });
    expect(await getFollowUp(app.table, "p1", 1, 1)).toMatchObject({ state: "draft", nextCall: 2, repId: rep.id });
    expect(await getCall(app.table, "p1", 2)).toMatchObject({
      step: { kind: "call", date: "2026-11-05", time: "10:15" },
      emailsBefore: 10,
      country: "PT",
    });
    expect([...schedules.values()]).toMatchObject([{ name: "remind.p1", input: { number: 2 } }]);
  });

  test("no email is drafted where nobody spoke, or they want none", async () => {
    expect(await save({ disposition: "no answer" })).not.toHaveProperty("followUp");
    await app.table.write(
      ...standProspect((await getProspect(app.table, "p1"))!, { state: "ended", reason: "opted out" }, clock.now),
    );
    expect(await save({ version: 2 })).not.toHaveProperty("followUp");
  });

  test("a saved result is saved, though the scheduler is down", async () => {
    const down = { ...app.scheduler, put: () => Promise.reject(new Error("down")) };
    app = { ...app, scheduler: down };
    expect(await save({})).toMatchObject({ outcome: "saved", nextNumber: 2 });
  });

  test("the rep's log has a line of every attempt", async () => {
    await save({ disposition: "no answer" });
    clock.now = lisbon("2026-11-02", "10:20");
    await save({ version: 2, nextStep: { kind: "declined" } });
    const opened = { number: 1, lane: "warming", openedAt: (await getCall(app.table, "p1", 1))!.openedAt };
    expect(await attemptsBetween(app.table, rep.id, 0, clock.now)).toEqual([
      expect.objectContaining({ ...opened, attempt: 1, touchNumber: 11, goodHour: true }),
      expect.objectContaining({
        ...opened,
        attempt: 2,
        touchNumber: 12,
        // Monday morning.
        goodHour: false,
        local: { weekday: 1, hour: 10 },
        ends: "declined",
        disposition: "connected",
      }),
    ]);
  });

  test("it says how long somebody who asked has waited", async () => {
    await recordEngagement(app, [signal("f1", 9, { kind: "form", at: clock.now - 60_000 })]);
    await save({ version: 2 });
    expect(await attemptsBetween(app.table, rep.id, 0, clock.now)).toMatchObject([
      { lane: "hot", askedAt: clock.now - 60_000, ends: "agreed" },
    ]);
  });
});

describe("nobody answers, again", () => {
  const dial = async (version: number) => {
    const saved = await save({ disposition: "no answer", version });
    return saved.outcome === "saved" ? saved : undefined;
  };
  /** Two dials without an answer, the second on Monday 2 November, 16:00. */
  beforeEach(async () => {
    await dial(1);
    clock.now = lisbon("2026-11-02", "16:00");
  });

  test("who has read something since the dial before is tried again two business days on", async () => {
    await recordEngagement(app, [signal("k9", 8, { kind: "click", at: lisbon("2026-11-01", "20:00") })]);
    expect((await dial(2))?.nextDueAt).toBe(lisbon("2026-11-05", "10:00"));
  });

  test("and so is who reads something while the next dial is a week off, unless the rep has put it off", async () => {
    const next = (await dial(2))!.nextDueAt!;
    clock.now = lisbon("2026-11-03", "20:00");
    await recordEngagement(app, [signal("k9", 8, { kind: "click", at: clock.now })]);
    const call = (await getCall(app.table, "p1", 1))!;
    expect(call).toMatchObject({ version: 4, dueAt: lisbon("2026-11-05", "10:00") });
    expect(call.dueAt).toBeLessThan(next);
    await snoozeCall(app, { prospectId: "p1", number: 1, version: 4, until: "2026-11-09", by: rep.id });
    await recordEngagement(app, [signal("k8", 7, { kind: "click", at: clock.now })]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ dueAt: lisbon("2026-11-09", "16:00") });
  });

  test("a machine brings nobody forward, nor does reading after the first dial", async () => {
    const first = (await getCall(app.table, "p1", 1))!;
    await recordEngagement(app, [signal("k9", 8, { kind: "click", at: clock.now })]);
    expect(await getCall(app.table, "p1", 1)).toEqual(first);
    const next = (await dial(2))!.nextDueAt;
    const scanned = { userAgent: "Barracuda Sentinel (EE)", at: clock.now + 1000 };
    await recordEngagement(app, [signal("k8", 7, { kind: "click", ...scanned })]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ dueAt: next });
  });

  test("others get their peace, and a week at most", async () => {
    const next = (await dial(2))!.nextDueAt!;
    expect(next - clock.now).toBeGreaterThan(3 * DAY);
    expect(next - clock.now).toBeLessThanOrEqual(7 * DAY);
  });

  test("emails since the task was opened count among the twelve touches, after five dials", async () => {
    await app.table.write({ kind: "update", key: prospectKey("p1"), set: { touchCount: 19 } });
    const said: (string | undefined)[] = [];
    for (let version = 2; version <= 5; version += 1) said.push((await dial(version))?.next);
    expect(said[0]).toContain("attempt 2, and touch 11 of 12 with the emails since");
    expect(said[2]).toContain("attempt 4 of 5");
    expect(said[3]).toMatch(/^Closed\./);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({
      state: "closed",
      attempts: [{}, {}, {}, {}, { nextStep: { note: "5 attempts and 9 emails without an answer" } }],
    });
  });
});

describe("a task to share something by hand", () => {
  beforeEach(async () => {
    const call = (await getCall(app.table, "p1", 1))!;
    await app.table.write(putCall({ ...call, lane: "share", why: "The library has nothing left" }, "present"));
  });

  test("is over when it was shared, without an email to follow", async () => {
    expect(await save({ disposition: "shared", nextStep: undefined })).toEqual({
      outcome: "saved",
      next: expect.stringMatching(/^Closed\. Emails go on/),
    });
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ state: "closed", attempts: [{ disposition: "shared" }] });
    expect(await attemptsBetween(app.table, rep.id, 0, clock.now)).toMatchObject([{ lane: "share", ends: "other" }]);
  });

  test.each(["no answer", "connected", "not interested"] as const)("may end with %s too", async (disposition) => {
    expect(await save({ disposition })).toMatchObject({ outcome: "saved" });
  });
});
