import * as z from "zod";

/**
 * Something became of a call task. It names the task and nobody in it: whoever tells it on reads the task as it is by then. `version` is that of the task
 * after the change, so that of two notices the later one is known.
 */
export const Notice = z.object({
  id: z.string(),
  at: z.number(),
  what: z.enum(["opened", "changed", "done"]),
  prospectId: z.string(),
  number: z.number().int(),
  version: z.number().int(),
  /** They are waiting: when they last asked (epoch ms). Who can call should hear of each such moment once, within the second. */
  askedAt: z.number().optional(),
  /** Somebody else gave the task to the rep it has now, who has not heard of whoever waits. */
  handed: z.boolean().optional(),
  /** Of those who asked: they did so in words, and not by a click that a machine may have made. */
  sure: z.boolean().optional(),
});
export type Notice = z.infer<typeof Notice>;
