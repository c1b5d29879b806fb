import * as z from "zod";
import { Cadence } from "../cadence/cadence.ts";
import { ArticleKind } from "../content/article.ts";

const Count = z.number().int().min(0);
/** Skips by reason. */
const ByReason = z.record(z.string(), Count);
const Tally = z.object({ sent: Count, skipped: ByReason });

const Runway = z.object({
  /** Prospects for whom the library runs out within the time. */
  count: Count,
  /** How many on each date, soonest first; dates are on the prospects' own calendars. */
  byDate: z.array(z.object({ date: z.iso.date(), count: Count })),
  /** The first of them. */
  first: z.array(z.object({ prospectId: z.string(), date: z.iso.date() })),
});

/** A group of prospects: `name` is the id of a segment or rep, a sector or a zone; "" = those of none. */
const Group = z.object({ name: z.string(), prospects: Count, ...Tally.shape, runsOutOn: z.iso.date().optional() });
export type Group = z.infer<typeof Group>;

/** What a dry run came to; emails and skips one by one are in its parts. */
export const Totals = z.object({
  prospects: Count,
  ...Tally.shape,
  days: z.array(z.object({ date: z.iso.date(), ...Tally.shape })),
  /** `from` and `to`: between which of their own wall times emails leave, where any do. */
  zones: z.array(Group.extend({ from: z.string().optional(), to: z.string().optional() })),
  segments: z.array(Group.extend({ label: z.string() })),
  sectors: z.array(Group),
  /** Emails in each week from the beginning on, for the load that answers make. */
  reps: z.array(Group.extend({ perWeek: z.array(Count) })),
  /** The most mailed. */
  articles: z.array(z.object({ id: z.string(), title: z.string(), kind: ArticleKind, sent: Count })),
  runway: Runway,
});
export type Totals = z.infer<typeof Totals>;

/** Where what is in the parts: their first numbers, and from where on whom. */
export const PartsIndex = z.object({
  days: z.array(z.object({ date: z.iso.date(), part: Count, rows: Count })),
  /** The id that each part of prospects begins with. */
  people: z.array(z.string()),
  /** So many prospects are in each of them but the last. */
  perPart: Count,
  peoplePart: Count,
  parts: Count,
});
export type PartsIndex = z.infer<typeof PartsIndex>;

const State = z.enum(["waiting", "running", "done", "failed", "stopped"]);

/** A dry run: what would go out in the weeks to come, with nobody reacting, as it was worked out at a moment. */
export const Rehearsal = z.object({
  id: z.string().min(1),
  label: z.string().min(1).max(120),
  weeks: z.number().int().min(1).max(26),
  /** Name of who ordered it. */
  by: z.string(),
  orderedAt: z.number(),
  state: State,
  /** 0 to 1, while it runs, and when that was noted (epoch ms). */
  progress: z.number().min(0).max(1),
  progressAt: z.number(),
  /** Why it failed, in a sentence. */
  says: z.string().optional(),
  /** Tried in place of the saved one of its id. */
  cadence: Cadence.optional(),
  /** As if neither a cadence nor all sending were paused: what a company looks at before it begins. */
  unpaused: z.boolean().optional(),
  /** The draft it is of, which may be saved if it is liked. */
  draftId: z.string().optional(),
  /** Of the time it looks at, epoch ms. */
  from: z.number().optional(),
  to: z.number().optional(),
  /** How long it took, ms. */
  took: z.number().optional(),
  totals: Totals.optional(),
  index: PartsIndex.optional(),
});
export type Rehearsal = z.infer<typeof Rehearsal>;

/** One that came to its end. */
export type Rehearsed = Rehearsal & {
  readonly from: number;
  readonly to: number;
  readonly totals: Totals;
  readonly index: PartsIndex;
};
export const isDone = (rehearsal: Rehearsal): rehearsal is Rehearsed =>
  rehearsal.state === "done" && rehearsal.totals !== undefined && rehearsal.index !== undefined;

/** It may still be changed by whoever works it out. */
export const isUnderWay = ({ state }: Pick<Rehearsal, "state">): boolean => state === "waiting" || state === "running";

/** Nothing was heard of it for so long that it has broken off, or nobody has begun with it. */
const QUIET_MS = 20 * 60_000;
export const isSilent = ({ state, progressAt }: Rehearsal, now: number): boolean =>
  isUnderWay({ state }) && now - progressAt > QUIET_MS;

export const mostWeeks = 26;
