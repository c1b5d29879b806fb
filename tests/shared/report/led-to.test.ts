import { expect, test } from "vitest";
import type { Attempt, Call } from "../../../shared/call/call.ts";
import type { JudgedSignal } from "../../../shared/engagement/signal.ts";
import { callsLedTo } from "../../../shared/report/led-to.ts";

const signal = (id: string, slot: string, at: number, kind: JudgedSignal["kind"] = "click"): JudgedSignal => ({
  id,
  prospectId: "rui",
  kind,
  slot,
  at,
  human: 0.85,
  rule: "click",
  reason: "a click",
});

const SIGNALS = new Map(
  [signal("one", "2026-11-25", 10), signal("two", "2026-11-26", 20), signal("three", "2026-12-02", 300)].map(
    (one) => [one.id, one] as const,
  ),
);

const call = (number: number, changes: Partial<Call> = {}): Call => ({
  prospectId: "rui",
  number,
  state: "open",
  lane: "warming",
  why: "Reads more than usual",
  evidence: [],
  openedAt: 30,
  dueAt: 40,
  timeZone: "UTC",
  brief: { questions: ["-"], nextStepToAskFor: "a call", voicemail: { text: "-", seconds: 1 } },
  attempts: [],
  version: 1,
  ...changes,
});

const evidence = (...ids: string[]): Call["evidence"] =>
  ids.map((signalId) => ({ signalId, at: SIGNALS.get(signalId)?.at ?? 0, text: "Clicked" }));

const attempt = (at: number, disposition: Attempt["disposition"], kind: "call" | "demo" = "call"): Attempt => ({
  at,
  repId: "ana",
  disposition,
  notes: "",
  nextStep: { kind, date: "2026-12-03" },
});

test("a task counts to every email in its evidence, and to each once", () => {
  const led = callsLedTo([call(1, { evidence: evidence("one", "two", "two") })], SIGNALS);
  expect([...led.keys()]).toEqual(["2026-11-25", "2026-11-26"]);
  expect(led.get("2026-11-26")?.callTask).toEqual({ number: 1, lane: "warming", at: 30 });
});

test("an email that two tasks stand on led to the first", () => {
  const closed = call(1, { evidence: evidence("one"), state: "closed", closedAt: 50 });
  const led = callsLedTo([closed, call(2, { openedAt: 99, evidence: evidence("one", "three") })], SIGNALS);
  expect([...led].map(([slot, { callTask }]) => [slot, callTask.number])).toEqual([
    ["2026-11-25", 1],
    ["2026-12-02", 2],
  ]);
});

test("what was agreed in the tasks that followed came of the first", () => {
  const first = call(1, {
    evidence: evidence("one"),
    state: "closed",
    closedAt: 50,
    attempts: [attempt(50, "connected")],
  });
  const next = call(2, { openedAt: 50, lane: "agreed", attempts: [attempt(90, "connected", "demo")] });
  const led = callsLedTo([first, next], SIGNALS);
  expect(led.get("2026-11-25")).toMatchObject({ conversation: true, meeting: true });
});

test("an attempt that nobody answered is no conversation, and what was said before they clicked came of something else", () => {
  const tried = call(1, { evidence: evidence("one"), attempts: [attempt(35, "no answer"), attempt(36, "voicemail")] });
  expect(callsLedTo([tried], SIGNALS).get("2026-11-25")).toMatchObject({ conversation: false });
  const heated = call(1, { lane: "hot", evidence: evidence("three"), attempts: [attempt(200, "connected", "demo")] });
  expect(callsLedTo([heated], SIGNALS).get("2026-12-02")).toMatchObject({ conversation: false, meeting: false });
});

test("a meeting they booked themselves counts, called or not", () => {
  const signals = new Map([...SIGNALS, ["four", signal("four", "2026-11-26", 25, "booking")] as const]);
  const booked = call(1, { lane: "hot", evidence: [{ signalId: "four", at: 25, text: "Booked" }] });
  expect(callsLedTo([booked], signals).get("2026-11-26")).toMatchObject({ conversation: false, meeting: true });
});

test("tasks that were taken back or that a rep opened count to no email", () => {
  const back = call(1, { evidence: evidence("one"), state: "closed", closedAt: 45, withdrawn: { at: 45, why: "-" } });
  const byHand = call(2, { openedAt: 60, lane: "agreed", evidence: [{ at: 60, text: "By hand: met at a fair" }] });
  expect(callsLedTo([back, byHand], SIGNALS).size).toBe(0);
});

test("a task in which something was agreed keeps the emails it was opened for", () => {
  const said = [{ at: 70, text: "Call again in March" }];
  const hot = call(1, { lane: "agreed", openedAs: { lane: "hot", why: "Asked for it" }, evidence: said });
  expect([...callsLedTo([hot], SIGNALS).keys()]).toEqual(["2026-11-26"]);
  const line = (date: string, click: number) => ({
    date,
    sentAt: 1,
    open: 0,
    click,
    usualOpen: 0.2,
    usualClick: 0.03,
    ratio: 1,
    score: 1,
    began: 2,
  });
  const emails = [line("2026-11-19", 0.85), line("2026-11-25", 0), line("2026-11-26", 0.85)];
  const warm = call(1, {
    lane: "agreed",
    openedAs: { lane: "warming", why: "Reads more" },
    evidence: said,
    score: { at: 30, threshold: 20, emails },
  });
  expect([...callsLedTo([warm], SIGNALS)]).toMatchObject([["2026-11-26", { callTask: { lane: "warming" } }]]);
});
