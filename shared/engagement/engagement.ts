import * as z from "zod";

/** What was measured of one email. */
export const EmailEngagement = z.object({
  date: z.iso.date(),
  sentAt: z.number(),
  /** Distinct human opens and clicks, after machines were left out. */
  opens: z.number().int(),
  clicks: z.number().int(),
  lastAt: z.number().nullable(),
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
