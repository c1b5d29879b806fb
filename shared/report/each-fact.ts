import { setImmediate } from "node:timers/promises";
import type { App } from "../app.ts";
import { Call } from "../call/call.ts";
import type { Calls } from "../call/call.ts";
import { callsFrom } from "../call/store.ts";
import type { Engagement } from "../engagement/engagement.ts";
import { JudgedSignal } from "../engagement/signal.ts";
import { engagementFrom } from "../engagement/store.ts";
import { entity } from "../entity.ts";
import type { Heard } from "../feedback/store.ts";
import {
  callPrefix,
  callsKey,
  engagementKey,
  feedbackPrefix,
  notePrefix,
  prospectKey,
  prospectPk,
  signalPrefix,
  touchPrefix,
} from "../keys.ts";
import type { Item, Key, Table } from "../ports.ts";
import { everyProspect } from "../prospect/every-prospect.ts";
import type { Note } from "../prospect/note.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { readAll } from "../read-all.ts";
import { factsWorld, segmentFacts } from "../segment/facts.ts";
import { segmentsOf } from "../segment/segment.ts";
import { getSegments } from "../segment/store.ts";
import type { Touch } from "../touch/touch.ts";
import type { TouchFact } from "./fact.ts";
import { factsOf } from "./facts-of.ts";
import type { Past } from "./facts-of.ts";

/** Read side by side where the store can, and a few milliseconds of work where it cannot. */
const AT_ONCE = 8;

/**
 * Walks everybody once and yields what became of their emails: each slice is all of one prospect's, oldest first, and none is empty. One read of the partition
 * per prospect. Whoever else lives in the same process gets a turn after every few prospects. Those being erased are not in it.
 */
export async function* eachTouchFact(app: App): AsyncGenerator<readonly TouchFact[]> {
  const segments = await getSegments(app.table);
  const world = await factsWorld(app, segments);
  for await (const { ids } of everyProspect(app.table))
    for (let start = 0; start < ids.length; start += AT_ONCE) {
      const found = await Promise.all(ids.slice(start, start + AT_ONCE).map((id) => readRows(app.table, id)));
      for (const rows of found) {
        const own = rows ? segmentsOf(segments, segmentFacts(rows.past.prospect, rows, world)).map(({ id }) => id) : [];
        const facts = rows ? factsOf(rows.past, own, { ...app.config.company, now: world.now }) : [];
        if (facts.length > 0) yield facts;
      }
      await setImmediate();
    }
}

type Rows = {
  readonly past: Past;
  readonly engagement: Engagement | undefined;
  readonly calls: Calls | undefined;
};

const isErased = ({ standing }: Prospect): boolean => standing.state === "ended" && standing.reason === "erased";

/** Undefined for who is not there any more, or is being erased. */
async function readRows(table: Table, id: string): Promise<Rows | undefined> {
  const items = await readAll(table, { pk: prospectPk(id) });
  const at = ({ sk }: Key): Item | undefined => items.find((item) => item.sk === sk);
  const of = (prefix: string): Item[] => items.filter(({ sk }) => sk.startsWith(prefix));
  const profile = at(prospectKey(id));
  const prospect = profile && entity<Prospect>(profile);
  if (!prospect || isErased(prospect)) return undefined;
  const [engagement, calls] = [at(engagementKey(id)), at(callsKey(id))];
  return {
    past: {
      prospect,
      touches: of(touchPrefix).map(entity<Touch>),
      signals: of(signalPrefix).map(({ data }) => JudgedSignal.parse(data)),
      calls: of(callPrefix).map(({ data }) => Call.parse(data)),
      notes: of(notePrefix).map(entity<Note>),
      heard: of(feedbackPrefix).map(entity<Heard>),
    },
    engagement: engagement && engagementFrom(engagement),
    calls: calls && callsFrom(calls),
  };
}
