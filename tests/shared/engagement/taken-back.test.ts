import { describe, expect, test } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { openShare } from "../../../shared/call/share.ts";
import { getCall, getCalls, noCalls, worklist } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import type { Table } from "../../../shared/ports.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { getEngagement, signalsOf } from "../../../shared/engagement/store.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";
import { tasksOf } from "./colleagues.ts";
import { rep, rising, sendEmail, sentAt, signal, smallWorld } from "./small-world.ts";

const SECOND = 1000;
const HERE = "203.0.113.0/24";
/** A scanner behind a browser's name goes through email 0 twenty minutes after it came. */
const scans = (id: string, after: number, link: Signal["link"], n = 0): Signal =>
  signal(id, n, { kind: "click", link, network: HERE, at: sentAt(n) + 20 * MINUTE + after });
const calling = scans("s1", 0, "meeting");
const reading = scans("s2", 8 * SECOND, "read");
const hidden = scans("s3", MINUTE, "hidden");
const asks = (n: number): Signal =>
  signal(`ask${n}`, n, { kind: "click", link: "meeting", network: "198.51.100.0/24" });

describe("a hot task on a scanner's first click", () => {
  test.each([
    ["its second link", reading, "went through the email's links within half a minute, as scanners do"],
    ["the hidden link", hidden, "from where a machine went through this email within two minutes"],
  ])("is taken back when %s arrives, with the reason in the history", async (_, second, why) => {
    const { app, clock } = await smallWorld(1);
    await recordEngagement(app, [calling]);
    expect(await tasksOf(app, "p1")).toEqual(["hot"]);
    clock.now += MINUTE;
    expect(await recordEngagement(app, [second])).toEqual(["machine"]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({
      state: "closed",
      closedAt: clock.now,
      withdrawn: { at: clock.now, why: `a machine did it: ${why}` },
    });
    expect((await worklist(app.table, rep.id)).calls).toEqual([]);
    expect(await notesOf(app.table, "p1")).toMatchObject([
      { at: clock.now, text: `Call 1 taken back: a machine did it: ${why}` },
    ]);
    const { open, restarts, coolDownUntil } = await getCalls(app.table, "p1");
    expect({ open, restarts, coolDownUntil }).toEqual({ open: null, restarts: [], coolDownUntil: null });
    expect((await signalsOf(app.table, "p1"))[0]).toMatchObject({ id: "s1", human: 0.02, reason: why });
  });

  test("leaves the way free: a person who asks later is called, and so is one whose interest rises", async () => {
    const asking = await smallWorld(2);
    await recordEngagement(asking.app, [calling]);
    await recordEngagement(asking.app, [reading]);
    await recordEngagement(asking.app, [asks(1)]);
    expect(await tasksOf(asking.app, "p1")).toEqual(["taken back", "hot"]);
    const warming = await smallWorld(10);
    await recordEngagement(warming.app, [calling]);
    await recordEngagement(warming.app, [reading]);
    await recordEngagement(warming.app, rising());
    expect(await tasksOf(warming.app, "p1")).toEqual(["taken back", "warming"]);
  });

  test("that was there before, to share something by hand, is that again and not gone", async () => {
    const { app, clock } = await smallWorld(1);
    const who = (await getProspect(app.table, "p1"))!;
    const share = { prospect: who, calls: noCalls("p1"), rep, company: app.config.company, busy: [] };
    await app.table.write(...openShare(share, clock.now));
    await recordEngagement(app, [calling]);
    expect(await tasksOf(app, "p1")).toEqual(["hot"]);
    await recordEngagement(app, [reading]);
    expect(await tasksOf(app, "p1")).toEqual(["share"]);
  });

  test("is not opened at all when the whole visit comes at once", async () => {
    const { app } = await smallWorld(1);
    expect(await recordEngagement(app, [calling, reading, hidden])).toEqual(["machine", "machine", "machine"]);
    expect(await tasksOf(app, "p1")).toEqual([]);
  });

  test("keeps the restart of an earlier call when it goes", async () => {
    const { app, clock } = await smallWorld(10);
    await recordEngagement(app, rising(8));
    const done = { disposition: "connected", notes: "", nextStep: { kind: "declined" } } as const;
    await completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, ...done });
    const { restarts, coolDownUntil } = await getCalls(app.table, "p1");
    clock.now += HOUR;
    await recordEngagement(app, [scans("t1", 0, "meeting", 9)]);
    expect(await tasksOf(app, "p1")).toEqual(["closed", "hot"]);
    await recordEngagement(app, [scans("t2", SECOND, "read", 9)]);
    expect(await tasksOf(app, "p1")).toEqual(["closed", "taken back"]);
    expect(await getCalls(app.table, "p1")).toMatchObject({ open: null, restarts, coolDownUntil });
    expect(restarts!.length).toBeGreaterThan(0);
  });

  test("stays once a rep has called, and its evidence says what it was", async () => {
    const { app, clock } = await smallWorld(1);
    await recordEngagement(app, [calling]);
    const nextStep = { kind: "call", date: "2026-10-01" } as const;
    const done = { disposition: "no answer", notes: "", nextStep } as const;
    await completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, ...done });
    clock.now += MINUTE;
    await recordEngagement(app, [reading]);
    const call = await getCall(app.table, "p1", 1);
    expect(call).toMatchObject({ state: "open", evidence: [{ signalId: "s1", human: 0.02, rule: "every-link" }] });
    expect(call).not.toHaveProperty("withdrawn");
  });

  test("stays when a rep calls in the same moment", async () => {
    const { app } = await smallWorld(1);
    await recordEngagement(app, [calling]);
    let calls = 1;
    const nextStep = { kind: "call", date: "2026-10-01" } as const;
    const done = { disposition: "no answer", notes: "", nextStep } as const;
    const table: Table = {
      ...app.table,
      write: async (...writes) => {
        if (writes.some((write) => write.kind === "put" && "withdrawn" in write.item.data) && (calls -= 1) === 0)
          await completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, ...done });
        return app.table.write(...writes);
      },
    };
    await recordEngagement({ ...app, table }, [reading]);
    expect(calls).toBe(0);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({
      state: "open",
      attempts: [{ disposition: "no answer" }],
    });
  });

  test("stays where the prospect replied beside it, with the reply as its reason", async () => {
    const { app, clock } = await smallWorld(1);
    const reply = signal("r1", 0, { kind: "reply", text: "Call me", at: sentAt(0) + 21 * MINUTE });
    await recordEngagement(app, [reply]);
    clock.now += MINUTE;
    await recordEngagement(app, [calling]);
    const both = await getCall(app.table, "p1", 1);
    expect(both).toMatchObject({ why: "Asked for it: replied to “Story 0”", evidence: [{ signalId: "r1" }, {}] });
    await recordEngagement(app, [reading]);
    const call = await getCall(app.table, "p1", 1);
    expect(call).toMatchObject({ state: "open", lane: "hot", evidence: [{ signalId: "r1", human: 1 }] });
    expect(call?.why).toBe("Asked for it: replied to “Story 0”");
    expect(call?.evidence).toHaveLength(1);
  });

  test("goes back to what a rep put down by hand, if that is what it was before", async () => {
    const { app } = await smallWorld(1);
    await openCallByHand(app, "p1", "Met at the fair");
    await recordEngagement(app, [calling]);
    expect(await tasksOf(app, "p1")).toEqual(["hot"]);
    await recordEngagement(app, [reading]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({
      state: "open",
      lane: "agreed",
      why: "Met at the fair",
      evidence: [{ text: "By hand: Met at the fair" }],
    });
  });

  test("that a rep had called about for another reason goes back to that reason and its time", async () => {
    const { app, clock } = await smallWorld(10);
    await recordEngagement(app, rising());
    const nextStep = { kind: "call", date: "2026-10-30" } as const;
    const done = { disposition: "no answer", notes: "", nextStep } as const;
    await completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, ...done });
    const before = await getCall(app.table, "p1", 1);
    clock.now += MINUTE;
    await recordEngagement(app, [calling]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ lane: "hot", dueAt: clock.now });
    await recordEngagement(app, [reading]);
    const { lane, why, dueAt, evidence } = before!;
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ state: "open", lane, why, dueAt, evidence });
  });

  test("goes on as warming where interest had risen all the same", async () => {
    const { app, clock } = await smallWorld(10);
    // At ten past five a rise waits for the morning, and who asks does not.
    clock.now += 70 * MINUTE;
    await recordEngagement(app, rising());
    clock.now += MINUTE;
    const { dueAt } = (await getCall(app.table, "p1", 1))!;
    await recordEngagement(app, [calling]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ lane: "hot", dueAt: clock.now });
    expect(clock.now).toBeLessThan(dueAt);
    await recordEngagement(app, [reading]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({
      state: "open",
      lane: "warming",
      why: "Clicked 3 of the last 3; none of the 7 before",
      dueAt,
      evidence: [{ signalId: "k3" }, { signalId: "k2" }, { signalId: "k1" }],
    });
  });
});

describe("somebody asks in the moment a scanner is found out", () => {
  test("or just before: the task says of them what it said", async () => {
    const { app } = await smallWorld(2);
    for (const one of [calling, asks(1), reading]) await recordEngagement(app, [one]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({
      state: "open",
      why: "Asked for it: clicked your calling link in the email “Story 1”",
      evidence: [{ signalId: "ask1" }],
    });
  });

  test("the task is theirs, and the machine's click is not among its reasons", async () => {
    const { app } = await smallWorld(2);
    await recordEngagement(app, [calling]);
    await recordEngagement(app, [reading, asks(1)]);
    const call = await getCall(app.table, "p1", 1);
    expect(call).toMatchObject({ state: "open", lane: "hot" });
    expect(call?.evidence.map(({ signalId }) => signalId)).toEqual(["ask1"]);
  });
});

describe("a warming task", () => {
  /** A scanner was where the reader of email n seems to have clicked, twenty seconds after. */
  const unmasked = (n: number): Signal =>
    signal(`x${n}`, n, { kind: "click", link: "hidden", at: sentAt(n) + 5 * HOUR + 20 * SECOND });
  const clicks = (...of: readonly number[]): Signal[] =>
    of.map((n) => signal(`k${n}`, n, { kind: "click", at: sentAt(n) + 5 * HOUR }));

  async function risen(...of: readonly number[]) {
    const { app, clock } = await smallWorld(10);
    clock.now = sentAt(9) + 6 * HOUR;
    await recordEngagement(app, clicks(...of));
    expect(await tasksOf(app, "p1")).toEqual(["warming"]);
    return { app, clock };
  }

  test("that loses a click without which it would not have been one is taken back", async () => {
    const { app } = await risen(7, 8, 9);
    await recordEngagement(app, [unmasked(8)]);
    expect(await tasksOf(app, "p1")).toEqual(["taken back"]);
  });

  test("that is taken back after the next email went out leaves the score as if it had never been", async () => {
    const { app, clock } = await risen(7, 8, 9);
    await sendEmail(app, 10);
    clock.now = sentAt(10) + HOUR;
    await recordEngagement(app, [unmasked(8)]);
    expect(await tasksOf(app, "p1")).toEqual(["taken back"]);
    expect((await getEngagement(app.table, "p1")).emails.filter(({ anew }) => anew)).toEqual([]);
  });

  test("that stands without it stays, and no longer quotes it", async () => {
    const { app } = await risen(6, 7, 8, 9);
    await recordEngagement(app, [unmasked(8)]);
    expect(await tasksOf(app, "p1")).toEqual(["warming"]);
    const call = await getCall(app.table, "p1", 1);
    expect(call?.evidence.map(({ signalId }) => signalId)).toEqual(["k9", "k7", "k6"]);
    expect(call?.why).toBe("Clicked 3 of the last 3; none of the 6 before");
  });

  test("is not taken back by silence, but by a machine only", async () => {
    const { app, clock } = await risen(7, 8, 9);
    for (const n of [10, 11, 12, 13]) await sendEmail(app, n);
    clock.now = sentAt(13) + 10 * DAY;
    await recordEngagement(app, [signal("o13", 13, { at: clock.now })]);
    expect(await tasksOf(app, "p1")).toEqual(["warming"]);
  });

  test("that stands without it stays also when there was silence since", async () => {
    const { app, clock } = await risen(5, 6, 7, 8, 9);
    for (const n of [10, 11, 12, 13, 14, 15]) await sendEmail(app, n);
    clock.now = sentAt(15) + 10 * DAY;
    await recordEngagement(app, [unmasked(8)]);
    expect(await tasksOf(app, "p1")).toEqual(["warming"]);
    expect((await getEngagement(app.table, "p1")).emails.at(-1)!.score).toBeLessThan(80);
  });

  test("comes again with clicks of a person's", async () => {
    const { app, clock } = await risen(7, 8, 9);
    await recordEngagement(app, [unmasked(8)]);
    for (const n of [10, 11, 12]) await sendEmail(app, n);
    clock.now = sentAt(12) + 6 * HOUR;
    await recordEngagement(app, clicks(10, 11, 12));
    expect(await tasksOf(app, "p1")).toEqual(["taken back", "warming"]);
  });
});
