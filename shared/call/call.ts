import * as z from "zod";
import { WallTime } from "../cadence/cadence.ts";
import { EmailScore } from "../engagement/engagement.ts";

export const Disposition = z.enum([
  "no answer",
  "voicemail",
  "connected",
  "meeting booked",
  "not now",
  "not interested",
  "wrong number",
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

export const Attempt = z.object({
  at: z.number(),
  repId: z.string(),
  disposition: Disposition,
  notes: z.string(),
  nextStep: NextStep,
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
  talkingPoint: z.object({ articleId: z.string(), title: z.string(), url: z.string(), text: z.string() }).optional(),
  questions: z.array(z.string()).min(1),
  nextStepToAskFor: z.string(),
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

/** A call task: whom, why now, when, with what. A prospect has at most one that is open. */
export const Call = z.object({
  prospectId: z.string(),
  /** Counts up per prospect from 1. */
  number: z.number().int().min(1),
  repId: z.string().optional(),
  state: z.enum(["open", "closed"]),
  /** hot: the prospect asked; warming: engagement rose; agreed: a next step of an earlier call. */
  lane: z.enum(["hot", "warming", "agreed"]),
  why: z.string(),
  evidence: z.array(Evidence),
  /** Of a warming task. */
  score: ScoreShown.optional(),
  /** Of a hot task that was there before they asked: what it was, should it turn out that a machine asked. */
  heatedFrom: z.object({ lane: z.enum(["warming", "agreed"]), why: z.string(), dueAt: z.number() }).optional(),
  openedAt: z.number(),
  /** When to call: an instant in a good hour of the prospect's zone, and the zone. */
  dueAt: z.number(),
  timeZone: z.string(),
  brief: Brief,
  attempts: z.array(Attempt),
  closedAt: z.number().optional(),
  /** Closed without a call, because what it stood on was taken back. */
  withdrawn: z.object({ at: z.number(), why: z.string() }).optional(),
  /** Optimistic lock. */
  version: z.number().int(),
});
export type Call = z.infer<typeof Call>;

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
  /** When the score began anew: a task was opened or closed. The last twenty, oldest first. */
  restarts: z.array(z.number()).optional(),
  /** When the prospect last said no to a next step; a rise must be surer for some time. */
  declinedAt: z.number().optional(),
});
export type Calls = z.infer<typeof Calls>;
