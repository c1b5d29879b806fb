import { DAY, HOUR, addDays, toInstant, toLocal, weekdayOf } from "../time.ts";
import type { Weekday } from "../time.ts";
import { nextGoodHour } from "./good-hours.ts";

/** A programme is 12 touches (practice 4; the 5-12 contacts of S3); after so many dials without an answer the task closes. */
export const MOST_ATTEMPTS = 12;
/** Giving up earlier takes a reason and so many dials (practice 7: 5 to 7 attempts). */
export const ATTEMPTS_BEFORE_GIVING_UP = 5;

/** After a call closes, so long before a rise may open the next: four emails of the default cadence. */
export const COOL_DOWN_MS = 14 * DAY;

const WEEKEND: ReadonlySet<Weekday> = new Set(["saturday", "sunday"]);

/**
 * The same wall-clock time so many business days later (Monday to Friday; public holidays are not known), epoch ms. From a weekend the first
 * business day is Monday.
 */
export function businessDaysAfter(at: number, days: number, timeZone: string): number {
  const { date, time } = toLocal(timeZone, at);
  let day = date;
  for (let left = days; left > 0;) {
    day = addDays(day, 1);
    if (!WEEKEND.has(weekdayOf(day))) left -= 1;
  }
  // A wall time that daylight saving skips: the limit is then an hour later.
  return toInstant(timeZone, day, time) ?? (toInstant(timeZone, date, time) ?? at) + daysApart(date, day) * DAY + HOUR;
}

const daysApart = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY);

/**
 * When to dial the first time: within 24 hours of the rise (practice 9) where that has a good hour. `firstEver`: nobody of ours has called this
 * prospect before, so in the morning where there is a choice.
 */
export const firstAttemptAt = (risenAt: number, timeZone: string, firstEver: boolean): number =>
  nextGoodHour({ after: risenAt, by: risenAt + DAY, timeZone, firstCall: firstEver });

/**
 * When to dial again after `made` attempts without an answer, the last one at `at` (epoch ms). After the first: the next day or so, within three
 * business days (practice 9). After that: three days' peace at least, a week at most (practice 10; 15: without annoying). Always at the
 * other end of the day where there is a choice. After twelve: undefined.
 */
export function nextAttemptAt(made: number, at: number, timeZone: string): number | undefined {
  if (made >= MOST_ATTEMPTS) return undefined;
  const second = made <= 1;
  return nextGoodHour({
    after: at + (second ? DAY / 2 : 3 * DAY),
    by: second ? businessDaysAfter(at, 3, timeZone) : at + 7 * DAY,
    timeZone,
    prefer: toLocal(timeZone, at).time < "13:00" ? "afternoon" : "morning",
  });
}
