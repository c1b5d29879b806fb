import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { mustRead, writeNext } from "./save.ts";

const TRIES = 5;

/**
 * From now on nothing of the cadence is sent (each slot is closed with "cadence-paused"), or it goes on with the next slot. A version of its own, so that its
 * history says who and when. Throws `Conflict` after five lost races.
 */
export async function pauseCadence(
  app: Pick<App, "table" | "now">,
  { id, paused, by }: { readonly id: string; readonly paused: boolean; readonly by: string },
): Promise<"done" | "already"> {
  for (let attempt = 1; ; attempt += 1) {
    const read = await mustRead(app, id);
    const { cadence } = read;
    if (cadence.paused === paused) return "already";
    try {
      await writeNext(app, { read, next: { ...cadence, paused, version: cadence.version + 1 }, by });
      return "done";
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}
