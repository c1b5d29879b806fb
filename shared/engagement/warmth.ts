import { DAY, HOUR } from "../time.ts";
import type { EmailEngagement } from "./engagement.ts";

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
 * | times | 2 | twice the usual: a steady reader's ups and downs stay under it |
 * | floor | 6.5 | more than one email opened and clicked in one go, which an unknown scanner can fake |
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
  times: 2,
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

/** What this prospect usually does: the average over the emails sent before the last half-life. Pure in `now` (epoch ms). */
export function usualOf(emails: readonly EmailEngagement[], now: number): Usual {
  const until = now - knobs.halfLife;
  const earlier = emails.filter((email) => email.sentAt < until);
  const hits = earlier.flatMap((email) => email.hits).filter((hit) => hit.at < until);
  const points = hits.reduce((sum, hit) => sum + weight(hit.kind), 0);
  const opens = hits.filter((hit) => hit.kind === "open").length;
  return {
    emails: earlier.length,
    opens,
    clicks: hits.length - opens,
    perEmail: (points + knobs.priorEmails * knobs.priorPoints) / (earlier.length + knobs.priorEmails),
  };
}

/**
 * warmth   = sum over opens and clicks of weight * 2^(-age / halfLife)
 * expected = perEmail * sum over emails of 2^(-age / halfLife): the warmth there would be, had each email earned the usual.
 * Both fade alike, so the rhythm of the emails cancels out: who goes on as always has warmth = expected, at whatever level.
 */
export function warmthOf(emails: readonly EmailEngagement[], now: number): { warmth: number; expected: number } {
  const hits = emails.flatMap((email) => email.hits);
  return {
    warmth: hits.reduce((sum, hit) => sum + weight(hit.kind) * faded(hit.at, now), 0),
    expected: usualOf(emails, now).perEmail * emails.reduce((sum, email) => sum + faded(email.sentAt, now), 0),
  };
}
