import type { DatedSlot } from "../cadence/next-slot.ts";
import type { Cadence } from "../cadence/cadence.ts";
import type { Article } from "../content/article.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { daysBetween } from "../time.ts";
import { afterTouch, decide, slotRules } from "../touch/decide.ts";

/** Beyond a year nobody plans, and the library will be another one. */
export const HORIZON_DAYS = 364;
export const HORIZON_WEEKS = HORIZON_DAYS / 7;

/** What is known besides the prospect; `slots`: all to come within the horizon in their zone, soonest first. */
export type Ahead = {
  readonly cadence: Cadence;
  readonly slots: readonly DatedSlot[];
  /** What can be mailed, newest first. */
  readonly library: readonly Article[];
  readonly clickedTopics: { readonly [topic: string]: number };
};

/** How many emails are left for a prospect, and the first slot for which nothing is; none within the horizon = `out` is undefined. */
export type Lasts = { readonly emails: number; readonly out?: string | undefined };

/**
 * Goes through a prospect's slots by the rules of the sending, as if nobody answered anything: what one slot takes is not there for the next. Pure. A
 * cadence that is paused counts as if it were not.
 */
export function lastsFor(prospect: Prospect, { cadence: given, slots, library, clickedTopics }: Ahead): Lasts {
  const cadence = { ...given, paused: false };
  const known = { suppressed: false, clickedTopics };
  const person = { ...prospect };
  let open = library.filter(({ id }) => !prospect.seen.includes(id));
  let emails = 0;
  for (const { slot, date } of slots) {
    // There is one touch a date.
    if (person.recentTouches.includes(date)) continue;
    const rules = slotRules({ date, slotKind: slot.kind }, cadence, open);
    const decision = decide(rules, person, known);
    if ("skip" in decision) {
      if (decision.skip === "library-used-up") return { emails, out: date };
      continue;
    }
    const { send } = decision;
    Object.assign(person, afterTouch(rules, person, send));
    open = open.filter(({ id }) => id !== send.id);
    emails += 1;
  }
  return { emails };
}

/** Whole weeks from a date until another. */
export const weeksUntil = (from: string, to: string): number => Math.max(0, Math.floor(daysBetween(from, to) / 7));

/** Prospects to whom the same will happen have the same one, so that it is worked out once for all of them. */
export const likeness = (prospect: Prospect, { cadence, slots, clickedTopics }: Omit<Ahead, "library">): string =>
  JSON.stringify([
    cadence.id,
    slots[0]?.date,
    slots.length,
    prospect.sector,
    prospect.topics,
    prospect.seen,
    prospect.recentTouches,
    prospect.unanswered,
    prospect.rhythm,
    prospect.atMostWeekly,
    clickedTopics,
  ]);
