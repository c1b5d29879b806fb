import * as z from "zod";

/**
 * An email of no slot, of one rep to one prospect: what was agreed on a call, or a reminder in the hour before one. `id` says which ("follow-up-3-1",
 * "reminder-4-2026-12-02"), so that none goes out twice. Nothing in it is measured.
 */
export const Letter = z.object({
  prospectId: z.string(),
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  kind: z.enum(["follow-up", "reminder"]),
  repId: z.string(),
  outcome: z.enum(["reserved", "sent", "refused", "unknown"]),
  subject: z.string(),
  reason: z.string().optional(),
  messageId: z.string().optional(),
  at: z.number(),
});
export type Letter = z.infer<typeof Letter>;
