/** What stands beside the calls on the worklist: emails to write, promises to keep, and who waits for anybody. */
import type { App } from "../../shared/app.ts";
import type { Call } from "../../shared/call/call.ts";
import type { Promised } from "../../shared/call/promise.ts";
import { promisesDue } from "../../shared/call/promise-store.ts";
import { openCalls } from "../../shared/call/rep-day.ts";
import type { FollowUp } from "../../shared/follow-up/follow-up.ts";
import { openFollowUps } from "../../shared/follow-up/store.ts";
import type { Viewer } from "../../shared/member/access.ts";
import { displayName } from "../../shared/prospect/prospect.ts";
import { getProspects } from "../../shared/prospect/store.ts";
import { addDays, toLocal } from "../../shared/time.ts";
import type { Reader } from "./chrome.ts";
import { isMate, mayTakeOver } from "../../shared/call/may-take-over.ts";

type Named<T> = { readonly of: T; readonly name: string; readonly repName?: string | undefined };

export type Aside = {
  readonly followUps: readonly Named<FollowUp>[];
  readonly promises: readonly Named<Promised>[];
  /** Promises that have time. */
  readonly laterPromises: number;
  readonly waiting: readonly Named<Call>[];
};

/** Promises of the coming days are shown, so that keeping one does not begin on its last day. */
const DAYS_AHEAD = 3;
const MOST = 20;

export async function asideOf(app: App, viewer: Viewer, reader: Reader): Promise<Aside> {
  const shown = reader.rep ? [reader.rep] : reader.seen;
  const [open, promised, waiting] = await Promise.all([
    openFollowUps(app.table),
    Promise.all(shown.map(({ id }) => promisesDue(app.table, id))),
    waitingFor(app, viewer, reader),
  ]);
  const ids = new Set(shown.map(({ id }) => id));
  const soon = addDays(toLocal(reader.zone, reader.now).date, DAYS_AHEAD);
  const promises = promised.flat().toSorted((a, b) => a.due.localeCompare(b.due));
  const pressing = promises.filter(({ due }) => due <= soon).slice(0, MOST);
  const followUps = open.filter(({ repId }) => ids.has(repId)).slice(0, MOST);
  const named = await namer(app, reader, [...followUps, ...pressing, ...waiting]);
  return {
    followUps: followUps.flatMap(named),
    promises: pressing.flatMap(named),
    laterPromises: promises.length - pressing.length,
    waiting: waiting.flatMap(named),
  };
}

type OfSomebody = { readonly prospectId: string; readonly repId?: string | undefined };

async function namer(app: App, reader: Reader, all: readonly OfSomebody[]) {
  const prospects = await getProspects(app.table, [...new Set(all.map(({ prospectId }) => prospectId))]);
  const reps = new Map(reader.reps.map((rep) => [rep.id, rep.name]));
  return <T extends OfSomebody>(of: T): Named<T>[] => {
    const prospect = prospects.get(of.prospectId);
    const repName = of.repId === reader.rep?.id ? undefined : reps.get(of.repId ?? "");
    return prospect ? [{ of, name: displayName(prospect), repName }] : [];
  };
}

/** Only whoever calls prospects takes calls over. Others who look at this list see those tasks among the rest. */
async function waitingFor(app: App, viewer: Viewer, { reps, now }: Reader): Promise<Call[]> {
  if (viewer.role !== "rep" || viewer.repId === undefined) return [];
  const owners = [undefined, ...reps.filter((rep) => isMate(viewer, rep)).map(({ id }) => id)];
  const calls = (await Promise.all(owners.map((repId) => openCalls(app.table, repId)))).flat();
  return calls.filter((call) => mayTakeOver(viewer, call, { reps, now }));
}
