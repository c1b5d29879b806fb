import { isOverdue } from "../call/asked.ts";
import type { Call } from "../call/call.ts";
import type { LoggedAttempt } from "../call/log.ts";
import { DAY, HOUR } from "../durations.ts";
import { byClock, byTouch, firstAgreed } from "./answered.ts";
import type { AtTouch, ByClock } from "./answered.ts";
import { isAgreed, isConversation, isDial } from "./dials.ts";
import { firstCallsOf } from "./first-calls.ts";
import type { FirstCalls } from "./first-calls.ts";
import { perHit, shareOf } from "./intervals.ts";
import type { PerHit, Share } from "./intervals.ts";
import { persistenceOf } from "./persistence.ts";
import type { Persistence } from "./persistence.ts";

/** The lengths of time to look at, in days. */
export const PERIODS = [28, 90, 365] as const;
export type Days = (typeof PERIODS)[number];

export const periodOf = (days: Days, now: number): { from: number; now: number } => ({ from: now - days * DAY, now });

/** What one rep did, or a team: the log of the period, the calls open now, and when each follow-up email went out. */
export type Worked = {
  /** Oldest first. */
  readonly rows: readonly LoggedAttempt[];
  readonly open: readonly Call[];
  /** By `followUpOf`: epoch ms. */
  readonly followUps: ReadonlyMap<string, number>;
};

type Which = Pick<LoggedAttempt, "prospectId" | "number" | "attempt">;

/** The letter of an attempt, as letters are called. */
export const letterIdOf = ({ number, attempt }: Which): string => `follow-up-${number}-${attempt}`;
export const followUpOf = (row: Which): string => `${row.prospectId}#${letterIdOf(row)}`;

export type Figures = {
  readonly dials: number;
  readonly conversations: number;
  readonly dialsPerConversation: PerHit;
  /** Of the conversations, those that ended with a next step and its date. */
  readonly nextSteps: Share;
  readonly persistence: Persistence;
  readonly firstCalls: FirstCalls;
  readonly clock: ByClock;
  readonly touches: readonly AtTouch[];
  /** With which touch each prospect first agreed to a next step in the period. */
  readonly firstAgreed: readonly number[];
  /** Of the conversations with a next step, those whose email went out within the hour. */
  readonly followedUp: Share;
  readonly overdue: number;
};

/** The open calls that are late, the latest first. */
export const overdueCalls = (open: readonly Call[], now: number): Call[] =>
  open.filter(({ dueAt }) => isOverdue(dueAt, now)).toSorted((a, b) => a.dueAt - b.dueAt);

function followedUpOf({ rows, followUps }: Worked, now: number): Share {
  const settled = rows.filter(isAgreed).flatMap((row) => {
    const sentAt = followUps.get(followUpOf(row));
    if (sentAt === undefined && now - row.at < HOUR) return [];
    return [sentAt !== undefined && sentAt - row.at <= HOUR];
  });
  return shareOf(settled.filter(Boolean).length, settled.length);
}

/** Pure; instants in epoch ms. What each figure is, says its type. */
export function figuresOf(worked: Worked, period: { readonly from: number; readonly now: number }): Figures {
  const dials = worked.rows.filter(isDial);
  const conversations = dials.filter(isConversation).length;
  return {
    dials: dials.length,
    conversations,
    dialsPerConversation: perHit(conversations, dials.length),
    nextSteps: shareOf(dials.filter(isAgreed).length, conversations),
    persistence: persistenceOf(dials, worked.open, period),
    firstCalls: firstCallsOf(dials, worked.open, period),
    clock: byClock(dials),
    touches: byTouch(dials),
    firstAgreed: firstAgreed(dials),
    followedUp: followedUpOf(worked, period.now),
    overdue: overdueCalls(worked.open, period.now).length,
  };
}

/** Several reps' work as one. */
export const together = (all: readonly Worked[]): Worked => ({
  rows: all.flatMap(({ rows }) => rows).toSorted((a, b) => a.at - b.at),
  open: all.flatMap(({ open }) => open),
  followUps: new Map(all.flatMap(({ followUps }) => [...followUps])),
});
