import type { App } from "../app.ts";
import { defaultCadence } from "../cadence/cadence.ts";
import type { Cadence } from "../cadence/cadence.ts";
import { getCadences } from "../cadence/store.ts";
import { AppError } from "../error.ts";
import { getSending } from "../sending/store.ts";
import { factsOf, factsWorld } from "../segment/facts.ts";
import { segmentsOf } from "../segment/segment.ts";
import type { Segment } from "../segment/segment.ts";
import { getSegments } from "../segment/store.ts";
import { DAY } from "../time.ts";
import { copyCompany, copyProspects, copySending } from "./copy.ts";
import { harvestOf } from "./harvest.ts";
import type { Outcomes, Person } from "./outcomes.ts";
import { byBytes } from "./ordered.ts";
import { letPass } from "./let-pass.ts";
import { breathing, stageOf } from "./stage.ts";
import type { Stage } from "./stage.ts";

export type RunOptions = {
  readonly weeks: number;
  /** Takes the place of the saved one of its id. */
  readonly cadence?: Cadence | undefined;
  /** As if neither a cadence nor all sending were paused. */
  readonly unpaused?: boolean | undefined;
  /** Told how far it is, 0 to 1; whoever throws here ends the run. */
  readonly onProgress?: ((share: number) => Promise<void> | void) | undefined;
};

export type Run = {
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly segments: readonly Segment[];
  readonly outcomes: Outcomes;
};

/** Reading everybody is about this part of the way. */
const READING = 0.15;

/**
 * Lets weeks pass on a copy in memory, by the verbs that send for real and with nobody reacting: what will go out to whom and when. Of the real world
 * only the table is read, page by page; nothing is written or mailed. Throws AppError("invalid") when nothing has begun yet.
 */
export async function runWeeks(app: App, options: RunOptions): Promise<Run> {
  const { weeks, onProgress = () => undefined } = options;
  const from = app.now();
  const to = from + weeks * 7 * DAY;
  await onProgress(0);
  const stage = stageOf(app, from, (await getSending(app.table)).pace.limits?.perDay);
  await copyCompany(app.table, stage.app.table, options);
  await copySending(app.table, stage.app.table, options);
  if ((await getCadences(stage.app.table)).length === 0)
    throw new AppError(
      "invalid",
      "nothing would be sent: say first who you are, on the Settings page or with midweek company <file.json>",
    );
  const segments = await getSegments(stage.app.table);
  const { people, isMixed } = await readPeople(app, stage, segments, () => onProgress(READING / 2));
  const harvest = harvestOf(people, from);
  const assigns = segments.length > 0 || isMixed;
  await letPass(stage, { to, harvest, assigns, onShare: (share) => onProgress(READING + (1 - READING) * share) });
  return { from, to, segments, outcomes: harvest.outcomes() };
}

/** `isMixed`: somebody is in another cadence than the one that nobody has to be put in. */
async function readPeople(
  app: App,
  stage: Stage,
  segments: readonly Segment[],
  onPage: () => Promise<void> | void,
): Promise<{ readonly people: Person[]; readonly isMixed: boolean }> {
  const people: Person[] = [];
  let isMixed = false;
  const breathe = breathing();
  const world = await factsWorld(stage.app, segments);
  await copyProspects(app.table, stage.app.table, app.now(), async (prospects) => {
    const facts = await factsOf(stage.app, prospects, world);
    for (const { id, timeZone, repId, sector, cadenceId } of prospects) {
      const own = facts.get(id);
      isMixed ||= cadenceId !== defaultCadence.id;
      people.push({ id, timeZone, repId, sector, segments: own ? segmentsOf(segments, own).map((one) => one.id) : [] });
    }
    await breathe();
    await onPage();
  });
  return { people: people.toSorted((one, other) => byBytes(one.id, other.id)), isMixed };
}
