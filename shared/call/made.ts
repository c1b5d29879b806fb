import { dayInWords } from "../engagement/words.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import { toLocal } from "../time.ts";
import type { Attempt, Call, Calls, Disposition, NextStep } from "./call.ts";
import type { Entries } from "./entries.ts";
import type { Where } from "./good-hours.ts";
import type { CallResult, Settled } from "./settled.ts";

/** A call that was made, with all that was known of it when its result came. */
export type Made = {
  readonly prospect: Prospect;
  /** As it was before. */
  readonly call: Call;
  readonly calls: Calls;
  /** Who made it. */
  readonly rep: Rep;
  readonly completed: CallResult;
  readonly entries: Entries;
  readonly settled: Settled;
  /** Epoch ms. */
  readonly now: number;
  readonly where: Where;
  /** Attempts of all calls before this one. */
  readonly attemptsBefore: number;
};

/** The task was taken back and another is open by now: what comes next belongs there. */
export const isElsewhere = ({ call, calls }: Made): boolean => call.withdrawn !== undefined && calls.open !== null;

export const attemptOf = ({ call, completed, entries, settled, now }: Made): Attempt => ({
  at: now,
  repId: completed.repId,
  disposition: completed.disposition,
  notes: completed.notes.trim(),
  nextStep: settled.nextStep,
  ...entries,
  version: call.version + 1,
});

const NOBODY_SPOKE: ReadonlySet<string> = new Set([
  "no answer",
  "voicemail",
  "wrong number",
  "shared",
] satisfies Disposition[]);

/** What the next brief opens with (practice 44). Undefined when nobody spoke. */
export function conversation({ call, rep, completed, settled, now }: Made): string | undefined {
  const { disposition } = completed;
  if (NOBODY_SPOKE.has(disposition)) return undefined;
  const day = dayInWords(toLocal(call.timeZone, now).date);
  const notes = completed.notes.trim().replaceAll(/\s+/g, " ");
  const outcome = disposition === "connected" ? stepInWords(settled.nextStep) : disposition;
  return `${day}, ${rep.name}${notes ? `: ${notes}` : ""} (${outcome})`;
}

export function stepInWords(step: NextStep): string {
  if (step.kind === "declined") return "no next step";
  const what = step.note?.trim() ? `${step.kind}, ${step.note.trim()},` : step.kind;
  return `${what} on ${dayInWords(step.date)}${step.time ? ` at ${step.time}` : ""}`;
}
