import * as z from "zod";
import { noDropKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";

/** What the last look at all prospects found. */
export const NoDrop = z.object({
  /** When it was (epoch ms), and how many prospects there were. */
  at: z.number(),
  looked: z.number().int(),
  /** What comes next for how many. */
  byKind: z.object({
    call: z.number().int(),
    email: z.number().int(),
    back: z.number().int(),
    none: z.number().int(),
    dropped: z.number().int(),
  }),
  /** Set right by the look itself. */
  repaired: z.number().int(),
  /** For whom nothing will ever come and nobody said so: the first two hundred of `byKind.dropped`. */
  dropped: z.array(z.object({ prospectId: z.string(), repId: z.string().optional(), why: z.string() })),
});
export type NoDrop = z.infer<typeof NoDrop>;

/** So many are kept by name. */
export const MOST_DROPPED = 200;

/** Undefined before the first look. */
export async function getNoDrop(table: Table): Promise<NoDrop | undefined> {
  const item = await table.get(noDropKey());
  return item && NoDrop.parse(item.data);
}

export const putNoDrop = (found: NoDrop): Write => ({
  kind: "put",
  item: { ...noDropKey(), data: NoDrop.parse(found) },
});
