import * as z from "zod";
import { ArticleKind } from "../content/article.ts";

export const SkipReason = z.enum([
  "suppressed",
  "paused",
  "ended",
  "cadence-paused",
  "window-closed",
  "cap-7-days",
  "cap-30-days",
  "at-most-weekly",
  "long-rhythm",
  "library-used-up",
  "no-rep",
  /** They asked, or a meeting is booked, and the call task is open; `detail` says which. */
  "in-conversation",
  /** A call is due within the hour before or after. */
  "call-within-the-hour",
  /** Somebody of ours kept it back; `detail` says who. */
  "vetoed",
  /** The email itself could not be made; `detail` says why. */
  "article-broken",
]);
export type SkipReason = z.infer<typeof SkipReason>;

/** One of the two things that an experiment holds against each other. */
export const Arm = z.enum(["a", "b"]);
export type Arm = z.infer<typeof Arm>;

/** reserved: about to go out. unknown: the provider's answer was lost; not repeated. */
const TouchOutcome = z.enum(["reserved", "sent", "refused", "unknown", "skipped"]);

/** One email to one prospect in one slot; there is at most one per prospect and date, whatever comes of it. */
export const Touch = z.object({
  prospectId: z.string(),
  /** The slot: a date on the prospect's calendar. */
  date: z.iso.date(),
  timeZone: z.string(),
  cadenceId: z.string(),
  outcome: TouchOutcome,
  /** Why skipped, refused or unknown. */
  reason: z.string().optional(),
  /** What lies behind the reason, in the words of whoever said it: the mailer's last answer, an error of the article. */
  detail: z.string().optional(),
  /** What the slot asked for; `articleKind` is what was sent. */
  slotKind: ArticleKind,
  articleId: z.string().optional(),
  articleKind: ArticleKind.optional(),
  articleTitle: z.string().optional(),
  /** Where the article's link goes, kept as sent, so that a click can only go there. */
  target: z.string().optional(),
  topics: z.array(z.string()).optional(),
  /** Were opens and clicks measured in this email. */
  tracked: z.boolean().optional(),
  /** How many measured links a reader can see in it; only where it is measured. */
  links: z.number().int().optional(),
  subject: z.string().optional(),
  /** The template (file name in emails/) it was made of. */
  template: z.string().optional(),
  /** Which arm of which experiment the prospect was in. */
  experiment: z.object({ id: z.string(), arm: Arm }).optional(),
  messageId: z.string().optional(),
  at: z.number(),
  /** When it reached the mailbox, where that was well after `at`: a server may put a stranger off for an hour (greylisting). */
  deliveredAt: z.number().optional(),
});
export type Touch = z.infer<typeof Touch>;

/** Did an email go out, or may it have? A slot that was skipped had none. */
export const mayHaveGone = ({ outcome }: Pick<Touch, "outcome">): boolean =>
  outcome !== "skipped" && outcome !== "refused";

/** What dispatch orders and send fulfils: up to 50 prospects of one zone in one slot. */
export const TouchBatch = z.object({
  cadenceId: z.string(),
  date: z.iso.date(),
  slotKind: ArticleKind,
  timeZone: z.string(),
  scheduledAt: z.number(),
  prospectIds: z.array(z.string()).min(1).max(50),
  /** Of a batch that was throttled: how often, and what the mailer said the last time. */
  tries: z.number().int().min(0).optional(),
  lastReason: z.string().optional(),
  /** Not a slot's: an article that a rep (name) sends out of turn, as the touch of `date`. */
  oneOff: z.object({ articleId: z.string(), by: z.string() }).optional(),
});
export type TouchBatch = z.infer<typeof TouchBatch>;
