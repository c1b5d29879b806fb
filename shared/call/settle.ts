import { AppError } from "../error.ts";
import { mustNotBeCalled } from "../prospect/prospect.ts";
import { dayInWords } from "../engagement/words.ts";
import { COOL_DOWN_MS } from "./attempts.ts";
import type { Disposition } from "./call.ts";
import { agreed, later } from "./settle-spoken.ts";
import { unanswered } from "./settle-unanswered.ts";
import { didSpeak } from "./settled.ts";
import type { Settled, Spoken } from "./settled.ts";

/**
 * Where each disposition leads. Pure.
 * @throws AppError("invalid") that names the field when what comes next is missing or cannot be
 */
export function settleCall(spoken: Spoken): Settled {
  const { disposition } = spoken.result;
  if (disposition === "shared" && spoken.call.lane !== "share")
    throw new AppError("invalid", `disposition: "shared" ends only a task to pass something on by hand`);
  const settled = SETTLERS[disposition](spoken);
  return mustNotBeCalled(spoken.prospect) ? withoutCall(settled, spoken) : settled;
}

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
  shared: ({ now }) => ({
    task: { kind: "close" },
    nextStep: { kind: "declined", note: "Passed something on by hand" },
    coolDownUntil: now + COOL_DOWN_MS,
    next: "Closed. Emails go on as soon as the library has something new.",
  }),
  "wrong number": ({ prospect, now }) => ({
    task: { kind: "close" },
    nextStep: { kind: "declined", note: "Find the right number" },
    coolDownUntil: now + COOL_DOWN_MS,
    wrongPhone: true,
    note: `Wrong number${prospect.phone ? ` (${prospect.phone})` : ""}: find the right one`,
    next: "Closed, and the number is gone from the profile. Emails go on; in 14 days a rise may open a new call task, which begins with finding the right one.",
  }),
};

/**
 * Of a prospect who must not be called only what they asked for themselves stays open until it was answered; what was agreed beyond that is kept in
 * the history and on nobody's worklist.
 */
function withoutCall(settled: Settled, { call, result, now }: Spoken): Settled {
  const { task, nextStep } = settled;
  const spoke = didSpeak(result.disposition);
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
