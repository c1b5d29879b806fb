import type { ArticleKind } from "../content/article.ts";
import type { Arm } from "../touch/touch.ts";
import type { Call } from "../call/call.ts";

/**
 * One email of a slot (or sent out of turn) that went out, and what became of it by now. Nothing in it says who the prospect is but the id; `domain` is
 * the recipient's mail domain in lower case. Instants in epoch ms; probabilities 0 to 1 by the score ledger's table of weights.
 *
 * Counted to an email: the opens and clicks of it; the unsubscribe by its own link; the first call task with it in the evidence ("calls it led to"), with
 * the conversation and the meeting that came of it. One task may count to several emails, once each; whoever adds up over emails counts a task once, by
 * `prospectId` and `callTask.number`.
 */
export type TouchFact = {
  readonly prospectId: string;
  /** The slot: a date on the prospect's calendar. */
  readonly date: string;
  readonly sentAt: number;
  readonly cadenceId: string;
  /** File name in emails/; not there on touches of before templates were noted. */
  readonly template?: string;
  readonly articleId: string;
  readonly articleTitle: string;
  readonly articleKind: ArticleKind;
  /** The prospect's, as of now. */
  readonly sector?: string;
  /** Ids of those the prospect is in, as of now. */
  readonly segments?: readonly string[];
  readonly domain: string;
  /** Which of the prospect's emails it was, from 1. */
  readonly touchNumber: number;
  readonly experiment?: { readonly id: string; readonly arm: Arm };
  /** delivered: it shows, or no bounce was heard of for a day. sent: it is too early to tell, and shares of those delivered leave it out. */
  readonly outcome: "sent" | "delivered" | "bounced";
  /** Of a bounced one; only those for good count against us with the provider. */
  readonly bounce?: "permanent" | "transient";
  readonly complained: boolean;
  /** Were opens and clicks measured in it. */
  readonly measured: boolean;
  /** How surely a person opened it; null: not measurable. */
  readonly opened: number | null;
  /** How surely a person clicked in it, by its surest click; 0 where clicks are not measured. */
  readonly clicked: number;
  /** How surely a person followed the article's own link within seven days of `sentAt`, by the surest such click; what experiments go by. */
  readonly readInAWeek: number;
  readonly unsubscribed: boolean;
  readonly callTask?: { readonly number: number; readonly lane: Call["lane"]; readonly at: number };
  /** They were spoken to in that task, or in those that it led to, after what the email brought. */
  readonly conversation: boolean;
  /** A meeting or demo was agreed on there, or they booked one themselves. */
  readonly meeting: boolean;
};
