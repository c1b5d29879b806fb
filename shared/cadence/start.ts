import type { App } from "../app.ts";
import { defaultCadence } from "./cadence.ts";
import { syncSchedules } from "./schedules.ts";
import { getCadences, putCadence } from "./store.ts";

/**
 * Gives a company that has no cadence yet the default one, and schedules for every zone in use. Safe to repeat. `paused`: the new one waits until somebody
 * says go.
 */
export async function startCadence(app: App, { paused = false } = {}): Promise<void> {
  const cadences = await getCadences(app.table);
  if (cadences.length === 0) await app.table.write(putCadence({ ...defaultCadence, paused }));
  await syncSchedules(app, { anew: true });
}
