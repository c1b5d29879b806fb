import * as z from "zod";

/** Why nothing is sent. The first three are the provider's doing, the next two ours, the last a person's. */
const Cause = z.enum([
  "account-suspended",
  "sending-paused",
  "daily-quota",
  "bounce-rate",
  "complaint-rate",
  "by hand",
]);

export const Pause = z.object({
  cause: Cause,
  /** One sentence for people. */
  says: z.string(),
  at: z.number(),
  /** Name of who paused it in the console. */
  by: z.string().optional(),
  /** It ends by itself at this moment; without it, only a person ends it. */
  until: z.number().optional(),
});
export type Pause = z.infer<typeof Pause>;

/** What a provider lets an account do. */
export const Limits = z.object({
  /** Emails in any one second, 0.5 for one in two seconds; without it, as fast as it goes. */
  perSecond: z.number().positive().optional(),
  /** Emails in any 24 hours; without it, any number. */
  perDay: z.number().min(0).optional(),
  /** Emails the provider took in the 24 hours before it was asked. */
  sentInDayBefore: z.number().min(0),
  /** It takes emails to addresses of our own only. */
  sandbox: z.boolean().optional(),
  /** It takes none at all. */
  stopped: Pause.pick({ cause: true, says: true }).optional(),
});
export type Limits = z.infer<typeof Limits>;

/** What a mailer says when the provider takes nothing more for now, whoever it is for; `reason` in the provider's own words. */
export type Stop = {
  readonly cause: "account-suspended" | "sending-paused" | "daily-quota";
  readonly reason: string;
};

export const isPaused = (pause: Pause | undefined, now: number): pause is Pause =>
  pause !== undefined && now < (pause.until ?? Infinity);

/** Does `next` hold longer than the one that stands? Pausing what is paused changes nothing otherwise. */
export const outlasts = (next: Pause, standing: Pause): boolean =>
  (next.until ?? Infinity) > (standing.until ?? Infinity);
