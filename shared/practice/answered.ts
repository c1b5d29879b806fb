import type { LoggedAttempt } from "../call/log.ts";
import { isAgreed, isConversation } from "./dials.ts";
import { ratioOf, shareOf } from "./intervals.ts";
import type { Ratio, Share } from "./intervals.ts";

/** Dials of one kind, and how many of them somebody answered. */
export type Answered = { readonly dials: number; readonly conversations: number };

export type ByClock = {
  /** By hour of the day on the prospect's clock, 0 to 23. */
  readonly hours: readonly Answered[];
  /** Monday to Sunday, the prospect's. */
  readonly weekdays: readonly Answered[];
  readonly goodHours: Ratio;
  readonly midweek: Ratio;
};

const answeredIn = (rows: readonly LoggedAttempt[]): Answered => ({
  dials: rows.length,
  conversations: rows.filter(isConversation).length,
});

const GOOD_HOURS: ReadonlySet<number> = new Set([10, 16]);

/** When they answer. Of rows that do not know the prospect's clock nothing is counted. */
export function byClock(dials: readonly LoggedAttempt[]): ByClock {
  const known = dials.flatMap((row) => (row.local ? [{ row, ...row.local }] : []));
  const those = (wanted: (one: { weekday: number; hour: number }) => boolean): LoggedAttempt[] =>
    known.filter(wanted).map(({ row }) => row);
  const answered = (wanted: (one: { weekday: number; hour: number }) => boolean): Share => {
    const { dials: of, conversations } = answeredIn(those(wanted));
    return shareOf(conversations, of);
  };
  return {
    hours: Array.from({ length: 24 }, (_, hour) => answeredIn(those((one) => one.hour === hour))),
    weekdays: Array.from({ length: 7 }, (_, day) => answeredIn(those((one) => one.weekday === day + 1))),
    goodHours: ratioOf(
      answered(({ hour }) => GOOD_HOURS.has(hour)),
      answered(({ hour }) => !GOOD_HOURS.has(hour)),
    ),
    midweek: ratioOf(
      answered(({ weekday }) => weekday === 3 || weekday === 4),
      answered(({ weekday }) => weekday <= 2),
    ),
  };
}

/** A programme is 12 touches (practice 4); the last row is for all from the twelfth on. */
export const MOST_TOUCHES = 12;

export type AtTouch = { readonly touch: number; readonly conversation: Share; readonly agreed: Share };

/** What became of the dials that were a prospect's n-th touch; only who was dialled then is counted. */
export const byTouch = (dials: readonly LoggedAttempt[]): AtTouch[] =>
  Array.from({ length: MOST_TOUCHES }, (_, i) => {
    const rows = dials.filter(({ touchNumber }) => Math.min(touchNumber, MOST_TOUCHES) === i + 1);
    return {
      touch: i + 1,
      conversation: shareOf(rows.filter(isConversation).length, rows.length),
      agreed: shareOf(rows.filter(isAgreed).length, rows.length),
    };
  });

/** With which touch each prospect first agreed to a next step; one for each, because what follows from the first is no new proof. */
export function firstAgreed(dials: readonly LoggedAttempt[]): number[] {
  const first = new Map<string, number>();
  for (const row of dials) if (isAgreed(row) && !first.has(row.prospectId)) first.set(row.prospectId, row.touchNumber);
  return [...first.values()];
}
