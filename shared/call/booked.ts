import { addDays, isDate } from "../time.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH = String.raw`(${MONTHS.join("|")})[a-z]*\.?`;
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/;
const DAY_FIRST = new RegExp(String.raw`\b(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${MONTH}(?:,?\s+(\d{4}))?`, "i");
const MONTH_FIRST = new RegExp(String.raw`\b${MONTH}\s+(\d{1,2})(?:st|nd|rd|th)?\b(?:,?\s+(\d{4}))?`, "i");

/**
 * The date of a meeting in what a booking says of itself ("2026-12-03", "3 December", "Dec 3, 2026"): YYYY-MM-DD, the first that is not over on `today`;
 * without a year the next such day. Undefined where none is said plainly: "03/12" may mean either.
 */
export function bookedOn(text: string | undefined, today: string): string | undefined {
  if (!text) return undefined;
  const iso = ISO.exec(text)?.[0];
  if (iso && isDate(iso) && iso >= today) return iso;
  const [, firstDay, firstMonth, firstYear] = DAY_FIRST.exec(text) ?? [];
  const [, month = firstMonth, day = firstDay, year = firstYear] = firstDay ? [] : (MONTH_FIRST.exec(text) ?? []);
  if (!month || !day) return undefined;
  const rest = `${String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1).padStart(2, "0")}-${day.padStart(2, "0")}`;
  const years = year ? [year] : [today.slice(0, 4), addDays(today, 365).slice(0, 4)];
  return years.map((one) => `${one}-${rest}`).find((date) => isDate(date) && date >= today);
}
