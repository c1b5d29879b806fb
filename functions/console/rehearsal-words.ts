import type { Rehearsal, Totals } from "../../shared/rehearsal/rehearsal.ts";
import { costOf } from "../../shared/rehearsal/prices.ts";
import { sectorName } from "./sector-name.ts";

/** Why nothing goes out, in words that stand alone. */
const REASONS: { readonly [reason: string]: string } = {
  suppressed: "On the do-not-mail list",
  paused: "Prospect is paused",
  ended: "Prospect has left",
  "cadence-paused": "Cadence is paused",
  "window-closed": "Afternoon over before it could leave",
  "cap-7-days": "Enough emails within 7 days",
  "cap-30-days": "Enough emails within 30 days",
  "at-most-weekly": "Asked for at most one a week",
  "long-rhythm": "Long rhythm: no email this week",
  "library-used-up": "Library used up: all that fits was sent",
  "no-rep": "No rep to send in the name of",
  "in-conversation": "In conversation with a rep",
  "call-within-the-hour": "A call is due within the hour",
  vetoed: "Kept back by hand",
  "article-broken": "The email cannot be made",
};

export const reasonWords = (reason: string): string => REASONS[reason] ?? reason;

export const number = (count: number): string => count.toLocaleString("en-US");
export const many = (count: number, one: string, more = `${one}s`): string =>
  `${number(count)} ${count === 1 ? one : more}`;
/** Emails a week on average; below ten with one decimal, so that few are not none. */
export function perWeek(emails: number, weeks: number): string {
  const each = emails / Math.max(1, weeks);
  if (each > 0 && each < 0.05) return "under 0.1";
  return number(each < 10 ? Math.round(each * 10) / 10 : Math.round(each));
}
export const dollars = (sum: number): string =>
  `$${sum.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

export const skippedOf = ({ skipped }: Pick<Totals, "skipped">): number =>
  Object.values(skipped).reduce((sum, count) => sum + count, 0);

/** "12 Library used up, 3 ...", the most first. */
export const skipsInWords = ({ skipped }: Pick<Totals, "skipped">): string =>
  Object.entries(skipped)
    .toSorted((one, other) => other[1] - one[1])
    .map(([reason, count]) => `${number(count)} ${reasonWords(reason)}`)
    .join("; ");

export const sectorWords = (sector: string): string => sectorName(sector) || "No sector";

const STATES: { readonly [state in Rehearsal["state"]]: string } = {
  waiting: "Waiting",
  running: "Running",
  done: "Done",
  failed: "Failed",
  stopped: "Stopped",
};

export const stateWords = ({ state }: Pick<Rehearsal, "state">): string => STATES[state];

export const percentOf = ({ progress }: Pick<Rehearsal, "progress">): number => Math.floor(progress * 100);

/** "$2.60 for SES at $0.10 a thousand, or $4.16 at $0.16; $0.18 for the rest and $11.52 for what idles". */
export function costWords(emails: number, weeks: number): string {
  const { emails: ses, rest, idle } = costOf(emails, weeks);
  const sent = ses
    .map((one, n) => `${dollars(one.dollars)} ${n === 0 ? "for SES " : ""}at ${dollars(one.perThousand)} a thousand`)
    .join(", or ");
  return `${sent}; ${dollars(rest)} for everything else, and ${dollars(idle)} for what costs while nothing happens`;
}
