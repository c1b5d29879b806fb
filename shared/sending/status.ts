import type { App } from "../app.ts";
import type { Counts } from "./rates.ts";
import { isPaused } from "./sending.ts";
import type { Limits, Pause } from "./sending.ts";
import { getCounts, getSending } from "./store.ts";
import { warmUpDay } from "./warm-up.ts";

export type SendingStatus = {
  readonly pause: Pause | undefined;
  /** As the provider last told them; undefined where there are none, or nothing was sent yet. */
  readonly limits: (Limits & { readonly askedAt: number; readonly letThroughSince: number }) | undefined;
  /** Today's part of the warm-up, by the company's calendar. */
  readonly warmUp: { readonly date: string; readonly cap: number; readonly taken: number } | undefined;
  readonly lastSevenDays: Counts;
};

/** How fast and how much may go out, what went, and what came back. */
export async function sendingStatus(app: Pick<App, "table" | "now" | "config">): Promise<SendingStatus> {
  const now = app.now();
  const [{ pause, pace }, lastSevenDays] = await Promise.all([getSending(app.table), getCounts(app.table, now)]);
  const { limits, askedAt, letThrough, today } = pace;
  const { date, cap } = warmUpDay(app.config.company, now);
  return {
    pause: isPaused(pause, now) ? pause : undefined,
    limits: limits && askedAt !== undefined ? { ...limits, askedAt, letThroughSince: letThrough } : undefined,
    warmUp: cap === undefined ? undefined : { date, cap, taken: today.date === date ? today.count : 0 },
    lastSevenDays,
  };
}
