import * as z from "zod";

/** What takes longer than anybody would wait for: a dry run, the report on what became of emails, who belongs to which cadence. */
export const Reckoning = z.discriminatedUnion("of", [
  z.object({ of: z.literal("rehearsal"), rehearsalId: z.string() }),
  z.object({ of: z.literal("report") }),
  z.object({ of: z.literal("segments") }),
]);
export type Reckoning = z.infer<typeof Reckoning>;
