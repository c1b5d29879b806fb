import { expect, test } from "vitest";
import { readSince } from "../../../shared/call/read-since.ts";
import { JudgedSignal } from "../../../shared/engagement/signal.ts";
import { Touch } from "../../../shared/touch/touch.ts";

const touch = (date: string, articleTitle: string): Touch =>
  Touch.parse({
    prospectId: "p1",
    date,
    timeZone: "Europe/Lisbon",
    cadenceId: "default",
    outcome: "sent",
    slotKind: "blog-post",
    articleTitle,
    at: 0,
  });
const signal = (kind: JudgedSignal["kind"], at: number, changes: Partial<JudgedSignal> = {}): JudgedSignal =>
  JudgedSignal.parse({ id: `${kind}-${at}`, prospectId: "p1", kind, at, human: 0.9, reason: "", ...changes });

const touches = [touch("2026-11-18", "Rounds"), touch("2026-11-19", "Handover")];
const rounds = { slot: "2026-11-18" };
const handover = { slot: "2026-11-19" };

test("what they did with each email since the last call, the latest first", () => {
  const signals = [
    signal("click", 5, { ...rounds, link: "read" }),
    signal("open", 20, handover),
    signal("open", 40, handover),
    signal("click", 30, { ...rounds, link: "pricing" }),
    signal("visit", 60),
  ];
  expect(readSince(signals, touches, 10)).toEqual([
    { at: 60, title: undefined, what: "visited the site", times: 1 },
    { at: 40, title: "Handover", what: "opened", times: 2 },
    { at: 30, title: "Rounds", what: "looked at what it costs", times: 1 },
  ]);
});

test("an email they read needs no line that it was opened, and what machines did none at all", () => {
  const signals = [
    signal("open", 20, rounds),
    signal("click", 30, { ...rounds, link: "read" }),
    signal("click", 40, { ...handover, link: "read", human: 0.02 }),
    signal("click", 41, { ...handover, link: "hidden", human: 0.9 }),
    signal("reply", 50),
  ];
  expect(readSince(signals, touches, 10)).toEqual([{ at: 30, title: "Rounds", what: "read", times: 1 }]);
});
