import type { App } from "../app.ts";
import { AppError, Conflict } from "../error.ts";
import { pausedPk } from "../keys.ts";
import { defaultCadence } from "./cadence.ts";
import { mustRead } from "./save.ts";
import { hasAudience, removeSchedulesOf } from "./schedules.ts";
import { removeCadenceRow } from "./store.ts";
import { putVersion } from "./version-store.ts";

/** So many pages of a thousand paused prospects are looked through. */
const PAGES = 10;

/** Who is paused comes back to the cadence they are in. */
async function hasPaused(app: App, cadenceId: string): Promise<boolean> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await app.table.query({ pk: pausedPk, index: true, limit: 1000, cursor });
    if (found.items.some(({ data }) => data["cadenceId"] === cadenceId)) return true;
    cursor = found.cursor;
    if (!cursor) return false;
  }
  // More than anybody would wait for: nobody knows, so it stays.
  return true;
}

/**
 * Why a cadence cannot be removed, as a sentence; undefined when it can. Who has left for good (opted out, bought, bounced) keeps no cadence.
 */
export async function whyNotRemovable(app: App, cadenceId: string): Promise<string | undefined> {
  if (cadenceId === defaultCadence.id) return "New prospects go into this cadence, so it stays. It can be paused.";
  if (await hasAudience(app, cadenceId))
    return "There are prospects in this cadence. Let segments give them another first.";
  if (await hasPaused(app, cadenceId))
    return "Paused prospects come back to this cadence. Let segments give them another first.";
  return undefined;
}

/**
 * Removes a cadence that nobody is in, and its schedules; its history stays.
 * @throws AppError("invalid") with why it cannot be, AppError("conflict") when somebody changed it meanwhile
 */
export async function removeCadence(app: App, id: string, by: string): Promise<void> {
  const { cadence, unchanged } = await mustRead(app, id);
  const why = await whyNotRemovable(app, id);
  if (why !== undefined) throw new AppError("invalid", why);
  const last = { ...cadence, version: cadence.version + 1 };
  try {
    const version = putVersion({ cadence: last, by, at: app.now(), changes: ["Removed"] });
    await app.table.write(removeCadenceRow(id, unchanged), version);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    throw new AppError("conflict", "Somebody changed this cadence just now. Look at it again.");
  }
  await removeSchedulesOf(app, id);
}
