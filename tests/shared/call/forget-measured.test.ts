import { expect, test } from "vitest";
import type { Call, Calls } from "../../../shared/call/call.ts";
import { noteWithoutMeasured, withoutMeasured } from "../../../shared/call/forget-measured.ts";
import { openStore } from "../../../shared/local/store.ts";
import { localTable } from "../../../shared/local/table.ts";
import { callsOf, getCalls, putCall, putCalls } from "../../../shared/call/store.ts";

const NOW = Date.UTC(2026, 10, 25, 15);
const opened = { at: NOW, text: "Opened “Story 9”; usually 1 click in 8 emails", signalId: "open-1" };
const clicked = { at: NOW, text: "Clicked your calling link", signalId: "click-1" };
const replied = { at: NOW, text: "Replied: “call me”", signalId: "reply-1" };
const agreed = { at: NOW, text: "Mon 2 Nov, Dana: asked for a price (call on 25 November)" };

const call = (changes: Partial<Call> = {}): Call => ({
  prospectId: "p1",
  number: 1,
  state: "open",
  lane: "warming",
  why: "1 open in the last 14 days; usually 1 click in 8 emails",
  evidence: [opened],
  openedAt: NOW,
  dueAt: NOW,
  timeZone: "Europe/Lisbon",
  brief: { questions: ["Why?"], nextStepToAskFor: "A date", voicemail: { text: "Hello", seconds: 2 } },
  attempts: [],
  version: 1,
  ...changes,
});

const LATER = NOW + 1000;

/** The calls of a prospect who told us "reply-1" and was measured for the rest, after forgetting. */
async function after(...all: Call[]) {
  const table = localTable(openStore(":memory:"), () => NOW);
  const open = all.find(({ state }) => state === "open")?.number ?? null;
  const lock: Calls = { prospectId: "p1", open, last: all.length, coolDownUntil: null };
  const none: Calls = { prospectId: "p1", open: null, last: 0, coolDownUntil: null };
  await table.write(...all.map((one) => putCall(one, "absent")), putCalls(lock, none));
  const forget = async () =>
    withoutMeasured(await getCalls(table, "p1"), await callsOf(table, "p1"), (id) => id === "reply-1", LATER);
  const { writes, takenBack } = await forget();
  if (writes.length) await table.write(...writes);
  return {
    takenBack,
    all: await callsOf(table, "p1"),
    lock: await getCalls(table, "p1"),
    again: (await forget()).writes,
  };
}

test("a call task that stands on measured signals only is taken back, with the reason", async () => {
  const { takenBack, all, lock, again } = await after(call());
  expect(takenBack).toBe(1);
  expect(all[0]).toMatchObject({ state: "closed", closedAt: LATER, evidence: [], version: 2 });
  expect(all[0]?.why).toContain("withdrew consent to be measured");
  expect(lock).toMatchObject({ open: null, last: 1 });
  expect(again).toEqual([]);
});

test("so is one for a click on the calling link, which nobody would know of unmeasured", async () => {
  const { takenBack } = await after(call({ lane: "hot", why: "Asked for it: clicked", evidence: [clicked, opened] }));
  expect(takenBack).toBe(1);
});

test("one that they asked for in their own words goes on without the opens and clicks", async () => {
  const { takenBack, all, lock, again } = await after(
    call({ lane: "hot", why: "Asked for it: replied", evidence: [replied, opened] }),
  );
  expect(takenBack).toBeUndefined();
  expect(all[0]).toMatchObject({ state: "open", lane: "hot", why: "Asked for it: replied", evidence: [replied] });
  expect(lock.open).toBe(1);
  expect(again).toEqual([]);
});

test.each([
  ["hot", replied],
  ["agreed", agreed],
] as const)("one heated by a click after a reason of their own is %s for that reason again", async (lane, reason) => {
  const { all } = await after(call({ lane: "hot", why: "Asked for it: clicked", evidence: [clicked, reason] }));
  expect(all[0]).toMatchObject({ state: "open", lane, why: reason.text, evidence: [reason] });
});

test("a closed call stays closed and quotes nothing measured; one without such evidence is not touched", async () => {
  const old = call({ state: "closed", closedAt: NOW });
  const talk = call({ number: 2, lane: "agreed", why: "Agreed: call", evidence: [agreed] });
  const { takenBack, all, lock } = await after(old, talk);
  expect(takenBack).toBeUndefined();
  expect(all[0]).toMatchObject({ state: "closed", closedAt: NOW, evidence: [] });
  expect(JSON.stringify(all[0])).not.toMatch(/Opened|usually/);
  expect(all[1]).toEqual(talk);
  expect(lock.open).toBe(2);
});

test("a call they asked for says no more why it was warming before; one agreed before says so still", async () => {
  const heated = (lane: "warming" | "agreed", why: string) =>
    call({ lane: "hot", why: "Asked for it: replied", evidence: [replied], heatedFrom: { lane, why, dueAt: NOW } });
  const warmed = await after(heated("warming", "Clicked 3 of the last 3; none of the 7 before"));
  expect(warmed.all[0]).toMatchObject({ state: "open", lane: "hot", evidence: [replied] });
  expect(warmed.all[0]).not.toHaveProperty("heatedFrom");
  expect(warmed.again).toEqual([]);
  expect((await after(heated("agreed", "Agreed: call"))).all[0]?.heatedFrom?.why).toBe("Agreed: call");
});

test("a call taken back from a machine says no more what the machine did", async () => {
  const why = "a machine did it: went through the email's links within half a minute";
  const heatedFrom = { lane: "agreed", why: "Agreed: call", dueAt: NOW } as const;
  const old = call({ state: "closed", closedAt: NOW, heatedFrom, withdrawn: { at: NOW, why } });
  const { all, again } = await after(old);
  expect(all[0]).toMatchObject({ heatedFrom, withdrawn: { at: NOW, why: "the reason is erased" } });
  expect(again).toEqual([]);
});

test.each([
  ["Call 12 taken back: a machine did it: from a data centre", "Call 12 taken back: the reason is erased"],
  ["Call 12 taken back: the reason is erased", "Call 12 taken back: the reason is erased"],
  ["Call 1 taken back: withdrew consent to be measured", "Call 1 taken back: withdrew consent to be measured"],
  ["Not interested, said on the phone: no more email", "Not interested, said on the phone: no more email"],
])("the note “%s” reads “%s”", (note, left) => {
  expect(noteWithoutMeasured(note)).toBe(left);
});

test("what a task was opened as is not told by one that was agreed on since; what a rep opened it for is", async () => {
  const agreedSince = { lane: "agreed", why: "Agreed: call again on 13 Jan 2027", evidence: [agreed] } as const;
  const was = (lane: "warming" | "agreed") => ({ lane, why: "Clicked 3 of the last 3" });
  const warmed = await after(call({ ...agreedSince, evidence: [agreed], openedAs: was("warming") }));
  expect(warmed.all[0]).toMatchObject({ state: "open", why: "Agreed: call again on 13 Jan 2027" });
  expect(JSON.stringify(warmed.all)).not.toContain("Clicked 3");
  expect(warmed.again).toEqual([]);
  const byHand = await after(call({ ...agreedSince, evidence: [agreed], openedAs: was("agreed") }));
  expect(byHand.all[0]).toMatchObject({ version: 1, openedAs: was("agreed") });
});

test("a task to share something no longer says on what, which clicks may have told", async () => {
  const why = "Share something on rounds, handover or depots: nothing in the library is left";
  const evidence = [{ at: NOW, text: "All that fits in the library was mailed, 10 emails in all" }];
  const wrong = `Find the number first (+351 1 is not theirs). ${why}`;
  const { takenBack, all, again } = await after(
    call({ state: "closed", lane: "share", why: wrong, evidence }),
    call({
      number: 2,
      lane: "hot",
      why: "Replied",
      evidence: [replied],
      heatedFrom: { lane: "share", why, dueAt: NOW },
    }),
  );
  const anything = "Share something they would like: nothing in the library is left";
  expect(takenBack).toBeUndefined();
  expect(all[0]).toMatchObject({ why: `Find the number first (+351 1 is not theirs). ${anything}`, evidence });
  expect(all[1]).toMatchObject({ why: "Replied", heatedFrom: { lane: "share", why: anything, dueAt: NOW } });
  expect(again).toEqual([]);
});
