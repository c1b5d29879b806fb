import type { Call } from "../call/call.ts";
import type { LoggedAttempt } from "../call/log.ts";
import { DAY } from "../durations.ts";
import { isConversation } from "./dials.ts";
import { medianOf, shareOf } from "./intervals.ts";
import type { Median, Share } from "./intervals.ts";

/** The practice allows a week between two calls (practice 10); whoever lets a call lie for longer has given up, said or not. */
const LEFT_LYING = 7 * DAY;

/** A call that nobody answered and that is over; `lying`: not closed, only left to lie. */
export type GivenUp = { readonly attempts: number; readonly lying: boolean };

export type Persistence = {
  readonly givenUp: readonly GivenUp[];
  readonly attempts: Median | undefined;
  readonly afterOne: Share;
  readonly beyondFive: Share;
};

const keyOf = ({ prospectId, number }: Pick<Call, "prospectId" | "number">): string => `${prospectId}#${number}`;

function lyingCalls(open: readonly Call[], from: number, now: number): GivenUp[] {
  return open.flatMap(({ dueAt, attempts }) => {
    const last = attempts.at(-1);
    if (!last || last.at < from || isConversation(last) || dueAt > now - LEFT_LYING) return [];
    return [{ attempts: attempts.length - 1 - attempts.findLastIndex(isConversation), lying: true }];
  });
}

/** `rows` oldest first; attempts are counted since somebody last spoke in the call. Calls still going on say nothing yet and are left out. */
export function persistenceOf(
  rows: readonly LoggedAttempt[],
  open: readonly Call[],
  { from, now }: { readonly from: number; readonly now: number },
): Persistence {
  const spokeAt = new Map<string, number>();
  const closed: GivenUp[] = [];
  for (const row of rows) {
    if (isConversation(row)) spokeAt.set(keyOf(row), row.attempt);
    if (row.ends === "gave up") closed.push({ attempts: row.attempt - (spokeAt.get(keyOf(row)) ?? 0), lying: false });
  }
  const givenUp = [...closed, ...lyingCalls(open, from, now)];
  const counts = givenUp.map(({ attempts }) => attempts);
  return {
    givenUp,
    attempts: medianOf(counts),
    afterOne: shareOf(counts.filter((count) => count === 1).length, counts.length),
    beyondFive: shareOf(counts.filter((count) => count > 5).length, counts.length),
  };
}
