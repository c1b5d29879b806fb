import { describe, expect, test } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { holdsMail } from "../../../shared/call/call.ts";
import { callsOf, getCall, worklist } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { getEngagement, signalsOf } from "../../../shared/engagement/store.ts";
import type { Table } from "../../../shared/ports.ts";
import { changeProspect, getProspect } from "../../../shared/prospect/store.ts";
import { DAY, HOUR, toLocal } from "../../../shared/time.ts";
import { prospect, rep, rising, sendEmail, sentAt, signal, slot, smallWorld } from "./small-world.ts";

describe("a prospect's engagement rises", () => {
  test("one call task is opened, with why, when and what to say", async () => {
    const { app } = await smallWorld();
    expect(await recordEngagement(app, rising())).toEqual(["recorded", "recorded", "recorded"]);
    const { calls } = await worklist(app.table, rep.id);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ number: 1, lane: "warming", state: "open", repId: rep.id, version: 1 });
    expect(calls[0]?.why).toBe("Clicked 3 of the last 3; none of the 7 before");
    expect(calls[0]?.evidence).toHaveLength(3);
    expect(calls[0]?.evidence[0]).toMatchObject({
      text: "Clicked “Story 9” (Thu 29 Oct 2026, 15:30 in Lisbon)",
      human: 0.85,
      rule: "click",
    });
    expect(calls[0]?.score).toMatchObject({ threshold: 80 });
    expect(calls[0]?.score?.emails).toHaveLength(10);
    // Within 24 hours of Thursday 16:00 there is Thursday afternoon, an hour after the email, and Friday morning.
    expect(toLocal("Europe/Lisbon", calls[0]!.dueAt)).toEqual({
      date: "2026-10-30",
      time: "10:00",
      weekday: "friday",
    });
    expect(calls[0]?.brief.talkingPoint?.articleId).toBe("handover");
    expect(calls[0]?.brief.voicemail.text).toContain("Acme Rounds");
  });

  test("signals that come one by one, twice and in any order make the same one task", async () => {
    const { app } = await smallWorld();
    const all = rising().toReversed();
    for (const one of [...all, ...all]) await recordEngagement(app, [one]);
    expect(await recordEngagement(app, all)).toEqual(["already-known", "already-known", "already-known"]);
    expect(await callsOf(app.table, "p1")).toHaveLength(1);
    expect((await getEngagement(app.table, "p1")).version).toBe(3);
  });

  test("the same signal twice in one batch is known the second time", async () => {
    const { app } = await smallWorld();
    expect(await recordEngagement(app, [signal("o1", 9), signal("o1", 9)])).toEqual(["recorded", "already-known"]);
  });

  test("deliveries racing each other make one task and lose no signal", async () => {
    const { app } = await smallWorld();
    const all = [...rising(), signal("o3", 7), signal("o4", 8)];
    const outcomes = await Promise.all(all.map((one) => recordEngagement(app, [one])));
    expect(outcomes.flat()).toEqual(all.map(() => "recorded"));
    expect(await callsOf(app.table, "p1")).toHaveLength(1);
    expect(await signalsOf(app.table, "p1")).toHaveLength(5);
    const { emails } = await getEngagement(app.table, "p1");
    expect(emails.flatMap(({ hits }) => hits.map(({ signalId }) => signalId)).toSorted()).toEqual(
      all.map(({ id }) => id).toSorted(),
    );
  });

  test("after a lost race it reads again and goes on", async () => {
    const { app } = await smallWorld();
    let disturb = 3;
    const table: Table = {
      ...app.table,
      write: async (...writes) => {
        if ((disturb -= 1) >= 0)
          await app.table.write(changeProspect("p1", { title: `Title ${disturb}` }, 1000 + disturb));
        return app.table.write(...writes);
      },
    };
    expect(await recordEngagement({ ...app, table }, rising())).toEqual(["recorded", "recorded", "recorded"]);
    expect(await getProspect(app.table, "p1")).toMatchObject({ title: "Title 0", unanswered: 0 });
  });

  test("what was silent counts again, and the long rhythm ends", async () => {
    const { app } = await smallWorld(10, prospect({ rhythm: "long" }));
    await recordEngagement(app, [signal("o1", 9)]);
    expect(await getProspect(app.table, "p1")).toMatchObject({ unanswered: 0, rhythm: "normal" });
  });

  test("clicked topics are remembered, for picking the next article", async () => {
    const { app } = await smallWorld();
    await recordEngagement(app, [signal("c1", 9, { kind: "click" }), signal("c2", 8, { kind: "click" })]);
    expect((await getEngagement(app.table, "p1")).clickedTopics).toEqual({ rounds: 2 });
  });
});

describe("what opens no call task", () => {
  test("machines, which stay in the ledger with the reason and count for nothing", async () => {
    const { app } = await smallWorld();
    const scanned = rising(9, { userAgent: "Barracuda Sentinel (EE)" });
    expect(await recordEngagement(app, scanned)).toEqual(["machine", "machine", "machine"]);
    expect(await callsOf(app.table, "p1")).toEqual([]);
    expect(await signalsOf(app.table, "p1")).toHaveLength(3);
    expect((await signalsOf(app.table, "p1"))[0]).toMatchObject({ human: 0.02, reason: "a link scanner" });
    expect(await getProspect(app.table, "p1")).toMatchObject({ unanswered: 10 });
  });

  test("a hit within ten seconds of that email leaving", async () => {
    const { app } = await smallWorld();
    expect(await recordEngagement(app, [signal("o1", 9, { at: sentAt(9) + 4_000 })])).toEqual(["machine"]);
  });

  test("a single open", async () => {
    const { app } = await smallWorld(1);
    expect(await recordEngagement(app, [signal("o1", 0)])).toEqual(["recorded"]);
    expect(await callsOf(app.table, "p1")).toEqual([]);
  });

  test("a prospect who has left", async () => {
    const { app } = await smallWorld(10, prospect({ standing: { state: "ended", reason: "opted out" } }));
    expect(await recordEngagement(app, rising())).toEqual(["recorded", "recorded", "recorded"]);
    expect(await callsOf(app.table, "p1")).toEqual([]);
  });

  test("a prospect nobody knows, or one who was erased", async () => {
    const { app } = await smallWorld();
    expect(await recordEngagement(app, [signal("o1", 9, { prospectId: "nobody" })])).toEqual(["unknown-prospect"]);
    const erased = await smallWorld(10, prospect({ standing: { state: "ended", reason: "erased" } }));
    expect(await recordEngagement(erased.app, [signal("o1", 9)])).toEqual(["unknown-prospect"]);
  });

  test("the fourteen days after a call was closed; after them a rise does again", async () => {
    const { app, clock } = await smallWorld();
    await recordEngagement(app, rising());
    const done = { disposition: "connected", notes: "", nextStep: { kind: "declined" } } as const;
    await completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, ...done });
    clock.now += 13 * DAY;
    for (const n of [10, 11, 12, 13]) await sendEmail(app, n);
    const clicks = [10, 11, 12, 13].map((n) => signal(`c${n}`, n, { kind: "click", at: sentAt(n) + 2 * HOUR }));
    await recordEngagement(app, clicks);
    expect(await callsOf(app.table, "p1")).toHaveLength(1);
    clock.now += DAY;
    await recordEngagement(app, [signal("o9", 13, { at: clock.now })]);
    // It began anew with the task: what is clicked since it closed is all that counts, and after a no it must be surer.
    expect(await callsOf(app.table, "p1")).toHaveLength(1);
    for (const n of [14, 15]) await sendEmail(app, n);
    clock.now = sentAt(15) + 3 * HOUR;
    await recordEngagement(
      app,
      [14, 15].map((n) => signal(`c${n}`, n, { kind: "click", at: sentAt(n) + 2 * HOUR })),
    );
    expect(await callsOf(app.table, "p1")).toHaveLength(2);
  });
});

describe("measuring", () => {
  const denied = prospect({ tracking: "denied" });

  test("who denies it leaves no trace", async () => {
    const { app } = await smallWorld(10, denied);
    expect(await recordEngagement(app, rising())).toEqual(["not-measured", "not-measured", "not-measured"]);
    expect(await signalsOf(app.table, "p1")).toEqual([]);
  });

  test("nor does who never said, in a country where that means no", async () => {
    const { app } = await smallWorld(10, prospect({ country: "DE" }));
    expect(await recordEngagement(app, [signal("o1", 9)])).toEqual(["not-measured"]);
  });

  test("but a reply and a form are received from everyone", async () => {
    const { app } = await smallWorld(10, denied);
    const said = [
      signal("r1", 9, { kind: "reply", text: "Call me" }),
      signal("f1", 9, { kind: "form" }),
      signal("o1", 9),
    ];
    expect(await recordEngagement(app, said)).toEqual(["recorded", "recorded", "not-measured"]);
    expect(await callsOf(app.table, "p1")).toMatchObject([{ lane: "hot" }]);
  });
});

describe("the hot lane", () => {
  test("a click on the calling link opens a task for now, in working hours", async () => {
    const { app, clock } = await smallWorld(1);
    await recordEngagement(app, [signal("m1", 0, { kind: "click", link: "meeting" })]);
    expect(await getCall(app.table, "p1", 1)).toMatchObject({
      lane: "hot",
      dueAt: clock.now,
      why: "Asked for it: clicked your calling link in the email “Story 0”",
    });
  });

  test("a reply ends no emails: the task it opens holds them while it is open", async () => {
    const { app } = await smallWorld(1);
    await recordEngagement(app, [signal("r1", 0, { kind: "reply", text: "Interesting, call me" })]);
    expect(await getProspect(app.table, "p1")).toMatchObject({ standing: { state: "active" }, unanswered: 0 });
    const { calls } = await worklist(app.table, rep.id);
    expect(calls).toMatchObject([{ lane: "hot", number: 1 }]);
    expect(holdsMail(calls[0]!)).toBe("they asked and a call is open");
  });

  test("an automatic reply does neither", async () => {
    const { app } = await smallWorld(1);
    const away = signal("r1", 0, { kind: "reply", text: "Out of office until Monday" });
    expect(await recordEngagement(app, [away])).toEqual(["machine"]);
    expect(await getProspect(app.table, "p1")).toMatchObject({ standing: { state: "active" } });
  });

  test("who asks while a task is open moves that task up instead of getting a second", async () => {
    const { app, clock } = await smallWorld();
    await recordEngagement(app, rising());
    await recordEngagement(app, [signal("m1", 9, { kind: "click", link: "meeting", at: clock.now })]);
    const calls = await callsOf(app.table, "p1");
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ lane: "hot", version: 2, dueAt: clock.now });
    expect(calls[0]?.evidence).toHaveLength(4);
    expect((await worklist(app.table, rep.id)).calls).toHaveLength(1);
  });

  test("who asks again adds to the same task, which is due no later", async () => {
    const { app, clock } = await smallWorld(1);
    await recordEngagement(app, [signal("m1", 0, { kind: "click", link: "meeting" })]);
    const due = clock.now;
    clock.now += DAY;
    await recordEngagement(app, [signal("r1", 0, { kind: "reply", at: clock.now, text: "Any time today" })]);
    const calls = await callsOf(app.table, "p1");
    expect(calls).toMatchObject([{ number: 1, lane: "hot", version: 2, dueAt: due }]);
    expect(calls[0]?.why).toBe("Asked for it: replied to “Story 0”");
    expect(calls[0]?.evidence.map(({ signalId }) => signalId)).toEqual(["r1", "m1"]);
  });

  test("who asks in two ways at once is quoted with both, the latest first", async () => {
    const { app } = await smallWorld(1);
    const asked = [
      signal("r1", 0, { kind: "reply", text: "Yes, please" }),
      signal("f1", 0, { kind: "form", text: "Call me", at: sentAt(0) + DAY / 48 + 60_000 }),
    ];
    await recordEngagement(app, asked);
    expect((await getCall(app.table, "p1", 1))?.evidence.map(({ signalId }) => signalId)).toEqual(["f1", "r1"]);
  });

  test("the cool-down does not hold for who asks", async () => {
    const { app } = await smallWorld();
    await recordEngagement(app, rising());
    const done = { disposition: "connected", notes: "", nextStep: { kind: "declined" } } as const;
    await completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, ...done });
    await recordEngagement(app, [signal("f1", 9, { kind: "form", text: "Please call", slot: slot(9) })]);
    expect(await callsOf(app.table, "p1")).toMatchObject([{ state: "closed" }, { state: "open", lane: "hot" }]);
  });
});

test("a batch of many prospects is one transaction each and one write for the domain, and outcomes keep their order", async () => {
  const { app } = await smallWorld();
  let transactions = 0;
  const table: Table = { ...app.table, write: (...writes) => ((transactions += 1), app.table.write(...writes)) };
  const batch = [signal("x", 9, { prospectId: "nobody" }), ...rising(), signal("y", 5, { method: "HEAD" })];
  expect(await recordEngagement({ ...app, table }, batch)).toEqual([
    "unknown-prospect",
    "recorded",
    "recorded",
    "recorded",
    "machine",
  ]);
  expect(transactions).toBe(2);
});
