import * as z from "zod";
import { WallTime } from "../cadence/cadence.ts";

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
});
export type Attempt = z.infer<typeof Attempt>;

/** One dated, human-readable reason for a call. */
export const Evidence = z.object({ at: z.number(), text: z.string(), signalId: z.string().optional() });
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
  openedAt: z.number(),
  /** When to call: an instant in a good hour of the prospect's zone, and the zone. */
  dueAt: z.number(),
  timeZone: z.string(),
  brief: Brief,
  attempts: z.array(Attempt),
  closedAt: z.number().optional(),
  /** Optimistic lock. */
  version: z.number().int(),
});
export type Call = z.infer<typeof Call>;

/** Per prospect: which call is open (the lock), how many there were, and until when engagement may not open one. */
export const Calls = z.object({
  prospectId: z.string(),
  open: z.number().int().nullable(),
  last: z.number().int(),
  coolDownUntil: z.number().nullable(),
  lastConversation: z.string().optional(),
});
export type Calls = z.infer<typeof Calls>;
