import { AppError } from "../error.ts";
import { mustNotBeCalled } from "../prospect/prospect.ts";
import type { Prospect, Standing } from "../prospect/prospect.ts";
import { isDate, toInstant, toLocal } from "../time.ts";
import { dayInWords, momentInWords } from "../engagement/words.ts";
import { ATTEMPTS_BEFORE_GIVING_UP, COOL_DOWN_MS, MOST_ATTEMPTS, nextAttemptAt } from "./attempts.ts";
import type { Call, Disposition, NextStep } from "./call.ts";
import { goodHourOn } from "./good-hours.ts";

export type CallResult = {
  readonly repId: string;
  readonly disposition: Disposition;
  readonly notes: string;
  readonly nextStep?: NextStep | undefined;
  /** YYYY-MM-DD on the prospect's calendar. */
  readonly notNowUntil?: string | undefined;
  readonly giveUpReason?: string | undefined;
};

export type Settled = {
  /** stay: the same task goes on, due at `dueAt`. close: it is over. follow: it is over and the next one is due at `dueAt`. */
  readonly task: { readonly kind: "stay" | "follow"; readonly dueAt: number } | { readonly kind: "close" };
  /** Why the task that stays is there, if that has changed: it is no longer what opened it, but what was agreed. */
  readonly why?: string;
  /** Kept with the attempt: what was agreed, or what comes by the practice. */
  readonly nextStep: NextStep;
  /** Epoch ms; null = engagement may open the next call at once. */
  readonly coolDownUntil: number | null;
  readonly standing?: Standing;
  readonly longRhythm?: boolean;
  /** Said no to any next step. */
  readonly declined?: boolean;
  /** The number is somebody else's and is dropped. */
  readonly wrongPhone?: boolean;
  /** For the prospect's timeline. */
  readonly note?: string;
  /** What happens now, for the rep. */
  readonly next: string;
};

/**
 * Where each disposition leads. Pure; `now` in epoch ms.
 * @throws AppError("invalid") that names the field when what comes next is missing or cannot be
 */
export function settleCall(call: Call, prospect: Prospect, result: CallResult, now: number): Settled {
  const spoken = { call, prospect, result, now };
  const settled = SETTLERS[result.disposition](spoken);
  return mustNotBeCalled(prospect) ? withoutCall(settled, spoken) : settled;
}

type Spoken = { readonly call: Call; readonly prospect: Prospect; readonly result: CallResult; readonly now: number };

const SETTLERS: Record<Disposition, (spoken: Spoken) => Settled> = {
  "no answer": unanswered,
  voicemail: unanswered,
  connected: agreed,
  "meeting booked": agreed,
  "not now": later,
  "not interested": ({ now }) => ({
    task: { kind: "close" },
    nextStep: { kind: "declined" },
    coolDownUntil: now + COOL_DOWN_MS,
    declined: true,
    standing: { state: "ended", reason: "not interested" },
    note: "Not interested, said on the phone: no more email",
    next: "Closed. The prospect gets no more email and no more call tasks, unless asking for one.",
  }),
  "wrong number": ({ prospect, now }) => ({
    task: { kind: "close" },
    nextStep: { kind: "declined", note: "Find the right number" },
    coolDownUntil: now + COOL_DOWN_MS,
    wrongPhone: true,
    note: `Wrong number${prospect.phone ? ` (${prospect.phone})` : ""}: find the right one`,
    next: "Closed, and the number is gone from the profile. In 14 days a rise may open a new call task, which begins with finding the right one.",
  }),
};

/**
 * Of a prospect who must not be called only what they asked for themselves stays open until it was answered; what was agreed beyond that is kept in
 * the history and on nobody's worklist.
 */
function withoutCall(settled: Settled, { call, result, now }: Spoken): Settled {
  const { task, nextStep } = settled;
  const spoke = result.disposition !== "no answer" && result.disposition !== "voicemail";
  if (task.kind === "close" || (call.lane === "hot" && !spoke)) return settled;
  const marked = `Marked "do not call", so no call task follows`;
  const kept =
    spoke && nextStep.kind !== "declined"
      ? ` What you agreed on for ${dayInWords(nextStep.date)} is yours to keep.`
      : "";
  return {
    ...settled,
    task: { kind: "close" },
    nextStep: spoke ? nextStep : { kind: "declined", note: marked },
    coolDownUntil: now + COOL_DOWN_MS,
    note: settled.note ? `${settled.note}. ${marked}` : marked,
    next: `Closed. ${marked}.${kept}`,
  };
}

/** Still no word: the same task again at the next good hour of the practice, until there were enough. */
function unanswered({ call, result, now }: Spoken): Settled {
  const { disposition, giveUpReason } = result;
  const spokeAt = call.attempts.findLastIndex((attempt) => attempt.disposition === "not now");
  const made = call.attempts.length - spokeAt;
  const coolDownUntil = now + COOL_DOWN_MS;
  const reason = giveUpReason?.trim();
  if (reason && made < ATTEMPTS_BEFORE_GIVING_UP)
    throw new AppError(
      "invalid",
      `giveUpReason: this is attempt ${made}; giving up takes at least ${ATTEMPTS_BEFORE_GIVING_UP}`,
    );
  const dueAt = reason ? undefined : nextAttemptAt(made, now, call.timeZone);
  if (dueAt === undefined) {
    const why = reason ? `given up after ${made} attempts: ${reason}` : `${made} attempts without an answer`;
    return {
      task: { kind: "close" },
      nextStep: { kind: "declined", note: why },
      coolDownUntil,
      longRhythm: true,
      note: `Call closed, ${why}. Emails go on in the long rhythm`,
      next: "Closed. Emails go on in the long rhythm; a new rise opens a new call task.",
    };
  }
  const { date, time } = toLocal(call.timeZone, dueAt);
  const done = disposition === "voicemail" ? "Voicemail left" : "No answer";
  return {
    task: { kind: "stay", dueAt },
    nextStep: { kind: "call", date, time },
    coolDownUntil: null,
    next: `${done}, attempt ${made} of ${MOST_ATTEMPTS}. Try again ${momentInWords(call.timeZone, dueAt)}.`,
  };
}

const STEP_WORDS = {
  call: "Next call",
  meeting: "Meeting",
  demo: "Demo",
  trial: "Call about the trial",
  "send material": "Call about the material",
} as const;

/** They spoke: no end without a next step (practice 49), and the next task is there before this one is gone. */
function agreed({ call, result, now }: Spoken): Settled {
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
    return {
      task: { kind: "close" },
      nextStep,
      coolDownUntil: now + COOL_DOWN_MS,
      declined: true,
      next: "Closed, no next step. Emails go on; engagement may open a new call task in 14 days.",
    };
  }
  const dueAt = dueOn(nextStep, call.timeZone, now);
  return {
    task: { kind: "follow", dueAt },
    nextStep,
    coolDownUntil: null,
    ...(booked && { standing: { state: "ended", reason: "meeting booked" } }),
    next: `${STEP_WORDS[nextStep.kind]}: ${momentInWords(call.timeZone, dueAt)}. The task is on the worklist.`,
  };
}

/** At the agreed time, else in a good hour of the agreed date. */
function dueOn(step: Exclude<NextStep, { kind: "declined" }>, timeZone: string, now: number): number {
  const today = toLocal(timeZone, now).date;
  if (!isDate(step.date)) throw new AppError("invalid", `nextStep.date: ${step.date} is no date`);
  if (step.date < today) throw new AppError("invalid", `nextStep.date: ${dayInWords(step.date)} is over`);
  if (step.time === undefined) return goodHourOn(step.date, timeZone, now);
  const at = toInstant(timeZone, step.date, step.time);
  if (at === undefined)
    throw new AppError("invalid", `nextStep.time: clocks skip ${step.time} on ${dayInWords(step.date)}`);
  if (at < now) throw new AppError("invalid", `nextStep.time: ${step.time} is over`);
  return at;
}

/** Not now, but on that date: the task waits for it, and so does engagement; emails go on, seldom. */
function later({ call, result, now }: Spoken): Settled {
  const { notNowUntil } = result;
  if (!notNowUntil || !isDate(notNowUntil))
    throw new AppError("invalid", "notNowUntil: on which date should you call again?");
  if (notNowUntil <= toLocal(call.timeZone, now).date)
    throw new AppError("invalid", `notNowUntil: ${dayInWords(notNowUntil)} is not after today`);
  const dueAt = goodHourOn(notNowUntil, call.timeZone, now);
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
