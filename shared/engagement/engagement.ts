import * as z from "zod";

/** One look or click that counts, with the signal it came by. */
export const Hit = z.object({
  kind: z.enum(["open", "click"]),
  link: z.enum(["read", "meeting"]).optional(),
  at: z.number(),
  signalId: z.string(),
});
export type Hit = z.infer<typeof Hit>;

/** What was measured of one email. */
export const EmailEngagement = z.object({
  date: z.iso.date(),
  sentAt: z.number(),
  /** What the email carried, for the evidence. */
  title: z.string().optional(),
  /** Distinct human opens and clicks, after machines were left out. */
  opens: z.number().int(),
  clicks: z.number().int(),
  lastAt: z.number().nullable(),
  /** Those opens and clicks, oldest first. */
  hits: z.array(Hit).default([]),
});
export type EmailEngagement = z.infer<typeof EmailEngagement>;

/** What we believe of a prospect's interest, and what is usual for this one. */
export const Engagement = z.object({
  prospectId: z.string(),
  /** Newest last, at most the last 30. */
  emails: z.array(EmailEngagement),
  /** Topics of articles the prospect clicked, with how often: what to pick next. */
  clickedTopics: z.record(z.string(), z.number().int()),
  lastHumanAt: z.number().nullable(),
  version: z.number().int(),
});
export type Engagement = z.infer<typeof Engagement>;

/** Before the first signal. Its version says that nothing is stored yet. */
export const noEngagement = (prospectId: string): Engagement => ({
  prospectId,
  emails: [],
  clickedTopics: {},
  lastHumanAt: null,
  version: 0,
});
