import { placeOf, toLocal } from "../time.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "2026-11-25" -> "25 Nov 2026". */
export const dayInWords = (date: string): string =>
  `${Number(date.slice(8, 10))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;

/** An instant (epoch ms) on the wall clock of a zone: "Wed 25 Nov 2026, 15:12 in Lisbon". */
export function momentInWords(timeZone: string, at: number): string {
  const { date, time, weekday } = toLocal(timeZone, at);
  const short = weekday[0]!.toUpperCase() + weekday.slice(1, 3);
  return `${short} ${dayInWords(date)}, ${time} in ${placeOf(timeZone)}`;
}
