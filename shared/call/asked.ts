import { MINUTE } from "../durations.ts";
import type { Call } from "./call.ts";

/** Studies of inbound requests agree on little but that odds fall within minutes (practice 27). */
const CALM = 5 * MINUTE;

/**
 * From when somebody who asked can be called (epoch ms): at once, or from when their working day begins. That the task was put off since does not
 * move it.
 */
export function callableFrom(
  { openedAt, dueAt, moves = [] }: Pick<Call, "openedAt" | "dueAt" | "moves">,
  askedAt: number,
): number {
  const putOff = moves.find(({ kind, at }) => kind === "snoozed" && at >= askedAt);
  const due = putOff?.dueBefore ?? dueAt;
  return due <= Math.max(askedAt, openedAt) + CALM ? askedAt : due;
}

/** The clock that runs from when somebody asked until they are called. */
export type AskedClock = {
  /** When they asked, epoch ms. */
  readonly askedAt: number;
  /** Seconds since then. */
  readonly since: number;
  /** So many seconds after they asked it is late: five minutes, counted from when they can be called if they asked at night. */
  readonly lateFrom: number;
  /** They asked when they could be called. */
  readonly atOnce: boolean;
  /** The latest they asked since the last attempt, epoch ms; they may ask again while they wait. */
  readonly latestAt: number;
};

/** Of an open call that was asked for; it runs from the first time they asked since the last attempt. `now` in epoch ms. */
export function clockOf(call: Call, now: number): AskedClock | undefined {
  const { state, lane, attempts, evidence } = call;
  if (state !== "open" || lane !== "hot") return undefined;
  const called = attempts.at(-1)?.at ?? -Infinity;
  const waiting = evidence.filter(({ asks, at }) => asks === true && at > called).map(({ at }) => at);
  if (waiting.length === 0) return undefined;
  const askedAt = Math.min(...waiting);
  const since = Math.max(0, Math.floor((now - askedAt) / 1000));
  const from = callableFrom(call, askedAt);
  const lateFrom = Math.floor((from + CALM - askedAt) / 1000);
  return { askedAt, since, lateFrom, atOnce: from === askedAt, latestAt: Math.max(...waiting) };
}

/** A call that has just fallen due is not late yet. */
const LATE_AFTER = 15 * MINUTE;
export const isOverdue = (dueAt: number, now: number): boolean => dueAt <= now - LATE_AFTER;
