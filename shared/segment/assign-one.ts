import type { App } from "../app.ts";
import { placeAll, readPlaces } from "./place.ts";

/**
 * Gives one prospect, after a change, the cadence of the segments they are in now. "later": at the next look at everybody, because their slot of today is
 * under way.
 */
export async function assignCadence(app: App, prospectId: string): Promise<"moved" | "stays" | "later"> {
  const { moved, later } = await placeAll(app, [prospectId], await readPlaces(app));
  if (moved > 0) return "moved";
  return later > 0 ? "later" : "stays";
}
