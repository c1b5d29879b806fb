import { DAY, HOUR, addDays, daysBetween, toInstant, toLocal } from "../time.ts";
import { isWorkingDay, nextGoodHour } from "./good-hours.ts";
import type { Where } from "./good-hours.ts";

/** A programme is 12 touches of all channels, emails and dials (practices 1 and 4; the 5-12 contacts of S3); after so many without an answer the task closes. */
export const MOST_TOUCHES = 12;
/** But not before so many dials, however many emails there were; giving up earlier takes them and a reason (practice 7: 5 to 7 attempts). */
export const ATTEMPTS_BEFORE_GIVING_UP = 5;

/** After a call closes, so long before a rise may open the next: four emails of the default cadence. */
export const COOL_DOWN_MS = 14 * DAY;

/**
 * The same wall-clock time so many business days later (Monday to Friday without the country's public holidays), epoch ms. From a weekend the first
 * business day is Monday.
 */
export function businessDaysAfter(at: number, days: number, where: Where): number {
  const { timeZone } = where;
  const { date, time } = toLocal(timeZone, at);
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, where)) left -= 1;
  }
  // A wall time that daylight saving skips: the limit is then an hour later.
  return (
    toInstant(timeZone, day, time) ?? (toInstant(timeZone, date, time) ?? at) + daysBetween(date, day) * DAY + HOUR
  );
}

/**
 * When to dial the first time: within 24 hours of the rise (practice 9) where that has a good hour. `firstEver`: nobody of ours has called this
 * prospect before, so in the morning where there is a choice.
 */
export const firstAttemptAt = (risenAt: number, where: Where, firstEver: boolean): number =>
  nextGoodHour({ ...whereOf(where), after: risenAt, by: risenAt + DAY, firstCall: firstEver });

/** Nothing but where: prospects and calls have much else. */
const whereOf = ({ timeZone, country, busy }: Where): Where => ({ timeZone, country, busy });

/** What is known besides of an attempt that nobody answered. */
export type Unanswered = {
  /** A person read, clicked or wrote since the attempt before. */
  readonly engaged?: boolean | undefined;
  /** Emails since the task was opened. */
  readonly emails?: number | undefined;
};

/**
 * When to dial again after `made` attempts without an answer, the last one at `at` (epoch ms). After the first: the next day or so, within three
 * business days (practice 9). After that who has `engaged` since is tried again two business days on; others get three days' peace at least (15: without
 * annoying) and a week at most (10). Where public holidays leave no good hour in that time, a sooner one of the week is taken, and where the whole week
 * has none the first after it. Always at the other end of the day where there is a choice. Undefined after twelve touches of all channels, five of
 * them dials at least.
 */
export function nextAttemptAt(
  made: number,
  at: number,
  where: Where,
  { engaged = false, emails = 0 }: Unanswered = {},
): number | undefined {
  if (made >= ATTEMPTS_BEFORE_GIVING_UP && made + emails >= MOST_TOUCHES) return undefined;
  const week = at + 7 * DAY;
  const wish = {
    ...whereOf(where),
    prefer: toLocal(where.timeZone, at).time < "13:00" ? ("afternoon" as const) : ("morning" as const),
  };
  const { from, to } = span(made, at, where, engaged);
  const found = nextGoodHour({ ...wish, after: from, by: Math.min(to, week) });
  if (found <= week) return found;
  return nextGoodHour({ ...wish, after: at + DAY / 2, by: week });
}

function span(made: number, at: number, where: Where, engaged: boolean): { from: number; to: number } {
  if (made <= 1) return { from: at + DAY / 2, to: businessDaysAfter(at, 3, where) };
  if (engaged) return { from: businessDaysAfter(at, 2, where), to: businessDaysAfter(at, 3, where) };
  return { from: at + 3 * DAY, to: at + 7 * DAY };
}
