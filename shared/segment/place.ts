import type { App } from "../app.ts";
import type { Cadence } from "../cadence/cadence.ts";
import { getCadences, zonesChanged } from "../cadence/store.ts";
import { putNote } from "../prospect/note.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { getProspects, moveToCadence } from "../prospect/store.ts";
import { knownZone, toLocal } from "../time.ts";
import { getTouchesAt } from "../touch/store.ts";
import { writeBundles } from "../write-bundles.ts";
import type { Bundle } from "../write-bundles.ts";
import { factsOf, factsWorld } from "./facts.ts";
import type { FactsWorld } from "./facts.ts";
import { mayMoveNow } from "./may-move.ts";
import { cadenceAmong, segmentsOf } from "./segment.ts";
import type { Segment, SegmentFacts } from "./segment.ts";
import { getSegments } from "./store.ts";

/** What holds for everybody who is put in their place. */
export type Places = {
  readonly segments: readonly Segment[];
  readonly cadences: ReadonlyMap<string, Cadence>;
  readonly facts: FactsWorld;
};

/** A prospect with the segments they are in. */
export type Placed = {
  readonly prospect: Prospect;
  readonly facts: SegmentFacts;
  readonly segments: readonly Segment[];
};

export async function readPlaces(app: App): Promise<Places> {
  const [segments, cadences] = await Promise.all([getSegments(app.table), getCadences(app.table)]);
  return {
    segments,
    cadences: new Map(cadences.map((cadence) => [cadence.id, cadence])),
    facts: await factsWorld(app, segments),
  };
}

/** moved: belongs to the cadence of `segments` now. later: will, but a slot of today is under way. */
type Outcome = { readonly placed: Placed[]; readonly moved: number; readonly later: number };

/** Those who lose a race are looked at again so often. */
const ROUNDS = 3;

/** Looks whom the segments give another cadence, and moves them; who has left stays where they were. */
export async function placeAll(app: App, ids: readonly string[], places: Places): Promise<Outcome> {
  const placed = await placedOf(app, ids, places);
  let waiting = leavers(placed, places);
  const outcome = { placed, moved: 0, later: 0 };
  for (let round = 0; round < ROUNDS && waiting.length > 0; round += 1) {
    const { now, later } = await whoMayMove(app, waiting, places.cadences);
    outcome.later += later;
    const lost = await move(app, now);
    outcome.moved += now.length - lost.length;
    waiting = lost.length > 0 ? leavers(await placedOf(app, lost, places), places) : [];
  }
  return outcome;
}

async function placedOf(app: App, ids: readonly string[], places: Places): Promise<Placed[]> {
  const prospects = [...(await getProspects(app.table, ids)).values()];
  const facts = await factsOf(app, prospects, places.facts);
  return prospects.flatMap((prospect) => {
    const own = facts.get(prospect.id);
    return own ? [{ prospect, facts: own, segments: segmentsOf(places.segments, own) }] : [];
  });
}

type Leaver = { readonly prospect: Prospect; readonly to: string; readonly why: string };

function leavers(placed: readonly Placed[], { cadences }: Places): Leaver[] {
  const there = new Set(cadences.keys());
  return placed.flatMap(({ prospect, segments }) => {
    const to = cadenceAmong(segments, there);
    if (to === undefined || to === prospect.cadenceId || prospect.standing.state === "ended") return [];
    const giver = segments.find(({ cadenceId }) => cadenceId === to);
    const name = cadences.get(to)?.name ?? to;
    const why = `Moved to the cadence ${name}: ${giver ? `in the segment ${giver.name}` : "in no segment that has a cadence"}`;
    return [{ prospect, to, why }];
  });
}

async function whoMayMove(
  app: App,
  waiting: readonly Leaver[],
  cadences: Places["cadences"],
): Promise<{ now: Leaver[]; later: number }> {
  const at = app.now();
  const dates = new Map(
    waiting.flatMap(({ prospect: { id, timeZone } }) =>
      knownZone(timeZone) === undefined ? [] : [[id, toLocal(timeZone, at).date]],
    ),
  );
  const places = [...dates].map(([prospectId, slot]) => ({ prospectId, slot }));
  const touched = new Set((await getTouchesAt(app.table, places)).map(({ prospectId }) => prospectId));
  const may = waiting.filter(({ prospect: { id, cadenceId, timeZone }, to }) => {
    // In a zone that is none there are no slots to lose.
    if (!dates.has(id)) return true;
    return mayMoveNow({ from: cadences.get(cadenceId), to: cadences.get(to), timeZone }, at, touched.has(id));
  });
  return { now: may, later: waiting.length - may.length };
}

/** @returns ids of those whom somebody else changed at the same moment */
async function move(app: App, leaving: readonly Leaver[]): Promise<string[]> {
  if (leaving.length === 0) return [];
  const at = app.now();
  // First, so that a crash half way leaves no zone without schedules for longer than to the next sweep.
  await app.table.write(zonesChanged(at));
  const bundles = leaving.map(({ prospect, to, why }): Bundle<string> => ({
    of: prospect.id,
    writes: [...moveToCadence(prospect, to, at), putNote({ prospectId: prospect.id, at, text: why })],
  }));
  return [...(await writeBundles(app.table, bundles)).lost];
}
