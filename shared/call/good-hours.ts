import { isPublicHoliday } from "../holidays.ts";
import { DAY, HOUR, MINUTE, addDays, toInstant, toLocal, weekdayOf } from "../time.ts";
import type { Weekday } from "../time.ts";

/** An hour of the week on the prospect's clock at which something else happens: an email of the cadence. */
export type Busy = { readonly weekday: Weekday; readonly time: string };

/** Where somebody is called: the zone whose clock counts, the country (ISO 3166) whose public holidays do, and when an email may be under way. */
export type Where = {
  readonly timeZone: string;
  readonly country?: string | undefined;
  readonly busy?: readonly Busy[] | undefined;
};

/**
 * The hours in which people answer, on their own clock: 10:00-11:00 and 16:00-17:00 (practice 21), never 11:00-14:30 (22), nor Monday morning,
 * Friday afternoon, the weekend (20) or a public holiday. Wednesday and Thursday are tried first (19).
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

/** No country has more days in a row without work; a rule of the calendar is not trusted to end by itself. */
const MOST_DAYS = 60;

type GoodHour = { readonly at: number; readonly weekday: Weekday; readonly part: Part; readonly free: boolean };

/** Monday to Friday, and no public holiday. */
export const isWorkingDay = (date: string, { country }: Pick<Where, "country">): boolean =>
  PARTS[weekdayOf(date)].length > 0 && !isPublicHoliday(country, date);

/** May a follow-up call be made at this instant? */
export function isGoodHour(at: number, where: Where): boolean {
  const { date, time, weekday } = toLocal(where.timeZone, at);
  const inHours = HOURS.some(({ from, to, part }) => PARTS[weekday].includes(part) && from <= time && time < to);
  return inHours && isWorkingDay(date, where);
}

/** The good hours of one date that are not over at `after`, each from its start or from `after` on. */
function goodHoursOf(date: string, where: Where, after: number): GoodHour[] {
  const { timeZone } = where;
  const weekday = weekdayOf(date);
  if (!isWorkingDay(date, where)) return [];
  return HOURS.filter(({ part }) => PARTS[weekday].includes(part)).flatMap(({ from, to, part }) => {
    const [start, end] = [toInstant(timeZone, date, from), toInstant(timeZone, date, to)];
    // A day that a change of zone left out has no such hour.
    if (start === undefined || end === undefined || after > end - ENOUGH_MS) return [];
    const at = Math.max(start, after);
    return isGoodHour(at, where) ? [{ at, weekday, part, free: !collides(at, where) }] : [];
  });
}

/** Is an email due within the hour before or after (practice 26)? One that leaves late still leaves a call an hour later alone. */
const collides = (at: number, { timeZone, busy = [] }: Where): boolean =>
  busy.some(({ weekday, time }) => {
    const local = toLocal(timeZone, at);
    const email = local.weekday === weekday ? toInstant(timeZone, local.date, time) : undefined;
    return email !== undefined && Math.abs(email - at) <= HOUR;
  });

const isMidweek = ({ weekday }: GoodHour): boolean => weekday === "wednesday" || weekday === "thursday";

type HourWish = Where & {
  readonly after: number;
  readonly by?: number | undefined;
  readonly firstCall?: boolean | undefined;
  readonly prefer?: Part | undefined;
};

/**
 * When to call next: epoch ms, at or after `after`, in a good hour of the prospect's zone and within seven days; where public holidays leave none in
 * those, the first after them. Of the hours that keep `by` (the latest instant the practice allows, see attempts.ts) first those away from emails (`busy`);
 * then a Wednesday or Thursday, and with `firstCall` a morning of those where there is a choice (practice 23: first calls go best at 10:00). `prefer`, the
 * other part of the day than the one that failed, comes before the weekday. Of equals the earliest. With none in time, the first after. Inside a good
 * hour with ten minutes left, now is good.
 */
export function nextGoodHour(wish: HourWish): number {
  const { after, firstCall, prefer } = wish;
  const by = Math.min(wish.by ?? Infinity, after + 7 * DAY);
  const hours = hoursFrom(wish, by);
  const part = firstCall ? "morning" : prefer;
  const worth = (hour: GoodHour): number =>
    (hour.free ? 8 : 0) + (isMidweek(hour) ? 2 : 0) + (hour.part === part ? (prefer ? 4 : 1) : 0);
  const inTime = hours.filter(({ at }) => at <= by).toSorted((a, b) => worth(b) - worth(a) || a.at - b.at);
  // There always is one; were a zone to lose them all, a week on is better than no call.
  return (inTime[0] ?? hours[0])?.at ?? after + 7 * DAY;
}

/** The good hours that start by then, and if there are none the next day's that has any. */
function hoursFrom(where: Where & { readonly after: number }, by: number): GoodHour[] {
  const today = toLocal(where.timeZone, where.after).date;
  const hours: GoodHour[] = [];
  for (let day = 0; day < MOST_DAYS; day += 1) {
    const over = (toInstant(where.timeZone, addDays(today, day), "00:00") ?? 0) > by;
    if (over && hours.length > 0) break;
    hours.push(...goodHoursOf(addDays(today, day), where, where.after));
  }
  return hours;
}

/**
 * When to call on a date the prospect agreed to without a time: a good hour of it after `after`, away from emails where there is a choice; else on the next
 * working day that has one.
 */
export function goodHourOn(date: string, where: Where, after: number): number {
  for (let day = 0; day < MOST_DAYS; day += 1) {
    const hours = goodHoursOf(addDays(date, day), where, after);
    const hour = hours.find(({ free }) => free) ?? hours[0];
    if (hour) return hour.at;
  }
  return nextGoodHour({ ...where, after });
}

const WORKING = { from: "09:00", to: "17:30" };

/**
 * When to call someone who asked: at once in the working hours of the own zone (Monday to Friday 9:00-17:30, no public holiday), else at 9:00 on the next
 * working day. The good hours do not hold here: who asks expects the call, and odds fall within minutes (practice 27, claims of inbound studies). At
 * night it waits, because nobody who writes at midnight wants to be called then.
 */
export function hotDueAt(after: number, where: Where): number {
  const { date, time } = toLocal(where.timeZone, after);
  if (isWorkingDay(date, where) && WORKING.from <= time && time < WORKING.to) return after;
  return openingFrom(date, where, after);
}

/** Nine o'clock on the next working day after today: the latest that somebody who asked is put off to. */
export const nextMorning = (now: number, where: Where): number =>
  openingFrom(addDays(toLocal(where.timeZone, now).date, 1), where, now);

function openingFrom(date: string, where: Where, after: number): number {
  for (let day = 0; day < MOST_DAYS; day += 1) {
    const next = addDays(date, day);
    const opening = isWorkingDay(next, where) ? toInstant(where.timeZone, next, WORKING.from) : undefined;
    if (opening !== undefined && opening >= after) return opening;
  }
  return after;
}
