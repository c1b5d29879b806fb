import { momentInWords } from "../engagement/words.ts";
import { AppError } from "../error.ts";
import { toLocal } from "../time.ts";
import { agreedAt } from "./agreed-at.ts";
import { ATTEMPTS_BEFORE_GIVING_UP, COOL_DOWN_MS, MOST_TOUCHES, nextAttemptAt } from "./attempts.ts";
import type { Settled, Spoken } from "./settled.ts";

/** Still no word: the same task again at the next good hour of the practice, until there were enough. */
export function unanswered({ call, prospect, result, now, where, engaged }: Spoken): Settled {
  const { disposition, giveUpReason } = result;
  const spokeAt = call.attempts.findLastIndex((attempt) => attempt.disposition === "not now");
  const made = call.attempts.length - spokeAt;
  // Tasks from before emails were counted with the dials.
  const emails = Math.max(0, prospect.touchCount - (call.emailsBefore ?? prospect.touchCount));
  const coolDownUntil = now + COOL_DOWN_MS;
  const reason = giveUpReason?.trim();
  if (reason && made < ATTEMPTS_BEFORE_GIVING_UP)
    throw new AppError(
      "invalid",
      `giveUpReason: this is attempt ${made}; giving up takes at least ${ATTEMPTS_BEFORE_GIVING_UP}`,
    );
  const next = reason ? undefined : nextAttemptAt(made, now, where, { engaged, emails });
  // Who was tried before the time agreed with them expects the call then.
  const promised = agreedAt(call) ?? 0;
  const dueAt = next !== undefined && promised > now ? Math.min(next, promised) : next;
  if (dueAt === undefined) {
    const counted = emails > 0 ? `${made} attempts and ${emails} emails` : `${made} attempts`;
    const why = reason ? `given up after ${made} attempts: ${reason}` : `${counted} without an answer`;
    return {
      task: { kind: "close" },
      nextStep: { kind: "declined", note: why },
      coolDownUntil,
      longRhythm: true,
      gaveUp: true,
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
    next: `${done}, ${countedWords(made, emails)}. Try again ${momentInWords(call.timeZone, dueAt)}.`,
  };
}

/** Emails count among the touches; the last dials do though there were enough of those. */
function countedWords(made: number, emails: number): string {
  if (emails === 0) return `attempt ${made} of ${MOST_TOUCHES}`;
  if (made + emails >= MOST_TOUCHES) return `attempt ${made} of ${ATTEMPTS_BEFORE_GIVING_UP}`;
  return `attempt ${made}, and touch ${made + emails} of ${MOST_TOUCHES} with the emails since`;
}
