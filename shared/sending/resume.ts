import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { isPaused } from "./sending.ts";
import { getSending, removeCounts, removePause } from "./store.ts";

const TRIES = 5;

/**
 * Sending goes on. After a pause for bounces or complaints these are counted anew, of emails that are sent from now on, so that what led to the
 * pause does not pause again. Throws `Conflict` after five lost races.
 */
export async function resumeSending(app: Pick<App, "table" | "now">): Promise<"resumed" | "not-paused"> {
  for (let attempt = 1; ; attempt += 1) {
    const now = app.now();
    const { pause } = await getSending(app.table);
    if (!isPaused(pause, now)) return "not-paused";
    const anew = pause.cause === "bounce-rate" || pause.cause === "complaint-rate";
    try {
      await app.table.write(removePause(pause, anew ? now : undefined), ...(anew ? removeCounts(now) : []));
      return "resumed";
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}
