import type { App } from "../app.ts";
import { defaultCadence } from "./cadence.ts";
import { syncSchedules } from "./schedules.ts";
import { getCadences, putCadence } from "./store.ts";

/** Gives a company that has no cadence yet the default one, and schedules for every zone in use. Safe to repeat. */
export async function startCadence(app: App): Promise<void> {
  const cadences = await getCadences(app.table);
  if (cadences.length === 0) await app.table.write(putCadence(defaultCadence));
  await syncSchedules(app, { anew: true });
}
