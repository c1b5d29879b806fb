/** How the console writes dates and times: always with the zone's place, always by the rules of shared/time.ts. */
import { isOverdue } from "../../shared/call/asked.ts";
import { DAY, HOUR, MINUTE, WEEKDAYS, daysBetween, toLocal, weekdayOf, placeOf } from "../../shared/time.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const dayNumber = (date: string): number => Number(date.slice(8, 10));
const monthName = (date: string): string => MONTHS[Number(date.slice(5, 7)) - 1] ?? "";

/** "2026-11-25" -> "Wed 25 Nov 2026". */
export const shortDate = (date: string): string =>
  `${capital(weekdayOf(date)).slice(0, 3)} ${dayNumber(date)} ${monthName(date).slice(0, 3)} ${date.slice(0, 4)}`;

/** "2026-11-25" -> "Wednesday 25 November 2026". */
export const longDate = (date: string): string =>
  `${capital(weekdayOf(date))} ${dayNumber(date)} ${monthName(date)} ${date.slice(0, 4)}`;

/** "wednesday" -> "Wednesday". */
export const weekdayName = (weekday: (typeof WEEKDAYS)[number]): string => capital(weekday);

/** "Wed 25 Nov 2026" there. */
export const dateIn = (zone: string, at: number): string => shortDate(toLocal(zone, at).date);

export const timeIn = (zone: string, at: number): string => toLocal(zone, at).time;

/** "Wed 25 Nov 2026, 15:00 Lisbon". */
export function whenIn(zone: string, at: number): string {
  const { date, time } = toLocal(zone, at);
  return `${shortDate(date)}, ${time} ${placeOf(zone)}`;
}

/** Near days by name, the rest by date: "today", "tomorrow", "Thu 3 Dec". */
export function dayNear(zone: string, at: number, now: number): string {
  const { date } = toLocal(zone, at);
  const days = daysBetween(toLocal(zone, now).date, date);
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  return days === -1 ? "yesterday" : shortDate(date).slice(0, -5);
}

/** "today 15:00", "Thu 3 Dec 10:00". */
export const nearIn = (zone: string, at: number, now: number): string =>
  `${dayNear(zone, at, now)} ${timeIn(zone, at)}`;

/** Each with the gap from which it is used: where the unit below would round up to it. */
const STEPS: readonly [size: number, from: number, unit: string][] = [
  [DAY, DAY - HOUR / 2, "day"],
  [HOUR, HOUR - MINUTE / 2, "hour"],
  [MINUTE, MINUTE, "minute"],
];

/** "in 3 hours", "2 days ago", "now" within a minute; rounded to the nearest. */
export function fromNow(at: number, now: number): string {
  const gap = Math.abs(at - now);
  const [size, , unit] = STEPS.find(([, from]) => gap >= from) ?? [0, 0, ""];
  if (!size) return "now";
  const count = Math.round(gap / size);
  const words = `${count} ${unit}${count === 1 ? "" : "s"}`;
  return at > now ? `in ${words}` : `${words} ago`;
}

/** The class of a due time: coming, due, or late. */
export const dueTone = (dueAt: number, now: number): string => {
  if (dueAt > now) return "quiet-text";
  return isOverdue(dueAt, now) ? "overdue" : "due-now";
};
