import type { App } from "../app.ts";
import { MINUTE } from "../durations.ts";
import { Conflict } from "../error.ts";
import { AUDIENCE_SHARDS } from "../keys.ts";
import type { Schedule } from "../ports.ts";
import type { Cadence, CadenceSlot } from "./cadence.ts";
import { audiencePage, getCadences, getZones, zonesChangedAt, zonesSettled } from "./store.ts";

/** One per slot and zone; a name the scheduler allows ("Etc/GMT+5" has characters it does not). */
const scheduleName = (cadence: Cadence, slot: CadenceSlot, timeZone: string): string =>
  `${cadence.id}.${slot.weekday.slice(0, 3)}-${slot.time.replace(":", "")}.${timeZone.replaceAll("/", ".").replaceAll("+", "p")}`;

/** The schedule keeps wall time and zone and never an instant, so a change of zone rules moves it by itself. */
export function scheduleOf(cadence: Cadence, slot: CadenceSlot, timeZone: string): Schedule {
  const [hour, minute] = slot.time.split(":").map(Number);
  return {
    name: scheduleName(cadence, slot, timeZone),
    expression: `cron(${minute} ${hour} ? * ${slot.weekday.slice(0, 3).toUpperCase()} *)`,
    timeZone,
    target: "dispatch",
    input: { cadenceId: cadence.id, slotKind: slot.kind, timeZone },
  };
}

async function inUse(app: App, cadenceId: string, timeZone: string): Promise<boolean> {
  for (let shard = 0; shard < AUDIENCE_SHARDS; shard++) {
    const { prospectIds } = await audiencePage(app.table, { cadenceId, timeZone, shard }, { limit: 1 });
    if (prospectIds.length > 0) return true;
  }
  return false;
}

type Synced = { readonly created: number; readonly removed: number };
/** add: only what is missing. match: also remove what nobody needs. anew: also write again what is there. */
type How = "add" | "match" | "anew";

async function syncCadence(app: App, cadence: Cadence, how: How): Promise<Synced> {
  const there = new Set(await app.scheduler.list(`${cadence.id}.`));
  const wanted = new Map<string, Schedule>();
  for (const timeZone of await getZones(app.table, cadence.id)) {
    if (!(await inUse(app, cadence.id, timeZone))) continue;
    for (const slot of cadence.slots) {
      const schedule = scheduleOf(cadence, slot, timeZone);
      wanted.set(schedule.name, schedule);
    }
  }
  const missing = [...wanted.values()].filter(({ name }) => !there.has(name));
  for (const schedule of how === "anew" ? wanted.values() : missing) await app.scheduler.put(schedule);
  const gone = how === "add" ? [] : [...there].filter((name) => !wanted.has(name));
  for (const name of gone) await app.scheduler.remove(name);
  return { created: missing.length, removed: gone.length };
}

async function syncCadences(app: App, how: How): Promise<Synced> {
  const total = { created: 0, removed: 0 };
  for (const cadence of await getCadences(app.table)) {
    const { created, removed } = await syncCadence(app, cadence, how);
    total.created += created;
    total.removed += removed;
  }
  return total;
}

/**
 * Makes the schedules what cadences and prospects ask for: one per slot and zone in use, none for a zone without anyone who may be mailed. Safe
 * to repeat; run after imports. `anew`: also writes those again that are there, after a change of the cadence and to mend what somebody changed by hand.
 */
export const syncSchedules = (app: App, { anew = false } = {}): Promise<Synced> =>
  syncCadences(app, anew ? "anew" : "match");

/** The same for a single cadence, which has just changed. */
export const syncSchedulesOf = (app: App, cadence: Cadence): Promise<Synced> => syncCadence(app, cadence, "match");

/** Removes all of a cadence that is no more. */
export async function removeSchedulesOf(app: App, cadenceId: string): Promise<void> {
  for (const name of await app.scheduler.list(`${cadenceId}.`)) await app.scheduler.remove(name);
}

/** Is there anybody in the cadence who may be mailed? */
export async function hasAudience(app: App, cadenceId: string): Promise<boolean> {
  for (const timeZone of await getZones(app.table, cadenceId)) if (await inUse(app, cadenceId, timeZone)) return true;
  return false;
}

/** Longer than the index, which tells whether a zone is in use, lags behind what was written. */
const LAG = MINUTE;

/** Gives zones that have come into use since the last time their schedules. A change of this very moment is looked at again the next time. */
export async function syncChangedZones(app: App): Promise<void> {
  const at = await zonesChangedAt(app.table);
  if (typeof at !== "number") return;
  const settled = app.now() - at >= LAG;
  await syncCadences(app, "add");
  if (!settled) return;
  await app.table.write(zonesSettled(at)).catch((error: unknown) => {
    if (!(error instanceof Conflict)) throw error;
  });
}
