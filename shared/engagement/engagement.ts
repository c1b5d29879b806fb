import * as z from "zod";
import { LinkName } from "./signal.ts";

/** A hit that a rep may be shown: probably a person's. */
export const Hit = z.object({
  kind: z.enum(["open", "click"]),
  link: LinkName.optional(),
  at: z.number(),
  signalId: z.string(),
  /** How surely a person's, 0 to 1, and by which rule of the table of weights. */
  human: z.number(),
  rule: z.string(),
});
export type Hit = z.infer<typeof Hit>;

const Probability = z.number().min(0).max(1);

/** A line of the score ledger: what was observed of an email, what was usual until then, and what it made of the score. */
export const EmailScore = z.object({
  date: z.iso.date(),
  sentAt: z.number(),
  /** What the email carried, for the evidence. */
  title: z.string().optional(),
  /** How surely a person opened and clicked it. open null: not measurable. */
  open: Probability.nullable(),
  click: Probability,
  /** The usual share of opens among emails not clicked, and of clicks, as it was held against this one (not inflated). */
  usualOpen: Probability,
  usualClick: Probability,
  /** How many times likelier it made it that engagement has risen; 1 while it is too early to tell. */
  ratio: z.number(),
  /** The score after it. */
  score: z.number(),
  /** How many emails ago, this one included, a rise most likely began, if there is one. */
  began: z.number().int().optional(),
  /** Silence that may still be broken counts neither way. */
  waiting: z.boolean().optional(),
  /** The score began anew with this one. */
  anew: z.boolean().optional(),
  hits: z.array(Hit),
});
export type EmailScore = z.infer<typeof EmailScore>;

const Beta = z.object({ yes: z.number(), no: z.number() });

/** What we believe of a prospect's interest, and what is usual for this one. Follows from the ledger alone, as of a moment. */
export const Engagement = z.object({
  prospectId: z.string(),
  /** What the segment does, as it was when the first signal came; undefined before. */
  prior: z.object({ open: Beta, click: Beta }).optional(),
  /** Newest last, at most the last 30. */
  emails: z.array(EmailScore),
  /** Topics of articles the prospect clicked, with how often: what to pick next. */
  clickedTopics: z.record(z.string(), z.number().int()),
  lastHumanAt: z.number().nullable(),
  /** The moment it was worked out for, epoch ms. */
  asOf: z.number(),
  version: z.number().int(),
});
export type Engagement = z.infer<typeof Engagement>;

/** Before the first signal. Its version says that nothing is stored yet. */
export const noEngagement = (prospectId: string): Engagement => ({
  prospectId,
  emails: [],
  clickedTopics: {},
  lastHumanAt: null,
  asOf: 0,
  version: 0,
});
