import type { App } from "../app.ts";
import type { Article } from "../content/article.ts";
import { draftFollowUp } from "../follow-up/draft.ts";
import { putFollowUp } from "../follow-up/store.ts";
import { whyNoLetter } from "../letter/consent.ts";
import type { Write } from "../ports.ts";
import { WEEKDAYS, toLocal } from "../time.ts";
import { callableFrom, clockOf } from "./asked.ts";
import type { Call, Disposition, NextStep } from "./call.ts";
import type { LedTo } from "./complete-call.ts";
import { isGoodHour } from "./good-hours.ts";
import { putLoggedAttempt } from "./log.ts";
import type { LoggedAttempt } from "./log.ts";
import { attemptOf } from "./made.ts";
import type { Made } from "./made.ts";
import { putPromise } from "./promise-store.ts";
import { promisesMade } from "./promise.ts";

export type Records = {
  readonly writes: Write[];
  readonly followUp?: { readonly number: number; readonly attempt: number };
};

/** What an attempt leaves besides the task: promises on the rep's list, a line in the rep's log, and the draft of an email when they spoke. */
export function recordsOf(app: App, made: Made, led: LedTo, library: readonly Article[]): Records {
  const { prospect, call, rep, completed, entries, now } = made;
  const number = call.number;
  const attempt = led.call.attempts.length;
  const promises = promisesMade(
    { prospectId: prospect.id, repId: rep.id, madeAt: now, number, attempt },
    entries.promises ?? [],
  );
  const writes = [...promises.map(putPromise), putLoggedAttempt(loggedOf(made, attempt))];
  if (!WRITTEN_TO.has(completed.disposition) || whyNoLetter(prospect, undefined) !== undefined) return { writes };
  const draft = draftFollowUp({
    prospect,
    rep,
    company: app.config.company,
    call: withoutOver(led.call, library),
    attempt: attemptOf(made),
    attemptNumber: attempt,
    nextCall: led.next,
    now,
  });
  return { writes: [...writes, putFollowUp(draft, "absent")], followUp: { number, attempt } };
}

/** What was to be told when the task was opened may be retired, over or broken by now, and then no email leads to it. `library`: what can be mailed. */
function withoutOver(call: Call, library: readonly Article[]): Call {
  const { talkingPoint, ...brief } = call.brief;
  return library.some(({ id }) => id === talkingPoint?.articleId) ? call : { ...call, brief };
}

/** Who said what comes next (practice 50). */
const WRITTEN_TO: ReadonlySet<Disposition> = new Set(["connected", "meeting booked", "not now"]);

function loggedOf(made: Made, attempt: number): LoggedAttempt {
  const { prospect, call, completed, settled, now, where, attemptsBefore } = made;
  const { time, weekday } = toLocal(where.timeZone, now);
  const asked = clockOf(call, now);
  const ends = endOf(made);
  return {
    at: now,
    repId: completed.repId,
    prospectId: prospect.id,
    number: call.number,
    attempt,
    lane: call.lane,
    disposition: completed.disposition,
    nextStep: withoutNote(settled.nextStep),
    openedAt: call.openedAt,
    dueAt: call.dueAt,
    ...(asked && { askedAt: asked.askedAt, callableAt: callableFrom(call, asked.askedAt) }),
    goodHour: isGoodHour(now, where),
    local: { weekday: WEEKDAYS.indexOf(weekday) + 1, hour: Number(time.slice(0, 2)) },
    touchNumber: prospect.touchCount + attemptsBefore + 1,
    ...(ends && { ends }),
  };
}

/** What was said is in the call, and goes with it when somebody is erased. */
function withoutNote({ note: _said, ...step }: NextStep): NextStep {
  return step;
}

function endOf({ settled }: Made): LoggedAttempt["ends"] {
  if (settled.task.kind === "stay") return undefined;
  if (settled.gaveUp) return "gave up";
  if (settled.declined) return "declined";
  return settled.task.kind === "follow" ? "agreed" : "other";
}
