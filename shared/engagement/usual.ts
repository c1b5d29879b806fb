import * as z from "zod";
import { usualKey } from "../keys.ts";
import type { Item, Write } from "../ports.ts";
import type { Prior } from "./rise-test.ts";

const Counts = z.object({ yes: z.number(), no: z.number() });

/** What the company's prospects do as a rule, worked out anew every week: so that a new prospect is judged by the like. */
export const Usual = z.object({
  at: z.number(),
  /** By sector, "any" where there is none: opens among emails not clicked, and clicks. Doubtful hits count by their doubt. */
  segments: z.record(z.string(), z.object({ open: Counts, click: Counts })),
  /** How many prospects each rep has who get email and are measured; "-" = of no rep yet. */
  prospects: z.record(z.string(), z.number().int()),
  /** As many as the busiest cadence sends one prospect in a fortnight. */
  emailsPerFortnight: z.number(),
});
export type Usual = z.infer<typeof Usual>;

/** Before anything was worked out. */
export const nothingUsual: Usual = { at: 0, segments: {}, prospects: {}, emailsPerFortnight: 4 };

/** One opened in four, one clicked in thirty: ours, until the own emails outweigh it. */
const FIRST = { open: { yes: 50, no: 150 }, click: { yes: 6.5, no: 193.5 } };
/** What the segment does weighs as much as so many emails of the prospect's own. */
const STRENGTH = 20;
const PROSPECTS = 100;
const FEWEST_EMAILS = 20;
const CAREFUL_TIMES = 4;
const CAREFUL_MS = 90 * 86_400_000;

export const segmentOf = (sector: string | undefined): string => sector ?? "any";

/** What is usual in the segment, as a prior. */
export function priorOf({ segments }: Usual, sector: string | undefined): Prior {
  const seen = segments[segmentOf(sector)];
  const beta = (kind: "open" | "click") => {
    const yes = FIRST[kind].yes + (seen?.[kind].yes ?? 0);
    const no = FIRST[kind].no + (seen?.[kind].no ?? 0);
    return { yes: (STRENGTH * yes) / (yes + no), no: (STRENGTH * no) / (yes + no) };
  };
  return { open: beta("open"), click: beta("click") };
}

/**
 * How high the score must be: false alerts are at least so many emails apart (e-detectors, Shin, Ramdas and Rinaldo 2023), and a rep's prospects get so
 * many in a fortnight. `allowed`: false tasks a rep and fortnight. Four times that for 90 days after the prospect said no.
 */
export function thresholdOf(
  usual: Usual,
  repId: string | undefined,
  allowed: number,
  { declinedAt, now }: { readonly declinedAt?: number | undefined; readonly now: number },
): number {
  const emails = (usual.prospects[repId ?? "-"] ?? PROSPECTS) * usual.emailsPerFortnight;
  const careful = declinedAt !== undefined && now - declinedAt < CAREFUL_MS ? CAREFUL_TIMES : 1;
  return careful * Math.max(FEWEST_EMAILS, emails / allowed);
}

export const usualFrom = (item: Item | undefined): Usual => (item ? Usual.parse(item.data) : nothingUsual);

export const putUsual = (usual: Usual): Write => ({ kind: "put", item: { ...usualKey(), data: Usual.parse(usual) } });
