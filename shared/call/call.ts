import * as z from "zod";
import { WallTime } from "../cadence/cadence.ts";
import { DAY } from "../durations.ts";
import { EmailScore } from "../engagement/engagement.ts";

export const Disposition = z.enum([
  "no answer",
  "voicemail",
  "connected",
  "meeting booked",
  "not now",
  "not interested",
  "wrong number",
  /** Something of interest was passed on by hand; only of a task in the lane "share". */
  "shared",
]);
export type Disposition = z.infer<typeof Disposition>;

/** What the rep and the prospect agreed on, or what comes next by the practice; every attempt ends with one. */
export const NextStep = z.discriminatedUnion("kind", [
  z.object({
    kind: z.enum(["call", "meeting", "demo", "trial", "send material"]),
    date: z.iso.date(),
    time: WallTime.optional(),
    note: z.string().optional(),
  }),
  /** The prospect said no to any next step. */
  z.object({ kind: z.literal("declined"), note: z.string().optional() }),
]);
export type NextStep = z.infer<typeof NextStep>;

/** What stands between the prospect and a yes (practice 17), and when to look at it again. */
export const Blocker = z.object({
  kind: z.enum(["budget holder", "approval", "funding", "other project first"]),
  reviewOn: z.iso.date(),
});
export type Blocker = z.infer<typeof Blocker>;

export const Attempt = z.object({
  at: z.number(),
  repId: z.string(),
  disposition: Disposition,
  notes: z.string(),
  nextStep: NextStep,
  /** What the rep promised to do, each with its date (practice 52). */
  promises: z.array(z.object({ text: z.string().min(1), due: z.iso.date() })).optional(),
  blocker: Blocker.optional(),
  /** Where the call can be listened to again. */
  recording: z.url({ protocol: /^https?$/ }).optional(),
  /** Of the call with this attempt in it; attempts of earlier days have none. */
  version: z.number().int().optional(),
});
export type Attempt = z.infer<typeof Attempt>;

/** One dated, human-readable reason for a call. */
export const Evidence = z.object({
  at: z.number(),
  text: z.string(),
  signalId: z.string().optional(),
  /** Of a signal: how surely a person's (0 to 1), and by which rule of the table of weights. */
  human: z.number().optional(),
  rule: z.string().optional(),
  /** They asked for something by it: the clock runs from the first since they were last called. */
  asks: z.boolean().optional(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What the rep needs to make the call. */
export const Brief = z.object({
  lastConversation: z.string().optional(),
  /** What the call is to prepare, where there is more to it than asking for a next step: a meeting they booked. */
  prepare: z.string().optional(),
  talkingPoint: z.object({ articleId: z.string(), title: z.string(), url: z.string(), text: z.string() }).optional(),
  questions: z.array(z.string()).min(1),
  nextStepToAskFor: z.string(),
  /** Where the prospect can book a time with the rep. */
  meetingLink: z.string().optional(),
  voicemail: z.object({ text: z.string(), seconds: z.number() }),
});
export type Brief = z.infer<typeof Brief>;

/** The score as it stood when a rise opened the task: the latest lines of the ledger, and how high it had to be. */
export const ScoreShown = z.object({
  at: z.number(),
  threshold: z.number(),
  emails: z.array(EmailScore.omit({ hits: true })),
});
export type ScoreShown = z.infer<typeof ScoreShown>;

/** The task was put off or given to another rep; by whom and why. */
export const Move = z.object({
  at: z.number(),
  kind: z.enum(["snoozed", "taken over", "handed over"]),
  /** Member who did it, or the file that named another rep. */
  by: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  why: z.string().optional(),
  /** Of a snoozed one: when it was due before. */
  dueBefore: z.number().optional(),
  /** Of the call with this move in it. */
  version: z.number().int().optional(),
});
export type Move = z.infer<typeof Move>;

/** A call task: whom, why now, when, with what. A prospect has at most one that is open. */
export const Call = z.object({
  prospectId: z.string(),
  /** Counts up per prospect from 1. */
  number: z.number().int().min(1),
  repId: z.string().optional(),
  state: z.enum(["open", "closed"]),
  /**
   * hot: the prospect asked; warming: engagement rose; agreed: a next step of an earlier call; share: the library has nothing left for the prospect,
   * so the rep passes something on by hand.
   */
  lane: z.enum(["hot", "warming", "agreed", "share"]),
  why: z.string(),
  evidence: z.array(Evidence),
  /** Of a warming task. */
  score: ScoreShown.optional(),
  /** Of a hot task that was there before they asked: what it was, should it turn out that a machine asked. */
  heatedFrom: z.object({ lane: z.enum(["warming", "agreed", "share"]), why: z.string(), dueAt: z.number() }).optional(),
  openedAt: z.number(),
  /** When to call: an instant in a good hour of the prospect's zone, and the zone. */
  dueAt: z.number(),
  timeZone: z.string(),
  /** Whose public holidays count (ISO 3166), as far as it was known when it was opened. */
  country: z.string().optional(),
  brief: Brief,
  attempts: z.array(Attempt),
  /** What was agreed and this task is for; only where the earlier call said so. */
  step: NextStep.optional(),
  /** Emails the prospect had had when it was opened, so that touches of all channels can be counted. */
  emailsBefore: z.number().int().optional(),
  /** What it was opened as, where something else was agreed since. */
  openedAs: z.object({ lane: z.enum(["hot", "warming", "agreed", "share"]), why: z.string() }).optional(),
  moves: z.array(Move).optional(),
  closedAt: z.number().optional(),
  /** Closed without a call, because what it stood on was taken back. */
  withdrawn: z.object({ at: z.number(), why: z.string() }).optional(),
  /** Optimistic lock. */
  version: z.number().int(),
});
export type Call = z.infer<typeof Call>;

/** Why no nurture email goes out while this task is open: they asked and wait for an answer, or a meeting is booked. */
export function holdsMail({ state, lane, step }: Pick<Call, "state" | "lane" | "step">): string | undefined {
  if (state !== "open") return undefined;
  if (lane === "hot") return "they asked and a call is open";
  return step?.kind === "meeting" || step?.kind === "demo" ? `a ${step.kind} is booked` : undefined;
}

/**
 * Nobody has made anything of the task in the week after it was due, which is the most that may lie between two calls (practice 10). It stays on the worklist,
 * but is nobody's next touch, and no email waits for it. `now` in epoch ms.
 */
export const isLeftLying = ({ dueAt }: Pick<Call, "dueAt">, now: number): boolean => now - dueAt > 7 * DAY;

/** It is open, or was taken back and no rep has said since that they called all the same. */
export const takesResult = ({ state, withdrawn, attempts }: Call): boolean =>
  state === "open" || (withdrawn !== undefined && attempts.every(({ at }) => at < withdrawn.at));

/** Per prospect: which call is open (the lock), how many there were, and until when engagement may not open one. */
export const Calls = z.object({
  prospectId: z.string(),
  open: z.number().int().nullable(),
  last: z.number().int(),
  coolDownUntil: z.number().nullable(),
  lastConversation: z.string().optional(),
  /** How often a rep and the prospect have spoken; earlier ones were not counted. */
  conversations: z.number().int().optional(),
  /** When the score began anew: a task was opened or closed. The last twenty, oldest first. */
  restarts: z.array(z.number()).optional(),
  /** When a rep was last asked to share something by hand. */
  sharedAt: z.number().optional(),
  /** When the prospect last said no to a next step; a rise must be surer for some time. */
  declinedAt: z.number().optional(),
});
export type Calls = z.infer<typeof Calls>;
