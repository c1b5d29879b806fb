import * as z from "zod";

/** A program that hears of every call task, by signed webhooks (standardwebhooks.com). */
export const Endpoint = z.object({
  id: z.string().regex(/^[a-z0-9]+$/),
  url: z.string(),
  /** Signs what is posted: "whsec_" and 24 to 64 bytes in base64. */
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/),
  /** It is told the prospect's name, company and address too. */
  withNames: z.boolean(),
  /** Nothing is posted there any more, since when (epoch ms) and why; a test that it answers switches it on again. */
  off: z.object({ at: z.number(), why: z.string() }).optional(),
});
export type Endpoint = z.infer<typeof Endpoint>;

/** Where notices of call tasks go besides the console. */
export const Outlets = z.object({
  /** Reps get an email when a prospect of theirs asks for a call. */
  alertReps: z.boolean().default(true),
  /** Who gets that email for prospects of no rep; nobody without it. */
  fallbackEmail: z.email().optional(),
  /** A Slack incoming webhook. Who has this address can post there, so it is shown to nobody who may not change it. */
  slackUrl: z.string().optional(),
  webhooks: z.array(Endpoint).default([]),
  /** What went wrong last, by channel. */
  failures: z.record(z.string(), z.object({ at: z.number(), says: z.string() })).default({}),
  /** Of the list of endpoints: optimistic lock. */
  version: z.number().int().default(0),
});
export type Outlets = z.infer<typeof Outlets>;

/** Each way in which a notice is told; marks on rows go by it. */
export type Channel = "rep" | "slack" | `hook_${string}`;

export const channelOf = ({ id }: Pick<Endpoint, "id">): Channel => `hook_${id}`;
