import * as z from "zod";

/**
 * Something a prospect (or a machine on the way) did, as received. `slot` is the touch it answers. Links: "read" is the article, "meeting" the rep's
 * calling link. form and reply are explicit requests or answers and come with what was said in `text`.
 */
export const Signal = z.object({
  id: z.string(),
  prospectId: z.string(),
  kind: z.enum(["open", "click", "reply", "form", "visit"]),
  slot: z.iso.date().optional(),
  link: z.enum(["read", "meeting"]).optional(),
  at: z.number(),
  userAgent: z.string().max(400).optional(),
  method: z.enum(["GET", "HEAD", "POST"]).optional(),
  /** The mail provider takes it for a machine's. */
  automated: z.boolean().optional(),
  text: z.string().max(4000).optional(),
});
export type Signal = z.infer<typeof Signal>;

/** A signal in the ledger, with what was made of it: machines are kept for the timeline and count for nothing. */
export const JudgedSignal = Signal.extend({ human: z.boolean(), reason: z.string() });
export type JudgedSignal = z.infer<typeof JudgedSignal>;
