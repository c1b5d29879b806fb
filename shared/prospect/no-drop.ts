import type { App } from "../app.ts";
import type { Cadence } from "../cadence/cadence.ts";
import { scheduleOf } from "../cadence/schedules.ts";
import { getCadences } from "../cadence/store.ts";
import type { Call, Calls } from "../call/call.ts";
import { openShare } from "../call/share.ts";
import { noCalls, putCalls } from "../call/store.ts";
import { withdrawCall } from "../call/withdraw.ts";
import type { Article } from "../content/article.ts";
import { getClickedTopics } from "../engagement/topics.ts";
import { entity } from "../entity.ts";
import { Conflict } from "../error.ts";
import { callKey, callsKey, prospectKey } from "../keys.ts";
import { writeCalls } from "../notice/write.ts";
import type { Table } from "../ports.ts";
import type { Rep } from "../rep/rep.ts";
import { getReps } from "../rep/store.ts";
import { sendingPause } from "../sending/watch.ts";
import { suppressedAddresses } from "../suppression/store.ts";
import { sendableLibrary } from "../touch/sendable.ts";
import { everyProspect } from "./every-prospect.ts";
import { nextTouchOf } from "./next-touch.ts";
import type { Outlook, Repair } from "./next-touch.ts";
import { MOST_DROPPED, putNoDrop } from "./no-drop-store.ts";
import type { NoDrop } from "./no-drop-store.ts";
import { getProspects } from "./store.ts";

/** As many as one read of a store takes. */
const PAGE = 100;
/** What was set right, or changed in the meantime, is looked at again so often. */
const LOOKS = 3;

/**
 * Looks at every prospect for what comes next, sets right what it can (a task to share something by hand where the library is used up, and one to share
 * with somebody who left since, a lock on a call that is gone, a schedule that is missing), and keeps whom nothing will ever come to. Nobody is dropped in silence.
 */
export async function checkNoDrop(app: App): Promise<NoDrop> {
  const scene = await sceneOf(app);
  const byKind = { call: 0, email: 0, back: 0, none: 0, dropped: 0 };
  const found: Found = { byKind, looked: 0, repaired: 0, dropped: [] };
  for await (const { ids } of everyProspect(app.table, PAGE)) {
    let again = await lookAt(app, scene, ids, found);
    for (let look = 2; again.length > 0; look += 1)
      again = await lookAt(app, look < LOOKS ? scene : { ...scene, repairs: false }, again, found);
  }
  const noDrop = { at: app.now(), ...found };
  await app.table.write(putNoDrop(noDrop));
  return noDrop;
}

type Found = Pick<NoDrop, "byKind" | "dropped"> & { looked: number; repaired: number };

/** What is the same for all. */
type Scene = {
  readonly cadences: ReadonlyMap<string, Cadence>;
  readonly library: readonly Article[];
  readonly reps: ReadonlyMap<string, Rep>;
  readonly repIds: ReadonlySet<string>;
  readonly sendingPause: string | undefined;
  readonly schedules: Set<string>;
  readonly repairs: boolean;
};

async function sceneOf(app: App): Promise<Scene> {
  const [cadences, library, reps, pause] = await Promise.all([
    getCadences(app.table),
    sendableLibrary(app),
    getReps(app.table),
    sendingPause(app),
  ]);
  const names = await Promise.all(cadences.map(({ id }) => app.scheduler.list(`${id}.`)));
  return {
    cadences: new Map(cadences.map((cadence) => [cadence.id, cadence])),
    library,
    reps: new Map(reps.map((rep) => [rep.id, rep])),
    repIds: new Set(reps.map(({ id }) => id)),
    sendingPause: pause?.says,
    schedules: new Set(names.flat()),
    repairs: true,
  };
}

/** @returns who is to be looked at again, because something was set right */
async function lookAt(app: App, scene: Scene, ids: readonly string[], found: Found): Promise<string[]> {
  const again: string[] = [];
  for (const outlook of await outlooksOf(app, scene, ids)) {
    const next = nextTouchOf(outlook);
    if (next.kind === "dropped" && next.repair && scene.repairs) {
      if (await repair(app, scene, outlook, next.repair)) found.repaired += 1;
      again.push(outlook.prospect.id);
      continue;
    }
    found.looked += 1;
    found.byKind[next.kind] += 1;
    const { id: prospectId, repId } = outlook.prospect;
    if (next.kind === "dropped" && found.dropped.length < MOST_DROPPED)
      found.dropped.push({ prospectId, ...(repId !== undefined && { repId }), why: next.why });
  }
  return again;
}

async function outlooksOf(app: App, scene: Scene, ids: readonly string[]): Promise<Outlook[]> {
  const [prospects, locks] = await Promise.all([getProspects(app.table, ids), locksOf(app.table, ids)]);
  const people = [...prospects.values()];
  const [suppressed, calls] = await Promise.all([
    suppressedAddresses(
      app.table,
      people.map(({ email }) => email),
    ),
    namedCalls(app.table, [...locks.values()]),
  ]);
  const hasSchedule: Outlook["hasSchedule"] = (cadence, slot, timeZone) =>
    scene.schedules.has(scheduleOf(cadence, slot, timeZone).name);
  return people.map((prospect) => ({
    prospect,
    started: scene.cadences.size > 0,
    cadence: scene.cadences.get(prospect.cadenceId),
    calls: locks.get(prospect.id) ?? noCalls(prospect.id),
    openCall: calls.get(prospect.id),
    library: scene.library,
    repIds: scene.repIds,
    suppressed: suppressed.has(prospect.email),
    sendingPause: scene.sendingPause,
    hasSchedule,
    now: app.now(),
  }));
}

async function locksOf(table: Table, ids: readonly string[]): Promise<Map<string, Calls>> {
  const locks = (await table.getMany(ids.map(callsKey))).map(entity<Calls>);
  return new Map(locks.map((calls) => [calls.prospectId, calls]));
}

/** The calls that the locks name as open, whatever has become of them. */
async function namedCalls(table: Table, locks: readonly Calls[]): Promise<Map<string, Call>> {
  const keys = locks.flatMap(({ prospectId, open }) => (open === null ? [] : [callKey(prospectId, open)]));
  const calls = keys.length > 0 ? (await table.getMany(keys)).map(entity<Call>) : [];
  return new Map(calls.map((call) => [call.prospectId, call]));
}

/** Was it set right, and not changed by somebody else at the same moment? */
async function repair(app: App, scene: Scene, outlook: Outlook, what: Repair): Promise<boolean> {
  const { prospect, calls, openCall, cadence } = outlook;
  try {
    if (what === "share") {
      const clickedTopics = (await getClickedTopics(app.table, [prospect.id])).get(prospect.id);
      const sources = {
        prospect,
        calls,
        rep: scene.reps.get(prospect.repId ?? ""),
        company: app.config.company,
        busy: cadence?.slots ?? [],
        clickedTopics,
      };
      const unchanged = {
        kind: "check",
        key: prospectKey(prospect.id),
        guard: { match: { updatedAt: prospect.updatedAt } },
      } as const;
      await writeCalls(app, ...openShare(sources, app.now()), unchanged);
    } else if (what === "unshare") {
      const why = "they want no more email, so nothing is passed on by hand either";
      if (openCall) await writeCalls(app, ...withdrawCall(openCall, calls, why, app.now()));
    } else if (what === "unlock") await app.table.write(putCalls({ ...calls, open: null }, calls));
    else
      for (const slot of cadence?.slots ?? []) {
        const schedule = cadence && scheduleOf(cadence, slot, prospect.timeZone);
        if (schedule) await app.scheduler.put(schedule);
        if (schedule) scene.schedules.add(schedule.name);
      }
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
