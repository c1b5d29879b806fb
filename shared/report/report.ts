import * as z from "zod";
import { Counts } from "./counts.ts";

/** What emails are looked at by; "all": all of them together. */
export const DIMENSIONS = [
  "all",
  "slot",
  "article",
  "template",
  "sector",
  "cadence",
  "segment",
  "domain",
  "touch",
  "week",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** How far back, by the date of the slot; in days, today with them. */
export const RANGES = { "4-weeks": 28, "13-weeks": 91, year: 365, all: Infinity } as const;
export type Range = keyof typeof RANGES;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys are those of the record, which keys() forgets
export const RANGE_NAMES = Object.keys(RANGES) as Range[];

/** As many rows as a dimension keeps; what is beyond them is in one row, so that nothing is lost. */
export const MOST_ROWS = 500;
/** The row of what is beyond them; sorted last. */
export const REST = "~rest";
/** The last cohort is of all touches from here on: a programme has twelve (practice 4). */
export const LAST_COHORT = 13;

const ByRange = z.object({
  "4-weeks": Counts.optional(),
  "13-weeks": Counts.optional(),
  year: Counts.optional(),
  all: Counts.optional(),
});

/** What became of one thing's emails, as of a moment (epoch ms). A range without emails is not there. */
export const ReportRow = z.object({
  /** Of a slot and a week (its Monday) the date, of a cohort two digits, else its own name or id; "" where that is not known. */
  name: z.string(),
  /** For people. */
  title: z.string(),
  asOf: z.number(),
  ranges: ByRange,
});
export type ReportRow = z.infer<typeof ReportRow>;

/** When it was last worked out, and when somebody last asked for that (epoch ms). */
export const ReportHead = z.object({
  asOf: z.number().optional(),
  /** The last day that it covers, on the company's calendar. */
  day: z.iso.date().optional(),
  askedAt: z.number().optional(),
});
export type ReportHead = z.infer<typeof ReportHead>;

/** Asked for, and not done since. */
export const isUnderWay = ({ asOf, askedAt }: ReportHead): boolean =>
  askedAt !== undefined && (asOf === undefined || asOf < askedAt);
