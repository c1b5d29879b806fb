import { DAY, HOUR } from "../time.ts";
import type { EmailEngagement, Hit } from "./engagement.ts";

/**
 * Everything that can be turned about engagement, in one table.
 *
 * | knob | default | why |
 * |---|---|---|
 * | openWeight | 1 | a picture was fetched: weak, many programs fetch without a reader |
 * | clickWeight | 5 | someone chose to go and read; worth more than every open of one email together |
 * | sameLook | 1 h | an email left open or clicked twice is one look |
 * | opensPerEmail, clicksPerEmail | 2, 2 | a forwarded email or a busy preview pane must not make a rise by itself |
 * | halfLife | 14 d | two weeks of the default cadence, four emails: interest of last month is a quarter |
 * | priorEmails, priorPoints | 2, 1.5 | a new prospect is taken for one who opens each email and clicks one in ten, until two emails of the own say otherwise |
 * | usualEmails | 8 | the usual is forgotten by half in so many emails (a month of the default cadence), so that who stopped reading and comes back is seen |
 * | times | 1.75 | simulated over 22 weeks: who clicks 1 email in 4 by chance rises 1.3 times (at 1.5: 2.3, at 2: 0.7); of silent ones who start to click every other email 99 in 100 are found, after 2 to 3 emails |
 * | floor | 6.5 | what the last half-life alone must bring: more than one email opened and clicked in one go, which an unknown scanner can fake |
 * | coolDown | 14 d | after a call closes, one half-life before engagement may open the next |
 * | emailsKept | 30 | fifteen weeks of the default cadence; older ones have faded to nothing |
 */
export const knobs = {
  openWeight: 1,
  clickWeight: 5,
  sameLook: HOUR,
  opensPerEmail: 2,
  clicksPerEmail: 2,
  halfLife: 14 * DAY,
  priorEmails: 2,
  priorPoints: 1.5,
  usualEmails: 8,
  times: 1.75,
  floor: 6.5,
  coolDown: 14 * DAY,
  emailsKept: 30,
} as const;

/** What is left of something after so long: 1 at once, a half after a half-life. */
const faded = (since: number, now: number): number => 2 ** (-Math.max(0, now - since) / knobs.halfLife);

const weight = (kind: "open" | "click"): number => (kind === "open" ? knobs.openWeight : knobs.clickWeight);

export type Usual = {
  /** Emails sent before the last half-life, and what came back of them in that time. */
  readonly emails: number;
  readonly opens: number;
  readonly clicks: number;
  /** Points an email usually earns, the prior included. */
  readonly perEmail: number;
};

/**
 * What this prospect usually does: the average over the emails sent before the last half-life, recent ones counting more.
 * perEmail = (sum of points * f + priorEmails * priorPoints) / (sum of f + priorEmails), f = 2^(-emails since / usualEmails).
 * By emails and not by days, so that a slow rhythm has a usual as well. Pure in `now` (epoch ms).
 */
export function usualOf(emails: readonly EmailEngagement[], now: number): Usual {
  const until = now - knobs.halfLife;
  const usual = { emails: 0, opens: 0, clicks: 0, perEmail: 0 };
  let points: number = knobs.priorEmails * knobs.priorPoints;
  let weights: number = knobs.priorEmails;
  for (const email of emails.filter(({ sentAt }) => sentAt < until).toReversed()) {
    const left = 2 ** (-usual.emails / knobs.usualEmails);
    usual.emails += 1;
    weights += left;
    for (const hit of email.hits) {
      if (hit.at >= until) continue;
      usual[hit.kind === "open" ? "opens" : "clicks"] += 1;
      points += weight(hit.kind) * left;
    }
  }
  return { ...usual, perEmail: points / weights };
}

/** `recent`: the part of the warmth that came in the last half-life. */
export type Warmth = { readonly warmth: number; readonly recent: number; readonly expected: number };

/**
 * warmth   = sum over opens and clicks of weight * 2^(-age / halfLife)
 * expected = perEmail * sum over emails of 2^(-age / halfLife): the warmth there would be, had each email earned the usual.
 * Both fade alike, so the rhythm of the emails cancels out: who goes on as always has warmth = expected, at whatever level.
 */
export function warmthOf(emails: readonly EmailEngagement[], now: number): Warmth {
  const hits = emails.flatMap((email) => email.hits);
  const sumOf = (some: readonly Hit[]): number =>
    some.reduce((sum, hit) => sum + weight(hit.kind) * faded(hit.at, now), 0);
  return {
    warmth: sumOf(hits),
    recent: sumOf(hits.filter((hit) => hit.at >= now - knobs.halfLife)),
    expected: usualOf(emails, now).perEmail * emails.reduce((sum, email) => sum + faded(email.sentAt, now), 0),
  };
}
