import type { Company, WarmUp } from "../config.ts";
import { daysBetween, toLocal } from "../time.ts";

const WEEK = 7;

/** Emails that may go out on a date; undefined when the warm-up is over or there is none. Before it begins, as in its first week. */
export function warmUpCap(warmUp: WarmUp | undefined, date: string): number | undefined {
  if (!warmUp) return undefined;
  const week = Math.floor(daysBetween(warmUp.startsOn, date) / WEEK);
  return warmUp.emailsPerDay[Math.max(0, week)];
}

/** The date on the company's own calendar, and what may go out on it; an empty date without a warm-up. */
export function warmUpDay(
  { warmUp, timeZone }: Pick<Company, "warmUp" | "timeZone">,
  at: number,
): { readonly date: string; readonly cap: number | undefined } {
  // A zone that the rules do not know any more must stop nobody who has no warm-up.
  if (!warmUp) return { date: "", cap: undefined };
  const { date } = toLocal(timeZone, at);
  return { date, cap: warmUpCap(warmUp, date) };
}
