import * as z from "zod";

/** The email that is due after a call in which somebody spoke (practice 50): drafted from what the rep entered, edited and sent by the rep. */
export const FollowUp = z.object({
  prospectId: z.string(),
  /** Of the call. */
  number: z.number().int().min(1),
  /** Which of its attempts, from 1. */
  attempt: z.number().int().min(1),
  repId: z.string(),
  /** sent: in the ledger of letters. dropped: the rep wants none, and why. */
  state: z.enum(["draft", "sent", "dropped"]),
  subject: z.string(),
  /** What stands between greeting and signature, paragraphs parted by an empty line; plain text. */
  text: z.string(),
  /** The task the attempt led to, whose date the calendar invite is for. */
  nextCall: z.number().int().optional(),
  madeAt: z.number(),
  /** Within the hour (epoch ms); then the rep is reminded, once. */
  dueBy: z.number(),
  remindedAt: z.number().optional(),
  /** Member who sent it. */
  by: z.string().optional(),
  why: z.string().optional(),
});
export type FollowUp = z.infer<typeof FollowUp>;
