import type { Call } from "../../../shared/call/call.ts";
import type { LoggedAttempt } from "../../../shared/call/log.ts";

/** Wednesday 25 November 2026, 10:00 UTC. */
export const NOW = Date.parse("2026-11-25T10:00Z");
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const period = { from: NOW - 28 * DAY, now: NOW };

const tomorrow = { kind: "call", date: "2026-11-26" } as const;

/** One dial that nobody answered, two days ago. */
export const dial = (changes: Partial<LoggedAttempt> = {}): LoggedAttempt => ({
  at: NOW - 2 * DAY,
  repId: "ana",
  prospectId: "rui",
  number: 1,
  attempt: 1,
  lane: "warming",
  disposition: "no answer",
  nextStep: tomorrow,
  openedAt: NOW - 3 * DAY,
  dueAt: NOW - 2 * DAY,
  goodHour: true,
  touchNumber: 4,
  ...changes,
});

export const spoke = (changes: Partial<LoggedAttempt> = {}): LoggedAttempt =>
  dial({ disposition: "connected", ends: "agreed", ...changes });

export const declined = (changes: Partial<LoggedAttempt> = {}): LoggedAttempt =>
  spoke({ nextStep: { kind: "declined" }, ends: "declined", ...changes });

/** Of so many the same, each of a prospect of its own. */
export const many = (count: number, one: (i: number) => LoggedAttempt): LoggedAttempt[] =>
  Array.from({ length: count }, (_, i) => ({ ...one(i), prospectId: `${one(i).prospectId}-${i}` }));

/** An open call that is due now. */
export const openCall = (changes: Partial<Call> = {}): Call => ({
  prospectId: "rui",
  number: 1,
  repId: "ana",
  state: "open",
  lane: "warming",
  why: "Read three emails",
  evidence: [],
  openedAt: NOW - DAY,
  dueAt: NOW,
  timeZone: "Europe/Lisbon",
  brief: { questions: ["Why now?"], nextStepToAskFor: "A date", voicemail: { text: "Hello", seconds: 1 } },
  attempts: [],
  version: 1,
  ...changes,
});

/** They asked so long ago (ms), when they could be called. */
export const asked = (ago: number, changes: Partial<Call> = {}): Call =>
  openCall({
    lane: "hot",
    evidence: [{ at: NOW - ago, text: "Asked for a call", asks: true }],
    openedAt: NOW - ago,
    dueAt: NOW - ago,
    ...changes,
  });

/** An attempt of an open call that nobody answered, so long ago (ms). */
export const tried = (ago: number, disposition: "no answer" | "not now" = "no answer"): Call["attempts"][number] => ({
  at: NOW - ago,
  repId: "ana",
  disposition,
  notes: "",
  nextStep: tomorrow,
});
