import { beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { holdsMail } from "../../../shared/call/call.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import type { CompletedCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { callsOf, getCall, getCalls, openCallNumber, putCall, worklist } from "../../../shared/call/store.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { putCadence } from "../../../shared/cadence/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { DAY, HOUR, toInstant, toLocal } from "../../../shared/time.ts";
import { rep, rising, sendEmail, sentAt, signal, smallWorld } from "../engagement/small-world.ts";

const LISBON = "Europe/Lisbon";
const lisbon = (date: string, time: string): number => toInstant(LISBON, date, time)!;
const when = (at: number | undefined): string => {
  const { date, time, weekday } = toLocal(LISBON, at!);
  return `${weekday} ${date} ${time}`;
};

let app: App;
let clock: { now: number };
const save = (result: Partial<CompletedCall> & Pick<CompletedCall, "disposition">) =>
  completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, notes: "", ...result });
const openCalls = async () => (await worklist(app.table, rep.id)).calls;
const notes = async () => (await notesOf(app.table, "p1")).map((note) => note.text).join("\n");

/** A call task is open; it is Thursday 29 October 2026, 16:05 in Lisbon. */
beforeEach(async () => {
  ({ app, clock } = await smallWorld());
  await recordEngagement(app, rising());
  clock.now = lisbon("2026-10-29", "16:05");
});

describe("nobody answers", () => {
  test.each(["no answer", "voicemail"] as const)(
    "%s: the same task comes back at the next good hour",
    async (disposition) => {
      const saved = await save({ disposition, notes: "rang out" });
      expect(saved).toMatchObject({ outcome: "saved", nextDueAt: lisbon("2026-10-30", "10:00") });
      expect(saved).toHaveProperty(
        "next",
        expect.stringContaining("attempt 1 of 12. Try again Fri 30 Oct 2026, 10:00 in Lisbon"),
      );
      expect(await openCalls()).toMatchObject([
        { number: 1, version: 2, state: "open", attempts: [{ disposition, notes: "rang out", repId: rep.id }] },
      ]);
    },
  );

  test("after twelve attempts the task closes and emails go on in the long rhythm", async () => {
    for (let made = 1; made <= 12; made += 1) {
      const saved = await save({ disposition: "no answer", version: made });
      clock.now = saved.outcome === "saved" ? (saved.nextDueAt ?? clock.now) : 0;
    }
    expect(await openCalls()).toEqual([]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ state: "closed", closedAt: clock.now });
    expect(await getProspect(app.table, "p1")).toMatchObject({ rhythm: "long", standing: { state: "active" } });
    expect(await notes()).toContain("12 attempts without an answer");
  });

  test("giving up takes five attempts and a reason", async () => {
    const early = save({ disposition: "no answer", giveUpReason: "never there" });
    await expect(early).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringMatching(/^giveUpReason: .*attempt 1/),
    });
    for (let version = 1; version <= 4; version += 1) await save({ disposition: "no answer", version });
    const saved = await save({ disposition: "voicemail", version: 5, giveUpReason: "never there" });
    expect(saved).toMatchObject({ outcome: "saved", next: expect.stringContaining("Closed") });
    expect(await notes()).toContain("given up after 5 attempts: never there");
  });
});

describe("they speak", () => {
  test("there is no saving without a next step", async () => {
    await expect(save({ disposition: "connected" })).rejects.toThrow(/^nextStep:/);
    await expect(save({ disposition: "meeting booked" })).rejects.toThrow(/^nextStep.date:/);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ version: 1, attempts: [] });
  });

  test("nor with one that is over", async () => {
    const past = { kind: "call", date: "2026-10-28" } as const;
    await expect(save({ disposition: "connected", nextStep: past })).rejects.toMatchObject({
      kind: "invalid",
      message: "nextStep.date: 28 Oct 2026 is over",
    });
    const earlier = { kind: "call", date: "2026-10-29", time: "15:00" } as const;
    await expect(save({ disposition: "connected", nextStep: earlier })).rejects.toThrow(/^nextStep.time:/);
  });

  test("the next task is open in the same moment, with what was said", async () => {
    const nextStep = { kind: "demo", date: "2026-11-05" } as const;
    const saved = await save({ disposition: "connected", notes: "Two sites,\nneeds the boss.", nextStep });
    expect(saved).toMatchObject({ outcome: "saved", nextDueAt: lisbon("2026-11-05", "10:00") });
    const said = "29 Oct 2026, Dana Reis: Two sites, needs the boss. (demo on 5 Nov 2026)";
    expect(await callsOf(app.table, "p1")).toMatchObject([
      { number: 1, state: "closed", version: 2, attempts: [{ disposition: "connected", nextStep }] },
      {
        number: 2,
        state: "open",
        lane: "agreed",
        version: 1,
        why: "Agreed: demo on 5 Nov 2026",
        brief: { lastConversation: said },
      },
    ]);
    expect((await openCalls()).map(({ number }) => number)).toEqual([2]);
    expect(await openCallNumber(app.table, "p1")).toBe(2);
  });

  test("an agreed time is kept to the minute", async () => {
    const nextStep = { kind: "call", date: "2026-11-06", time: "13:30" } as const;
    expect(await save({ disposition: "connected", nextStep })).toMatchObject({
      nextDueAt: lisbon("2026-11-06", "13:30"),
    });
  });

  test("declined closes it, and engagement waits fourteen days", async () => {
    expect(await save({ disposition: "connected", nextStep: { kind: "declined" } })).toEqual({
      outcome: "saved",
      next: expect.stringContaining("Closed"),
      followUp: { number: 1, attempt: 1 },
    });
    expect(await getCalls(app.table, "p1")).toMatchObject({ open: null, last: 1, coolDownUntil: clock.now + 14 * DAY });
    expect(await openCalls()).toEqual([]);
  });

  test("a booked meeting is the next task, and holds the emails without ending them", async () => {
    const nextStep = { kind: "meeting", date: "2026-11-03", time: "11:30" } as const;
    await save({ disposition: "meeting booked", nextStep });
    expect(await getProspect(app.table, "p1")).toMatchObject({ standing: { state: "active" } });
    const [task] = await openCalls();
    expect(when(task?.dueAt)).toBe("tuesday 2026-11-03 11:30");
    expect(task && holdsMail(task)).toBe("a meeting is booked");
  });

  test("even where an older cadence has it among its exits", async () => {
    await app.table.write(putCadence({ ...defaultCadence, exits: ["meeting booked", "opted out"] }));
    await save({ disposition: "meeting booked", nextStep: { kind: "meeting", date: "2026-11-03" } });
    expect(await getProspect(app.table, "p1")).toMatchObject({ standing: { state: "active" } });
  });

  test("a meeting nobody came to is booked no more, and the emails go on", async () => {
    await save({ disposition: "meeting booked", nextStep: { kind: "meeting", date: "2026-11-03", time: "11:30" } });
    clock.now = lisbon("2026-11-02", "16:00");
    await save({ number: 2, disposition: "no answer", notes: "To confirm" });
    expect(holdsMail((await openCalls())[0]!)).toBe("a meeting is booked");
    clock.now = lisbon("2026-11-03", "11:40");
    await save({ number: 2, version: 2, disposition: "no answer" });
    expect(holdsMail((await openCalls())[0]!)).toBeUndefined();
  });
});

describe("not now", () => {
  test("needs a date to come", async () => {
    for (const notNowUntil of [undefined, "soon", "2026-10-29", "2025-01-01"])
      await expect(save({ disposition: "not now", notNowUntil })).rejects.toThrow(/^notNowUntil:/);
  });

  test("the task waits for that date, and reading in between neither moves it nor ends the long rhythm", async () => {
    const saved = await save({ disposition: "not now", notes: "After the audit", notNowUntil: "2027-01-13" });
    expect(saved).toMatchObject({ nextDueAt: lisbon("2027-01-13", "10:00") });
    await recordEngagement(app, [signal("c7", 8, { kind: "click" })]);
    expect(await openCalls()).toMatchObject([
      { number: 1, lane: "agreed", why: "Agreed: call again on 13 Jan 2027", dueAt: lisbon("2027-01-13", "10:00") },
    ]);
    expect((await openCalls())[0]?.openedAs).toMatchObject({
      lane: "warming",
      why: expect.stringMatching(/^Clicked 3/),
    });
    expect(await getProspect(app.table, "p1")).toMatchObject({ rhythm: "long" });
    expect((await openCalls())[0]?.brief.lastConversation).toBe("29 Oct 2026, Dana Reis: After the audit (not now)");
  });

  test("but asking for a call brings it forward", async () => {
    await save({ disposition: "not now", notNowUntil: "2027-01-13" });
    await recordEngagement(app, [signal("f1", 9, { kind: "form", text: "Now would suit" })]);
    expect(await openCalls()).toMatchObject([{ number: 1, lane: "hot", dueAt: clock.now }]);
  });

  test("and the attempts before it count no more", async () => {
    await save({ disposition: "no answer" });
    await save({ disposition: "not now", version: 2, notNowUntil: "2027-01-13" });
    clock.now = lisbon("2027-01-13", "10:00");
    expect(await save({ disposition: "no answer", version: 3 })).toHaveProperty(
      "next",
      expect.stringContaining("attempt 1 of 12"),
    );
  });
});

describe("the end", () => {
  test("not interested: no more email, no next step asked", async () => {
    expect(await save({ disposition: "not interested" })).toMatchObject({ outcome: "saved" });
    expect(await getProspect(app.table, "p1")).toMatchObject({
      standing: { state: "ended", reason: "not interested" },
    });
    expect(await openCalls()).toEqual([]);
  });

  test("wrong number: the number goes, and the next sign of interest does not bring the same task back", async () => {
    await save({ disposition: "wrong number" });
    expect(await notes()).toContain("Wrong number (+351 912 345 678): find the right one");
    expect(await getProspect(app.table, "p1")).toMatchObject({ wrongPhones: ["+351 912 345 678"] });
    expect((await getProspect(app.table, "p1"))?.phone).toBeUndefined();
    await recordEngagement(app, [signal("c7", 8, { kind: "click" })]);
    expect(await openCalls()).toEqual([]);
  });

  test.each([
    ["who asks", [signal("f1", 9, { kind: "form" })], 0],
    [
      "a rise after three weeks",
      [10, 11, 12, 13, 14, 15].map((n) => signal(`c${n}`, n, { kind: "click", at: sentAt(n) + 5 * HOUR })),
      21,
    ],
  ])("wrong number: %s opens a task that begins with finding the right one", async (_, signals, days) => {
    await save({ disposition: "wrong number" });
    clock.now += days * DAY;
    for (const n of days ? [10, 11, 12, 13, 14, 15] : []) await sendEmail(app, n);
    await recordEngagement(app, signals);
    expect(await openCalls()).toMatchObject([
      { number: 2, why: expect.stringMatching(/^Find the number first \(\+351 912 345 678 is not theirs\)\. /) },
    ]);
  });

  test("wrong number: somebody who asks again while the number is looked for is told of in the same words", async () => {
    await save({ disposition: "wrong number" });
    await openCallByHand(app, "p1", "Met at the fair");
    await recordEngagement(app, [signal("f1", 9, { kind: "form" })]);
    expect((await openCalls())[0]?.why).toMatch(/^Find the number first .*\. Asked for a call$/);
  });
});

describe("two people at once", () => {
  test("the second is told that somebody was faster, and changes nothing", async () => {
    const both = await Promise.all([save({ disposition: "no answer" }), save({ disposition: "voicemail" })]);
    expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["saved", "taken"]);
    expect((await getCall(app.table, "p1", 1))?.attempts).toHaveLength(1);
  });

  test("a closed task is taken, an unknown one is not found", async () => {
    await save({ disposition: "not interested" });
    expect(await save({ disposition: "no answer", version: 2 })).toEqual({ outcome: "taken" });
    await expect(save({ disposition: "no answer", number: 9 })).rejects.toMatchObject({ kind: "not-found" });
    await expect(
      completeCall(app, { prospectId: "p1", number: 1, version: 2, repId: "x", disposition: "no answer", notes: "" }),
    ).rejects.toMatchObject({ kind: "invalid" });
  });
});

describe("a rep opens a task by hand", () => {
  test("one at a time, in a good hour, whatever the cool-down", async () => {
    expect(await openCallByHand(app, "p1", "Met at the fair")).toEqual({ outcome: "already-open", number: 1 });
    await save({ disposition: "connected", nextStep: { kind: "declined" } });
    expect(await openCallByHand(app, "p1", "Met at the fair")).toEqual({ outcome: "opened", number: 2 });
    expect(await openCalls()).toMatchObject([{ number: 2, why: "Met at the fair" }]);
  });

  test("with a reason, for somebody we know", async () => {
    await expect(openCallByHand(app, "p1", " ")).rejects.toMatchObject({ kind: "invalid" });
    await expect(openCallByHand(app, "nobody", "x")).rejects.toMatchObject({ kind: "not-found" });
  });
});

test("the worklist is the rep's own, in due order, and comes in pages", async () => {
  const call = (await getCall(app.table, "p1", 1))!;
  const later = { ...call, prospectId: "p2", dueAt: call.dueAt + DAY };
  const others = { ...call, prospectId: "p3", repId: "rep2" };
  await app.table.write(putCall(later, "absent"), putCall(others, "absent"));
  const first = await worklist(app.table, rep.id, { limit: 1 });
  const second = await worklist(app.table, rep.id, { limit: 1, cursor: first.cursor });
  expect([...first.calls, ...second.calls].map(({ prospectId }) => prospectId)).toEqual(["p1", "p2"]);
  expect((await worklist(app.table, "rep2")).calls.map(({ prospectId }) => prospectId)).toEqual(["p3"]);
});
