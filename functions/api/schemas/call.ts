import { z } from "@hono/zod-openapi";
import { Blocker as OwnBlocker, Call as OwnCall, Disposition as OwnDisposition } from "../../../shared/call/call.ts";
import { CalendarDate, Instant, Moment, ProspectId, RepId, Zone } from "./common.ts";

const Lane = z.enum(OwnCall.shape.lane.options).openapi({
  description:
    "hot: the prospect asked. warming: engagement rose. agreed: a next step of an earlier call. share: pass something on by hand.",
  example: "hot",
});
export const Disposition = z.enum(OwnDisposition.options).openapi({ example: "connected" });

export const NextStep = z
  .discriminatedUnion("kind", [
    z.object({
      kind: z.enum(["call", "meeting", "demo", "trial", "send material"]),
      date: CalendarDate.openapi({ description: "On the prospect's calendar." }),
      time: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day like 15:00")
        .optional()
        .openapi({ description: "On the prospect's clock.", example: "15:00" }),
      note: z.string().max(1000).optional(),
    }),
    z.object({ kind: z.literal("declined"), note: z.string().max(1000).optional() }),
  ])
  .openapi("NextStep", { example: { kind: "demo", date: "2026-12-02", time: "15:00" } });

export const Promised = z
  .object({ text: z.string(), due: CalendarDate })
  .openapi("Promise", { example: { text: "Send the price list", due: "2026-11-26" } });

export const Blocker = z
  .object({ kind: z.enum(OwnBlocker.shape.kind.options), reviewOn: CalendarDate })
  .openapi("Blocker", { example: { kind: "approval", reviewOn: "2026-12-09" } });

export const Attempt = z
  .object({
    at: Instant,
    repId: RepId,
    disposition: Disposition,
    notes: z.string(),
    nextStep: NextStep,
    promises: z.array(Promised).optional(),
    blocker: Blocker.optional(),
    recording: z.url().optional(),
  })
  .openapi("Attempt");

/** An open call task in a list: whom, why, when. */
export const Task = z
  .object({
    prospectId: ProspectId,
    number: z.number().int().openapi({ example: 1 }),
    name: z.string().openapi({ example: "Rui Costa" }),
    company: z.string().optional().openapi({ example: "Porto Foods" }),
    phone: z
      .string()
      .optional()
      .openapi({ description: "Not there for who must not be called unless asking.", example: "+351912345678" }),
    crmId: z.string().optional().openapi({ description: "The CRM's own record id." }),
    repId: RepId.optional(),
    lane: Lane,
    why: z.string().openapi({ example: "Asked for a call" }),
    due: Moment,
    askedAt: Instant.optional().openapi({ description: "They wait since then." }),
    attempts: z.number().int().openapi({ example: 0 }),
    version: z.number().int().openapi({ example: 1 }),
  })
  .openapi("Task");

export const Call = z
  .object({
    prospectId: ProspectId,
    number: z.number().int().openapi({ example: 1 }),
    repId: RepId.optional(),
    state: z.enum(["open", "closed"]),
    lane: Lane,
    why: z.string(),
    evidence: z.array(z.object({ at: Instant, text: z.string() })),
    openedAt: Instant,
    closedAt: Instant.optional(),
    due: Moment,
    step: NextStep.optional().openapi({ description: "What was agreed and this task is for." }),
    brief: z.object({
      lastConversation: z.string().optional(),
      talkingPoint: z.object({ title: z.string(), url: z.string(), text: z.string() }).optional(),
      questions: z.array(z.string()),
      nextStepToAskFor: z.string(),
      voicemail: z.object({ text: z.string(), seconds: z.number() }),
      prepare: z.string().optional(),
      meetingLink: z.string().optional(),
    }),
    attempts: z.array(Attempt),
    version: z.number().int().openapi({ description: "Goes up with every change.", example: 1 }),
  })
  .openapi("Call");

/** One line of the log of calls. */
export const LoggedAttempt = z
  .object({
    at: Instant,
    repId: RepId,
    prospectId: ProspectId,
    crmId: z.string().optional(),
    number: z.number().int(),
    attempt: z.number().int(),
    lane: Lane,
    disposition: Disposition,
    nextStep: NextStep,
    notes: z.string().optional(),
    openedAt: Instant,
    dueAt: Instant,
    askedAt: Instant.optional(),
    goodHour: z.boolean(),
    touchNumber: z.number().int(),
    timeZone: Zone.optional(),
  })
  .openapi("LoggedAttempt");
