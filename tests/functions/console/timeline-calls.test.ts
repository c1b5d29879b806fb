import { expect, test } from "vitest";
import { timelineOf } from "../../../functions/console/timeline.ts";
import type { Call } from "../../../shared/call/call.ts";
import type { Touch } from "../../../shared/touch/touch.ts";

const at = Date.parse("2026-11-25T10:00Z");
const call: Call = {
  prospectId: "p1",
  number: 1,
  state: "open",
  lane: "agreed",
  why: "Agreed: call again on 13 Jan 2027",
  openedAs: { lane: "warming", why: "Clicked 3 of the last 3" },
  evidence: [],
  openedAt: at - 1000,
  dueAt: at,
  timeZone: "Europe/Lisbon",
  brief: { questions: ["Why?"], nextStepToAskFor: "A date", voicemail: { text: "Hello", seconds: 2 } },
  attempts: [
    {
      at,
      repId: "dana",
      disposition: "not now",
      notes: "After the audit",
      nextStep: { kind: "call", date: "2027-01-13" },
      promises: [{ text: "Send the figures", due: "2026-11-27" }],
      blocker: { kind: "approval", reviewOn: "2027-01-13" },
    },
  ],
  version: 2,
};
const entriesOf = (parts: { readonly calls?: readonly Call[]; readonly touches?: readonly Touch[] }) =>
  timelineOf(
    { touches: [], letters: [], signals: [], calls: [], notes: [], repNames: new Map([["dana", "Dana"]]), ...parts },
    "Europe/Lisbon",
  ).flatMap(({ entries }) => entries);

test("a task says what it was opened for, whatever was agreed since", () => {
  const [, opened] = entriesOf({ calls: [call] });
  expect(opened?.detail).toContain("Clicked 3 of the last 3");
  expect(opened?.detail).not.toContain("Agreed");
});

test("an attempt tells what stands in the way and what was promised", () => {
  const [attempt] = entriesOf({ calls: [call] });
  expect(attempt?.what).toBe("Call 1 by Dana: not now");
  expect(attempt?.detail).toMatch(/In the way: approval, again on Wed 13 Jan/);
  expect(attempt?.detail).toMatch(/Promised for Fri 27 Nov.*: Send the figures/);
});

test.each([
  ["in-conversation", "a conversation with a rep was going on"],
  ["call-within-the-hour", "a call was due within the hour"],
])("an email held back as %s says so", (reason, words) => {
  const held: Touch = {
    prospectId: "p1",
    date: "2026-11-25",
    timeZone: "Europe/Lisbon",
    cadenceId: "default",
    outcome: "skipped",
    reason,
    slotKind: "blog-post",
    at,
  };
  expect(entriesOf({ touches: [held] })[0]?.what).toBe(`No email for Wed 25 Nov 2026: ${words}`);
});
