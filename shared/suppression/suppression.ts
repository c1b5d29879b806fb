import * as z from "zod";

/** An address we must not mail; kept by hash, so that it outlives the person's data. */
export const Suppression = z.object({
  addressHash: z.string(),
  reason: z.enum(["opted out", "bounced", "complained", "wrong address", "erased", "import said so"]),
  at: z.number(),
});
export type Suppression = z.infer<typeof Suppression>;
