import { callableFrom, clockOf } from "../call/asked.ts";
import type { Call } from "../call/call.ts";
import type { LoggedAttempt } from "../call/log.ts";
import { MINUTE } from "../durations.ts";
import { isConversation } from "./dials.ts";
import { medianOf, ratioOf, shareOf } from "./intervals.ts";
import type { Median, Ratio, Share } from "./intervals.ts";

/** The first call after somebody asked. */
export type FirstCall = {
  /** Milliseconds from when they could be called; of one that still waits, until now. */
  readonly after: number;
  readonly waiting: boolean;
  readonly answered: boolean;
};

export type FirstCalls = {
  readonly all: readonly FirstCall[];
  /** At least that: whoever waits for more than five minutes counts with the wait so far. */
  readonly median: Median | undefined;
  readonly withinOne: Share;
  readonly withinFive: Share;
  /** How much oftener a first call is answered that came within five minutes (practice 27). */
  readonly fiveOverLater: Ratio;
};

function stillWaiting(open: readonly Call[], from: number, now: number): FirstCall[] {
  return open.flatMap((call) => {
    const clock = clockOf(call, now);
    const start = clock && callableFrom(call, clock.askedAt);
    return start === undefined || start > now || start < from
      ? []
      : [{ after: now - start, waiting: true, answered: false }];
  });
}

const answered = (some: readonly FirstCall[]): Share => shareOf(some.filter((one) => one.answered).length, some.length);
const isSoon = ({ after }: FirstCall): boolean => after <= 5 * MINUTE;

/**
 * Who was called late is not forgotten because they were never called: whoever still waits counts as not called in time as soon as the time is over,
 * and not at all before.
 */
export function firstCallsOf(
  rows: readonly LoggedAttempt[],
  open: readonly Call[],
  { from, now }: { readonly from: number; readonly now: number },
): FirstCalls {
  const called = rows.flatMap((row): FirstCall[] => {
    const { askedAt, at } = row;
    if (askedAt === undefined) return [];
    const after = Math.max(0, at - (row.callableAt ?? callableFrom(row, askedAt)));
    return [{ after, waiting: false, answered: isConversation(row) }];
  });
  const all = [...called, ...stillWaiting(open, from, now)];
  const within = (limit: number): Share => {
    const inTime = called.filter(({ after }) => after <= limit).length;
    return shareOf(inTime, all.filter(({ after, waiting }) => !waiting || after > limit).length);
  };
  return {
    all,
    median: medianOf(all.filter((one) => !one.waiting || !isSoon(one)).map(({ after }) => after)),
    withinOne: within(MINUTE),
    withinFive: within(5 * MINUTE),
    fiveOverLater: ratioOf(answered(called.filter(isSoon)), answered(called.filter((one) => !isSoon(one)))),
  };
}
