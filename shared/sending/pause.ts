import type { App } from "../app.ts";
import { HOUR } from "../durations.ts";
import { Conflict } from "../error.ts";
import { isPaused, outlasts } from "./sending.ts";
import type { Pause, Stop } from "./sending.ts";
import { getSending, putPause } from "./store.ts";

const TRIES = 5;

type Pausing = Pick<App, "table" | "now" | "alarm">;

/**
 * From now on nothing is sent, until `until` (epoch ms) or, without it, until somebody resumes; raises the alarm, unless a person pauses. What is
 * paused already stays as it is, but for a pause that ends sooner than the new one. Throws `Conflict` after five lost races.
 */
export async function pauseSending(app: Pausing, pause: Omit<Pause, "at">): Promise<"paused" | "already-paused"> {
  for (let attempt = 1; ; attempt += 1) {
    const now = app.now();
    const { pause: standing } = await getSending(app.table);
    // After the one that stood, so that its time tells any two apart.
    const next = { ...pause, at: Math.max(now, (standing?.at ?? 0) + 1) };
    if (isPaused(standing, now) && !outlasts(next, standing)) return "already-paused";
    try {
      await app.table.write(putPause(next, standing));
      if (next.cause !== "by hand") app.alarm({ name: "sending-paused", says: next.says });
      return "paused";
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}

const MEANS: { readonly [cause in Stop["cause"]]: string } = {
  "account-suspended": "The mail provider has suspended the account",
  "sending-paused": "The mail provider has paused the account's sending",
  "daily-quota": "The mail provider's daily quota is used up",
};

/** For the hook of a mailer: what the provider refuses to everybody pauses sending; a quota that is used up for an hour, the rest until resumed. */
export const pauseAsToldBy =
  (app: Pausing) =>
  async ({ cause, reason }: Stop): Promise<void> => {
    const until = cause === "daily-quota" ? { until: app.now() + HOUR } : {};
    await pauseSending(app, { cause, says: `${MEANS[cause]}: ${reason}`, ...until });
  };
