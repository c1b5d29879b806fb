/** The score ledger in words: the same that its plot shows. */
import type { EmailScore } from "../../shared/engagement/engagement.ts";
import { isPerson } from "../../shared/engagement/weights.ts";
import { percent } from "./evidence.ts";
import { shortDate } from "./when.ts";

export type EmailLine = Omit<EmailScore, "hits">;
export type Score = { readonly threshold: number; readonly emails: readonly EmailLine[] };

export const ANSWERS = ["clicked", "opened", "nothing", "not measurable", "waiting"] as const;
/** What a person made of an email, as far as can be told. */
export type Answer = (typeof ANSWERS)[number];

export function answerTo({ click, open, waiting }: EmailLine): Answer {
  if (isPerson(click)) return "clicked";
  if (isPerson(open ?? 0)) return "opened";
  if (waiting) return "waiting";
  return open === null ? "not measurable" : "nothing";
}

/** "0.42", "7.3", "480": as exact as a reader needs. */
export const figure = (amount: number): string => amount.toFixed(amount < 1 ? 2 : amount < 10 ? 1 : 0);

/** "25 Nov". */
export const dayAndMonth = (date: string): string => shortDate(date).slice(4, -5);

/** How many emails there are of each answer, those without any left out: "clicked 2, opened 1, nothing 9". */
const answersInWords = (emails: readonly EmailLine[]): string =>
  ANSWERS.map((answer) => [answer, emails.filter((email) => answerTo(email) === answer).length] as const)
    .filter(([, count]) => count > 0)
    .map(([answer, count]) => `${answer} ${count}`)
    .join(", ");

/** What a plot of the score shows, for those who do not see it. */
export function plotInWords({ threshold, emails }: Score): string {
  const [first, last] = [emails[0], emails.at(-1)];
  if (!first || !last) return "No emails yet.";
  const highest = emails.reduce((most, { score }) => Math.max(most, score), 0);
  const anew = emails.filter((email) => email.anew).length;
  const many = emails.length === 1 ? "The email" : `The last ${emails.length} emails, the first`;
  return [
    `${many} of ${shortDate(first.date)}: ${answersInWords(emails)}.`,
    `The score is ${figure(last.score)} after the last one, at most ${figure(highest)}; a call task opens at ${figure(threshold)}.`,
    anew > 0 && `It began anew ${anew === 1 ? "once" : `${anew} times`}, after a call task.`,
  ]
    .filter(Boolean)
    .join(" ");
}

const oneIn = (share: number): string => (share >= 0.5 ? percent(share) : `1 in ${Math.round(1 / share)}`);

/** What is usual for this one, as it is held against the newest email. */
export function usualInWords(emails: readonly EmailLine[]): string | undefined {
  const last = emails.at(-1);
  return (
    last &&
    `Usual so far: ${oneIn(last.usualClick)} emails clicked, and ${oneIn(last.usualOpen)} of the others opened. It is what the sector does at first, and the own history more and more.`
  );
}

/** Most of what came lately was opened by Apple's servers, read or not. */
export const opensNotMeasurable = (emails: readonly EmailLine[]): boolean => {
  const latest = emails.slice(-14);
  return latest.filter(({ open }) => open === null).length * 2 > latest.length;
};
