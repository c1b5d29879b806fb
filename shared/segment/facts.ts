import type { App } from "../app.ts";
import type { Calls } from "../call/call.ts";
import type { Engagement } from "../engagement/engagement.ts";
import { thresholdOf, usualFrom } from "../engagement/usual.ts";
import type { Usual } from "../engagement/usual.ts";
import { entity } from "../entity.ts";
import { callsKey, engagementKey, usualKey } from "../keys.ts";
import type { Key } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { needsEngagement } from "./segment.ts";
import type { Segment, SegmentFacts } from "./segment.ts";

/** What is the same for all whose facts are read. */
export type FactsWorld = {
  readonly now: number;
  /** undefined: no rule asks what prospects do, so that is not read. */
  readonly usual: Usual | undefined;
  readonly falseTasks: number;
};

/** Only what these segments look at will be read. */
export async function factsWorld(app: App, segments: readonly Pick<Segment, "rules">[]): Promise<FactsWorld> {
  const usual = needsEngagement(segments) ? usualFrom(await app.table.get(usualKey())) : undefined;
  return { now: app.now(), usual, falseTasks: app.config.company.falseTasksPerFortnight };
}

type Doings = { readonly engagement: Engagement | undefined; readonly calls: Calls | undefined };

/** The facts of prospects, by id, in one batched read at most. */
export async function factsOf(
  app: App,
  prospects: readonly Prospect[],
  world: FactsWorld,
): Promise<Map<string, SegmentFacts>> {
  const ids = world.usual ? prospects.map(({ id }) => id) : [];
  const rows = ids.length > 0 ? await app.table.getMany(ids.flatMap((id) => [engagementKey(id), callsKey(id)])) : [];
  const found = new Map(rows.map((item) => [`${item.pk} ${item.sk}`, item]));
  const itemAt = ({ pk, sk }: Key) => found.get(`${pk} ${sk}`);
  return new Map(
    prospects.map((prospect) => {
      const engagement = itemAt(engagementKey(prospect.id));
      const calls = itemAt(callsKey(prospect.id));
      const doings = {
        engagement: engagement && entity<Engagement>(engagement),
        calls: calls && entity<Calls>(calls),
      };
      return [prospect.id, segmentFacts(prospect, doings, world)];
    }),
  );
}

/** Pure. Fields that are younger than a row are read as empty. */
export function segmentFacts(prospect: Prospect, { engagement, calls }: Doings, world: FactsWorld): SegmentFacts {
  return {
    sector: prospect.sector,
    stage: prospect.stage,
    country: prospect.country,
    repId: prospect.repId,
    tags: prospect.tags ?? [],
    topics: Object.keys(engagement?.clickedTopics ?? {}),
    standing: prospect.standing.state,
    lastHumanAt: engagement?.lastHumanAt ?? null,
    rising: isRising(prospect, { engagement, calls }, world),
    openCall: (calls?.open ?? null) !== null,
    now: world.now,
  };
}

/** As the last signal left the score: what would open a call task. */
function isRising({ repId }: Prospect, { engagement, calls }: Doings, { usual, falseTasks, now }: FactsWorld): boolean {
  const last = (engagement?.emails ?? []).findLast((email) => !email.waiting);
  if (!last || !usual) return false;
  return last.score >= thresholdOf(usual, repId, falseTasks, { declinedAt: calls?.declinedAt, now });
}
