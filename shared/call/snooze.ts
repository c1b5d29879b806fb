import type { App } from "../app.ts";
import { dayInWords, momentInWords } from "../engagement/words.ts";
import { AppError } from "../error.ts";
import { HOUR, addDays, isDate, toLocal } from "../time.ts";
import type { Call } from "./call.ts";
import { goodHourOn, isGoodHour, nextMorning } from "./good-hours.ts";
import type { Where } from "./good-hours.ts";
import { moveCall } from "./move.ts";
import type { MoveOutcome, SeenCall } from "./move.ts";
import { whereIs } from "./where.ts";
import { isFixed } from "./worklist.ts";

/** A task that is put off further is forgotten (practice 10: at most a week between calls). */
const MOST_SNOOZED_DAYS = 7;

/**
 * Puts an open task off: to the good hour after the present one, or to a date of the prospect's calendar (`until`, YYYY-MM-DD) at most seven days ahead; on
 * a day without a good hour to the first after it. Who asked for a call waits until the next working morning at most. `by`: the member who does it.
 * @throws AppError("not-found") for a prospect or task that is not there, AppError("invalid") naming `until` when it cannot be
 */
export const snoozeCall = (
  app: App,
  wish: SeenCall & { readonly until?: string | undefined; readonly by: string; readonly why?: string | undefined },
): Promise<MoveOutcome> =>
  moveCall(app, wish, async (call, prospect, now) => {
    const where = await whereIs(app.table, { ...prospect, timeZone: call.timeZone });
    const dueAt = snoozedTo(call, where, wish.until, now);
    const why = wish.why?.trim();
    return {
      // The prospect knows nothing of the new hour.
      changes: { dueAt, ...(isFixed(call) && { step: withoutTime(call.step) }) },
      move: { kind: "snoozed", by: wish.by, dueBefore: call.dueAt, ...(why && { why }) },
      note: `Call ${call.number} put off to ${momentInWords(call.timeZone, dueAt)}${why ? `: ${why}` : ""}`,
    };
  });

function withoutTime(step: Call["step"]): Call["step"] {
  if (!step || step.kind === "declined") return step;
  const { time: _over, ...rest } = step;
  return rest;
}

/** Until when a task may be put off; pure, `now` in epoch ms. */
export function snoozedTo(call: Call, where: Where, until: string | undefined, now: number): number {
  const today = toLocal(where.timeZone, now).date;
  const dueAt = until === undefined ? hourAfter(Math.max(now, call.dueAt), where) : dayChosen(until, today, where, now);
  if (call.lane === "hot") {
    const morning = nextMorning(now, where);
    if (until !== undefined && until > toLocal(where.timeZone, morning).date)
      throw new AppError(
        "invalid",
        `until: they asked to be called; put it off to ${momentInWords(where.timeZone, morning)} at most`,
      );
    return Math.min(dueAt, morning);
  }
  if (until === undefined && toLocal(where.timeZone, call.dueAt).date > addDays(today, MOST_SNOOZED_DAYS))
    throw new AppError("invalid", `until: it is not due before ${momentInWords(where.timeZone, call.dueAt)}`);
  return dueAt;
}

/** The first good hour that starts after the one of this instant. */
function hourAfter(at: number, where: Where): number {
  const after = isGoodHour(at, where) ? at + HOUR : at;
  return goodHourOn(toLocal(where.timeZone, after).date, where, after);
}

function dayChosen(until: string, today: string, where: Where, now: number): number {
  if (!isDate(until)) throw new AppError("invalid", `until: ${until} is no date`);
  if (until < today) throw new AppError("invalid", `until: ${dayInWords(until)} is over`);
  if (until > addDays(today, MOST_SNOOZED_DAYS))
    throw new AppError("invalid", `until: ${MOST_SNOOZED_DAYS} days ahead at most, or it is forgotten`);
  return until === today ? hourAfter(now, where) : goodHourOn(until, where, now);
}
