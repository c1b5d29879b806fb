import { isDate } from "../time.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthOf = (name: string): string | undefined => {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return index < 0 ? undefined : String(index + 1);
};

function checked(year: string, month: string | undefined, day: string): string | undefined {
  if (month === undefined) return undefined;
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  // "0001-01-01" is how some generators write "none".
  return isDate(date) && date > "1970" && date < "2200" ? date : undefined;
}

const twoDigits = (year: string): string => (year.length === 4 ? year : `${Number(year) < 70 ? 20 : 19}${year}`);

/**
 * The calendar date an author meant, as written and in the zone it was written in: ISO 8601 in all its lengths, "13 July 2022",
 * "July 13, 2022", RFC 822, "13.07.2022". Of 03/04/2022 nobody can tell the month, so it is none; 03/24/2022 is.
 */
export function readDate(text: string): string | undefined {
  const date = text.trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(date) ?? /^(\d{4})(\d\d)(\d\d)(?!\d)/.exec(date);
  if (iso) return checked(iso[1]!, iso[2], iso[3]!);
  const monthOnly = /^(\d{4})-(\d\d)$/.exec(date);
  if (monthOnly) return checked(monthOnly[1]!, monthOnly[2], "1");
  const dayFirst =
    /^(?:\p{L}+\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4}|\d\d)(?!\d)/u.exec(date);
  if (dayFirst) return checked(twoDigits(dayFirst[3]!), monthOf(dayFirst[2]!), dayFirst[1]!);
  const monthFirst =
    /^(?:\p{L}+,\s+)?(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(date) ??
    // As C and Unix write it: "Wed Jul 13 10:00:00 UTC 2022".
    /^\p{L}{3}\s+(\p{L}{3})\s+(\d{1,2})\s+\d\d:\d\d:\d\d\s+(?:\S{1,6}\s+)?(\d{4})$/u.exec(date);
  if (monthFirst) return checked(monthFirst[3]!, monthOf(monthFirst[1]!), monthFirst[2]!);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/.exec(date);
  if (dotted) return checked(dotted[3]!, dotted[2], dotted[1]!);
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/.exec(date);
  if (!slashed) return undefined;
  const [, first = "", second = "", year = ""] = slashed;
  if (Number(first) > 12) return checked(year, second, first);
  return Number(second) > 12 || first === second ? checked(year, first, second) : undefined;
}
