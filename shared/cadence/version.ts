import * as z from "zod";
import { Cadence } from "./cadence.ts";

/** A cadence as one save left it; rows from before versions were kept have no `by` and `at`. */
export const CadenceVersion = z.object({
  cadence: Cadence,
  /** Name of who saved it. */
  by: z.string().optional(),
  /** Epoch ms. */
  at: z.number().optional(),
  /** What is different from the version before, a sentence each without a full stop. */
  changes: z.array(z.string()),
});
export type CadenceVersion = z.infer<typeof CadenceVersion>;

/** A change that was tried and may be saved. */
export const CadenceDraft = z.object({
  id: z.string().min(1),
  cadence: Cadence,
  /** The version it changes. */
  base: z.number().int().min(1),
  /** Whose it is: nobody else saves it. */
  memberId: z.string().min(1),
  /** Their name. */
  by: z.string(),
  /** Epoch ms. */
  at: z.number(),
  /** The version it was saved as, once it was. */
  savedAs: z.number().int().optional(),
});
export type CadenceDraft = z.infer<typeof CadenceDraft>;
