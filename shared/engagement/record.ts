import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { writeCalls } from "../notice/write.ts";
import { isMeasured } from "../prospect/tracking.ts";
import { callWrites } from "./call-writes.ts";
import { foldSignals } from "./fold.ts";
import type { After, RecordOutcome } from "./fold.ts";
import { readKnown } from "./known.ts";
import type { Known } from "./known.ts";
import { leaveGateway } from "./leave-gateway.ts";
import { prospectWrites } from "./prospect-writes.ts";
import type { Signal } from "./signal.ts";
import { putEngagement, putSignal } from "./store.ts";
import { neighboursAgain, flaggedColleagues, watchGateway } from "./watch-gateway.ts";

const TRIES = 5;
/** With the prospect's own rows, and as many that are judged again, under the hundred writes of a transaction. */
const AT_ONCE = 40;
const MOST_REJUDGED = 40;

/**
 * Takes in what prospects did; per prospect one transaction: each signal once, what we believe of the prospect, and what becomes of the call task: one is
 * opened at a rise, and one that stood on a machine is taken back. Colleagues at the same domain are looked at again where a gateway shows. The
 * same signal again changes nothing, so a batch may be delivered any number of times.
 * @returns one outcome per signal, in order
 * @throws Conflict when somebody else was faster five times over: deliver again
 */
export async function recordEngagement(app: App, batch: readonly Signal[]): Promise<RecordOutcome[]> {
  const outcomes = new Map<Signal, RecordOutcome>();
  const again = new Set<string>();
  const groups = Map.groupBy(batch, (signal) => signal.prospectId);
  await Promise.all(
    [...groups].map(async ([prospectId, signals]) => {
      for (let start = 0; start < signals.length; start += AT_ONCE) {
        const part = signals.slice(start, start + AT_ONCE);
        const found = await recordOf(app, prospectId, part);
        part.forEach((signal, place) => outcomes.set(signal, found.outcomes[place]!));
        for (const colleague of found.again) again.add(colleague);
      }
    }),
  );
  for (const colleague of again) await lookAgainAt(app, colleague);
  return batch.map((signal) => outcomes.get(signal)!);
}

type Recorded = { readonly outcomes: readonly RecordOutcome[]; readonly again: readonly string[] };

/** All of one prospect, again from the start when somebody else wrote in between. */
async function recordOf(app: App, prospectId: string, signals: readonly Signal[]): Promise<Recorded> {
  let before: Known | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const known = await readKnown(app.table, app.config.company, prospectId);
    const now = app.now();
    const alone = known && foldSignals(known, signals, new Map(), now);
    // Erased, or not to be measured, since the click was put into the profile of the domain.
    if (before && !(known && isMeasured(known.prospect, known.company)))
      await leaveGateway(app.table, prospectId, before.prospect.email);
    if (!known || !alone) return { outcomes: signals.map(() => "unknown-prospect"), again: [] };
    before = known;
    // A delivery again, perhaps because the first was cut short before the colleagues were looked at.
    if (alone.judged.length === 0)
      return { outcomes: alone.outcomes, again: await flaggedColleagues(app, known, signals) };
    const { neighbours, again } = await watchGateway(app, known, alone.judged, alone.rejudged);
    const after = neighbours.size > 0 ? foldSignals(known, signals, neighbours, now) : alone;
    if (await written(app, known, after, attempt)) return { outcomes: after.outcomes, again };
  }
}

/** Nothing new of this prospect, but of colleagues: what was taken for a person may be a gateway. */
async function lookAgainAt(app: App, prospectId: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const known = await readKnown(app.table, app.config.company, prospectId);
    if (!known) return;
    const after = foldSignals(known, [], await neighboursAgain(app, known), app.now());
    if (after.rejudged.length === 0 || (await written(app, known, after, attempt))) return;
  }
}

/** False when somebody else was faster, and there are tries left. */
async function written(app: App, known: Known, after: After, attempt: number): Promise<boolean> {
  try {
    await writeCalls(
      app,
      ...after.judged.map((signal) => putSignal(signal, "absent")),
      // What shows of older signals is worked out anew each time; the ledger need only say it of as many as fit.
      ...after.rejudged.slice(-MOST_REJUDGED).map((signal) => putSignal(signal, "present")),
      putEngagement(after.engagement, known.engagement),
      ...prospectWrites(app, known, after),
      ...(await callWrites(app, known, after)),
    );
    return true;
  } catch (error) {
    if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    return false;
  }
}
