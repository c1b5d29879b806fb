import { setImmediate } from "node:timers/promises";
import type { App } from "../app.ts";
import { DAY } from "../durations.ts";
import { everyProspect } from "../prospect/every-prospect.ts";
import { placeAll, readPlaces } from "./place.ts";
import type { Places } from "./place.ts";
import { countsOf, noteAll, openTally, wordsOf } from "./tally.ts";
import { getWords, putCount, putWords } from "./store.ts";

/** So many at a time take a few milliseconds; then others get their turn. */
const AT_ONCE = 200;

/**
 * Looks at everybody once: moves those whom the segments give another cadence, and counts who is in each. Somebody whose slot of today is under way
 * stays until the next time. Safe to repeat.
 */
export async function assignCadences(app: App): Promise<{ readonly moved: number; readonly later: number }> {
  const places = await readPlaces(app);
  if (await nothingToDo(app, places)) return { moved: 0, later: 0 };
  const tally = openTally(places.segments);
  const done = { moved: 0, later: 0 };
  for await (const { ids } of everyProspect(app.table, AT_ONCE)) {
    const { placed, moved, later } = await placeAll(app, ids, places);
    noteAll(tally, placed);
    done.moved += moved;
    done.later += later;
    await setImmediate();
  }
  const asOf = places.facts.now;
  await app.table.writeMany([
    ...countsOf(tally, asOf).map(putCount),
    putWords({ ...wordsOf(tally, asOf), allDefault: allDefault(places, done) }),
  ]);
  return done;
}

/** How old the words may get that a first segment is made of. */
const WORDS_KEEP = 7 * DAY;

/** Without segments everybody is in the default cadence once they have been put there, for nothing else moves them. */
async function nothingToDo({ table, now }: App, { segments }: Places): Promise<boolean> {
  if (segments.length > 0) return false;
  const words = await getWords(table);
  return words !== undefined && words.allDefault && now() - words.asOf < WORDS_KEEP;
}

const allDefault = ({ segments }: Places, { later }: { readonly later: number }): boolean =>
  segments.length === 0 && later === 0;
