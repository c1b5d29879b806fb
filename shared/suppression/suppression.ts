import * as z from "zod";
import type { Standing } from "../prospect/prospect.ts";

/** An address we must not mail; kept by hash, so that it outlives the person's data. */
export const Suppression = z.object({
  addressHash: z.string(),
  reason: z.enum(["opted out", "bounced", "complained", "wrong address", "erased", "import said so"]),
  at: z.number(),
});
export type Suppression = z.infer<typeof Suppression>;

type Ending = Extract<Standing, { state: "ended" }>["reason"];

/** What each reason makes of the prospect, and how it stands on the timeline. */
export const ENDINGS: Readonly<Record<Suppression["reason"], { readonly standing: Ending; readonly note: string }>> = {
  "opted out": { standing: "opted out", note: "Opted out of our email" },
  bounced: { standing: "bounced", note: "The address bounced" },
  complained: { standing: "complained", note: "Marked our email as spam" },
  "wrong address": { standing: "wrong address", note: "The address is someone else's" },
  erased: { standing: "erased", note: "Asked to be erased" },
  "import said so": { standing: "opted out", note: "Opted out, by the import" },
};
