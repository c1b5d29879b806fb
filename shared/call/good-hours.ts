import { DAY, MINUTE, addDays, toInstant, toLocal, weekdayOf } from "../time.ts";
import type { Weekday } from "../time.ts";

/**
 * The hours in which people answer, on their own clock: 10:00-11:00 and 16:00-17:00 (practice 21), never 11:00-14:30 (22), nor Monday morning,
 * Friday afternoon or the weekend (20). Wednesday and Thursday are tried first (19).
 */
const HOURS = [
  { from: "10:00", to: "11:00", part: "morning" },
  { from: "16:00", to: "17:00", part: "afternoon" },
] as const;
type Part = (typeof HOURS)[number]["part"];

const PARTS: Record<Weekday, readonly Part[]> = {
  monday: ["afternoon"],
  tuesday: ["morning", "afternoon"],
  wednesday: ["morning", "afternoon"],
  thursday: ["morning", "afternoon"],
  friday: ["morning"],
  saturday: [],
  sunday: [],
};

/** So much of a good hour must be left for a call to be worth starting. */
const ENOUGH_MS = 10 * MINUTE;

type GoodHour = { readonly at: number; readonly weekday: Weekday; readonly part: Part };

/** May a follow-up call be made at this instant? */
export function isGoodHour(at: number, timeZone: string): boolean {
  const { time, weekday } = toLocal(timeZone, at);
  return HOURS.some(({ from, to, part }) => PARTS[weekday].includes(part) && from <= time && time < to);
}

/** The good hours of one date that are not over at `after`, each from its start or from `after` on. */
function goodHoursOf(date: string, timeZone: string, after: number): GoodHour[] {
  const weekday = weekdayOf(date);
  return HOURS.filter(({ part }) => PARTS[weekday].includes(part)).flatMap(({ from, to, part }) => {
    const [start, end] = [toInstant(timeZone, date, from), toInstant(timeZone, date, to)];
    // A day that a change of zone left out has no such hour.
    if (start === undefined || end === undefined || after > end - ENOUGH_MS) return [];
    const at = Math.max(start, after);
    return isGoodHour(at, timeZone) ? [{ at, weekday, part }] : [];
  });
}

const midweek = ({ weekday }: GoodHour): boolean => weekday === "wednesday" || weekday === "thursday";

/**
 * When to call next: epoch ms, at or after `after`, in a good hour of the prospect's zone and within seven days. The first Wednesday or
 * Thursday hour that keeps `by` (the latest instant the practice allows, see attempts.ts), else the first other good hour that does, else the first
 * after it. Inside a good hour with ten minutes left, now is good. `firstCall` asks for the morning where there is a choice (practice 23: first
 * calls go best at 10:00); `prefer` for the other part of the day than the one that failed.
 */
export function nextGoodHour(wish: {
  readonly after: number;
  readonly by?: number | undefined;
  readonly timeZone: string;
  readonly firstCall?: boolean | undefined;
  readonly prefer?: Part | undefined;
}): number {
  const { after, timeZone } = wish;
  const today = toLocal(timeZone, after).date;
  const hours = Array.from({ length: 9 }, (_, day) => goodHoursOf(addDays(today, day), timeZone, after)).flat();
  const by = Math.min(wish.by ?? Infinity, after + 7 * DAY);
  const inTime = hours.filter(({ at }) => at <= by);
  const part = wish.firstCall ? "morning" : wish.prefer;
  const wanted = (hour: GoodHour): boolean => part === undefined || hour.part === part;
  const found =
    inTime.find((hour) => midweek(hour) && wanted(hour)) ??
    inTime.find(midweek) ??
    inTime.find(wanted) ??
    inTime[0] ??
    hours[0];
  // Nine days always hold a good hour; were a zone to lose them all, a week on is better than no call.
  return found?.at ?? after + 7 * DAY;
}

/** When to call on a date the prospect agreed to without a time: its first good hour after `after`, else the next working day's. */
export function goodHourOn(date: string, timeZone: string, after: number): number {
  for (let day = 0; day < 9; day += 1) {
    const hour = goodHoursOf(addDays(date, day), timeZone, after)[0];
    if (hour) return hour.at;
  }
  return nextGoodHour({ after, timeZone });
}

const WORKING = { from: "09:00", to: "17:30" };
const WORKING_DAYS: ReadonlySet<Weekday> = new Set(["monday", "tuesday", "wednesday", "thursday", "friday"]);

/**
 * When to call someone who asked: at once in the working hours of the own zone (Monday to Friday 9:00-17:30), else at 9:00 on the next working day.
 * The good hours do not hold here: who asks expects the call, and odds fall within minutes (practice 27, claims of inbound studies). At night it
 * waits, because nobody who writes at midnight wants to be called then.
 */
export function hotDueAt(after: number, timeZone: string): number {
  const { date, time, weekday } = toLocal(timeZone, after);
  if (WORKING_DAYS.has(weekday) && WORKING.from <= time && time < WORKING.to) return after;
  for (let day = 0; day < 9; day += 1) {
    const next = addDays(date, day);
    const opening = WORKING_DAYS.has(weekdayOf(next)) ? toInstant(timeZone, next, WORKING.from) : undefined;
    if (opening !== undefined && opening >= after) return opening;
  }
  return after;
}
