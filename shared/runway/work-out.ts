import { setImmediate } from "node:timers/promises";
import type { App } from "../app.ts";
import type { Cadence } from "../cadence/cadence.ts";
import { slotsAhead, type DatedSlot } from "../cadence/next-slot.ts";
import { getCadences } from "../cadence/store.ts";
import type { Article } from "../content/article.ts";
import { getClickedTopics } from "../engagement/topics.ts";
import { everyProspect } from "../prospect/every-prospect.ts";
import { mailable, type Prospect } from "../prospect/prospect.ts";
import { getProspects } from "../prospect/store.ts";
import { factsOf, factsWorld, type FactsWorld } from "../segment/facts.ts";
import { type Segment, segmentsOf } from "../segment/segment.ts";
import { getSegments } from "../segment/store.ts";
import { suppressedAddresses } from "../suppression/store.ts";
import { toLocal } from "../time.ts";
import { sendableLibrary } from "../touch/sendable.ts";
import { HORIZON_DAYS, lastsFor, likeness, type Ahead, type Lasts } from "./lasts.ts";
import { noteLasts, type RunwayGroup, type RunwayRow, type RunwayTally } from "./runway.ts";
import { getRunway, putRunway, removeRunway } from "./store.ts";

const AT_ONCE = 100;

/** What is the same for all. */
type Scene = {
  readonly at: Pick<RunwayRow, "asOf" | "date">;
  readonly cadences: ReadonlyMap<string, Cadence>;
  readonly library: readonly Article[];
  readonly segments: readonly Segment[];
  readonly facts: FactsWorld;
  readonly slots: Map<string, readonly DatedSlot[]>;
  readonly known: Map<string, Lasts>;
};

/**
 * Works out how long the library lasts for everybody who may be mailed, by segment and by sector, and keeps it. Everybody is walked once; others get
 * their turn in between. Safe to repeat.
 */
export async function workOutRunway(app: App): Promise<void> {
  const scene = await sceneOf(app);
  const tally: RunwayTally = new Map();
  const counted = new Set<string>();
  for await (const { ids } of everyProspect(app.table, AT_ONCE)) {
    await noteAll(
      app,
      scene,
      tally,
      ids.filter((id) => !counted.has(id)),
    );
    for (const id of ids) counted.add(id);
  }
  const gone = (await getRunway(app.table)).filter(({ of, id }) => !tally.has(`${of}#${id}`));
  await app.table.writeMany([...[...tally.values()].map(putRunway), ...gone.map(removeRunway)]);
}

async function sceneOf(app: App): Promise<Scene> {
  const [cadences, library, segments] = await Promise.all([
    getCadences(app.table),
    sendableLibrary(app),
    getSegments(app.table),
  ]);
  const asOf = app.now();
  return {
    at: { asOf, date: toLocal(app.config.company.timeZone, asOf).date },
    cadences: new Map(cadences.map((cadence) => [cadence.id, cadence])),
    library,
    segments,
    facts: await factsWorld(app, segments),
    slots: new Map(),
    known: new Map(),
  };
}

async function noteAll(app: App, scene: Scene, tally: RunwayTally, ids: readonly string[]): Promise<void> {
  const people = [...(await getProspects(app.table, ids)).values()].filter((one) => mailable(one) && one.repId);
  const [clicked, suppressed, facts] = await Promise.all([
    getClickedTopics(app.table, ids),
    suppressedAddresses(
      app.table,
      people.map(({ email }) => email),
    ),
    factsOf(app, people, scene.facts),
  ]);
  for (const prospect of people) {
    const ahead = suppressed.has(prospect.email) ? undefined : aheadOf(scene, prospect, clicked.get(prospect.id) ?? {});
    if (!ahead) continue;
    const own = facts.get(prospect.id);
    const lasts = await lastsOnce(scene, prospect, ahead);
    const groups = groupsOf(prospect, own ? segmentsOf(scene.segments, own) : []);
    noteLasts(tally, groups, { prospectId: prospect.id, ...lasts }, scene.at);
  }
  await setImmediate();
}

function aheadOf(scene: Scene, prospect: Prospect, clickedTopics: Ahead["clickedTopics"]): Ahead | undefined {
  const cadence = scene.cadences.get(prospect.cadenceId);
  if (!cadence) return undefined;
  const place = `${cadence.id} ${prospect.timeZone}`;
  const slots = scene.slots.get(place) ?? [...slotsAhead(cadence, prospect.timeZone, scene.at.asOf, HORIZON_DAYS)];
  scene.slots.set(place, slots);
  return { cadence, slots, library: scene.library, clickedTopics };
}

/** Each that is new takes some milliseconds, after which others get their turn. */
async function lastsOnce(scene: Scene, prospect: Prospect, ahead: Ahead): Promise<Lasts> {
  const like = likeness(prospect, ahead);
  const known = scene.known.get(like);
  if (known) return known;
  const lasts = lastsFor(prospect, ahead);
  scene.known.set(like, lasts);
  await setImmediate();
  return lasts;
}

const groupsOf = ({ sector }: Prospect, segments: readonly Segment[]): RunwayGroup[] => [
  { of: "everybody", id: "-", name: "Everybody" },
  { of: "sector", id: sector ?? "-", name: sector ?? "" },
  ...segments.map(({ id, name }): RunwayGroup => ({ of: "segment", id, name })),
];
