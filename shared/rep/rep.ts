import * as z from "zod";

/** Someone who calls prospects, and in whose name they get mail. */
export const Rep = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  email: z.email(),
  title: z.string().optional(),
  timeZone: z.string().min(1),
  /** Whose manager sees this rep's work; without one only a manager of all teams does. */
  team: z.string().optional(),
  phone: z.string().optional(),
  /** Where a prospect books a call. */
  callingLink: z.url().optional(),
});
export type Rep = z.infer<typeof Rep>;
