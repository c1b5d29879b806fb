import type { App } from "../app.ts";
import { getReps } from "../rep/store.ts";
import { mailable } from "../prospect/prospect.ts";
import { getProspects, listRoster } from "../prospect/store.ts";
import { factsOf, factsWorld } from "./facts.ts";
import { fits } from "./segment.ts";
import type { Rule } from "./segment.ts";
import { sampleWith } from "./tally.ts";

/** Who would be in a segment, as far as was looked. `all`: everybody was; otherwise there are at least so many. */
export type Counted = {
  readonly members: number;
  readonly mailable: number;
  readonly looked: number;
  readonly all: boolean;
  readonly sample: readonly string[];
};

/** What somebody waits for: a small company is counted whole, of a large one the first so many are looked at. */
const MOST = 2_000;
const PAGE = 500;

/** Counts for rules that are not saved, in bounded time: never looks at more than `most` prospects, page by page of the lists of reps. */
export async function countFitting(app: App, rules: readonly Rule[], most = MOST): Promise<Counted> {
  const segment = { rules: [...rules] };
  const world = await factsWorld(app, [segment]);
  const counted = { members: 0, mailable: 0, looked: 0, sample: [] as string[] };
  for (const repId of [undefined, ...(await getReps(app.table)).map(({ id }) => id)]) {
    let cursor: string | undefined;
    do {
      if (counted.looked >= most) return { ...counted, all: false };
      const page = await listRoster(app.table, repId, { cursor, limit: Math.min(PAGE, most - counted.looked) });
      const prospects = [
        ...(
          await getProspects(
            app.table,
            page.lines.map(({ id }) => id),
          )
        ).values(),
      ];
      const facts = await factsOf(app, prospects, world);
      const members = prospects.filter(({ id }) => {
        const own = facts.get(id);
        return own !== undefined && fits(segment, own);
      });
      counted.looked += prospects.length;
      counted.members += members.length;
      counted.mailable += members.filter(mailable).length;
      for (const { id } of members) counted.sample = sampleWith(counted.sample, id);
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return { ...counted, all: true };
}
