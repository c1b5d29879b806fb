import type { App } from "../app.ts";
import { AUDIENCE_SHARDS } from "../keys.ts";
import type { Schedule } from "../ports.ts";
import type { Cadence, CadenceSlot } from "./cadence.ts";
import { audiencePage, getCadences, getZones } from "./store.ts";

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

async function syncCadence(app: App, cadence: Cadence): Promise<{ created: number; removed: number }> {
  const there = new Set(await app.scheduler.list(`${cadence.id}.`));
  const wanted = new Map<string, Schedule>();
  for (const timeZone of await getZones(app.table, cadence.id)) {
    if (!(await inUse(app, cadence.id, timeZone))) continue;
    for (const slot of cadence.slots) {
      const schedule = scheduleOf(cadence, slot, timeZone);
      wanted.set(schedule.name, schedule);
    }
  }
  for (const schedule of wanted.values()) await app.scheduler.put(schedule);
  const gone = [...there].filter((name) => !wanted.has(name));
  for (const name of gone) await app.scheduler.remove(name);
  return { created: [...wanted.keys()].filter((name) => !there.has(name)).length, removed: gone.length };
}

/**
 * Makes the schedules what cadences and prospects ask for: one per slot and zone in use, none for a zone without anyone who may be mailed. Safe
 * to repeat; run after imports and once a day.
 */
export async function syncSchedules(app: App): Promise<{ created: number; removed: number }> {
  const total = { created: 0, removed: 0 };
  for (const cadence of await getCadences(app.table)) {
    const { created, removed } = await syncCadence(app, cadence);
    total.created += created;
    total.removed += removed;
  }
  return total;
}
