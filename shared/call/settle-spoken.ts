import { dayInWords, momentInWords } from "../engagement/words.ts";
import { AppError } from "../error.ts";
import { isDate, toInstant, toLocal } from "../time.ts";
import { COOL_DOWN_MS } from "./attempts.ts";
import type { Blocker, NextStep } from "./call.ts";
import { goodHourOn } from "./good-hours.ts";
import type { Settled, Spoken } from "./settled.ts";

const STEP_WORDS = {
  call: "Next call",
  meeting: "Meeting",
  demo: "Demo",
  trial: "Call about the trial",
  "send material": "Call about the material",
} as const;

/** They spoke: no end without a next step (practice 49), and the next task is there before this one is gone. */
export function agreed(spoken: Spoken): Settled {
  const { call, result } = spoken;
  const { disposition, nextStep } = result;
  const booked = disposition === "meeting booked";
  if (!nextStep)
    throw new AppError(
      "invalid",
      booked
        ? "nextStep.date: when is the meeting?"
        : "nextStep: say what you agreed on and for when, or that the prospect declined",
    );
  if (nextStep.kind === "declined") {
    if (booked) throw new AppError("invalid", "nextStep: a booked meeting needs its date");
    return declined(spoken, nextStep);
  }
  const dueAt = dueOn(nextStep, spoken);
  return {
    task: { kind: "follow", dueAt },
    nextStep,
    coolDownUntil: null,
    next: `${STEP_WORDS[nextStep.kind]}: ${momentInWords(call.timeZone, dueAt)}. The task is on the worklist.`,
  };
}

const BLOCKED: { readonly [kind in Blocker["kind"]]: string } = {
  "budget holder": "somebody else holds the budget",
  approval: "it needs an approval",
  funding: "there is no funding yet",
  "other project first": "another project comes first",
};

/** No next step. What stood in the way is looked at again, because it may be gone by then (practice 17). */
function declined({ call, result, where, now }: Spoken, nextStep: NextStep): Settled {
  const { blocker } = result;
  if (!blocker)
    return {
      task: { kind: "close" },
      nextStep,
      coolDownUntil: now + COOL_DOWN_MS,
      declined: true,
      next: "Closed, no next step. Emails go on; engagement may open a new call task in 14 days.",
    };
  const dueAt = goodHourOn(blocker.reviewOn, where, now);
  const said = BLOCKED[blocker.kind];
  return {
    task: { kind: "follow", dueAt },
    why: `Look again: on ${dayInWords(toLocal(call.timeZone, now).date)} ${said}`,
    nextStep,
    coolDownUntil: null,
    declined: true,
    next: `No next step: ${said}. The task comes back ${momentInWords(call.timeZone, dueAt)}, to see whether that is still so. Emails go on.`,
  };
}

/** At the agreed time, else in a good hour of the agreed date. */
function dueOn(step: Exclude<NextStep, { kind: "declined" }>, { call: { timeZone }, where, now }: Spoken): number {
  const today = toLocal(timeZone, now).date;
  if (!isDate(step.date)) throw new AppError("invalid", `nextStep.date: ${step.date} is no date`);
  if (step.date < today) throw new AppError("invalid", `nextStep.date: ${dayInWords(step.date)} is over`);
  if (step.time === undefined) return goodHourOn(step.date, where, now);
  const at = toInstant(timeZone, step.date, step.time);
  if (at === undefined)
    throw new AppError("invalid", `nextStep.time: clocks skip ${step.time} on ${dayInWords(step.date)}`);
  if (at < now) throw new AppError("invalid", `nextStep.time: ${step.time} is over`);
  return at;
}

/** Not now, but on that date: the task waits for it, and so does engagement; emails go on, seldom. */
export function later({ call, result, where, now }: Spoken): Settled {
  const { notNowUntil } = result;
  if (!notNowUntil || !isDate(notNowUntil))
    throw new AppError("invalid", "notNowUntil: on which date should you call again?");
  if (notNowUntil <= toLocal(call.timeZone, now).date)
    throw new AppError("invalid", `notNowUntil: ${dayInWords(notNowUntil)} is not after today`);
  const dueAt = goodHourOn(notNowUntil, where, now);
  return {
    task: { kind: "stay", dueAt },
    nextStep: { kind: "call", date: notNowUntil },
    coolDownUntil: null,
    longRhythm: true,
    why: `Agreed: call again on ${dayInWords(notNowUntil)}`,
    note: `Not now, said on the phone: call again on ${dayInWords(notNowUntil)}. Emails go on in the long rhythm`,
    next: `The task comes back ${momentInWords(call.timeZone, dueAt)}. Emails go on in the long rhythm.`,
  };
}
