import type { App } from "../app.ts";
import { firstAttemptAt } from "../call/attempts.ts";
import { buildBrief } from "../call/brief.ts";
import type { Calls } from "../call/call.ts";
import { hotDueAt } from "../call/good-hours.ts";
import { heatCall, openCall } from "../call/open.ts";
import { getCall } from "../call/store.ts";
import { getCadence } from "../cadence/store.ts";
import { getLibrary } from "../content/store.ts";
import { Conflict } from "../error.ts";
import { prospectKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { changeProspect, standProspect } from "../prospect/store.ts";
import { getRep } from "../rep/store.ts";
import { foldSignals } from "./fold.ts";
import type { After, RecordOutcome } from "./fold.ts";
import { readKnown } from "./known.ts";
import type { Known } from "./known.ts";
import type { Signal } from "./signal.ts";
import { putEngagement, putSignal } from "./store.ts";

const TRIES = 5;
/** With the prospect's own rows well under the hundred writes of a transaction. */
const AT_ONCE = 80;

/**
 * Takes in what prospects did; per prospect one transaction: each signal once, what we believe of the prospect, and at a rise one call task.
 * The same signal again changes nothing, so a batch may be delivered any number of times.
 * @returns one outcome per signal, in order
 * @throws Conflict when somebody else was faster five times over: deliver again
 */
export async function recordEngagement(app: App, batch: readonly Signal[]): Promise<RecordOutcome[]> {
  const outcomes = new Map<Signal, RecordOutcome>();
  const groups = Map.groupBy(batch, (signal) => signal.prospectId);
  await Promise.all(
    [...groups.values()].map(async (signals) => {
      for (let start = 0; start < signals.length; start += AT_ONCE) {
        const part = signals.slice(start, start + AT_ONCE);
        const found = await recordOf(app, part);
        part.forEach((signal, place) => outcomes.set(signal, found[place]!));
      }
    }),
  );
  return batch.map((signal) => outcomes.get(signal)!);
}

/** All of one prospect, again from the start when somebody else wrote in between. */
async function recordOf(app: App, signals: readonly Signal[]): Promise<RecordOutcome[]> {
  const { prospectId } = signals[0]!;
  for (let attempt = 1; ; attempt += 1) {
    const known = await readKnown(app.table, app.config.company, prospectId, signals);
    if (!known) return signals.map(() => "unknown-prospect");
    const now = app.now();
    const after = foldSignals(known, signals, now);
    if (after.judged.length === 0) return after.outcomes;
    try {
      await app.table.write(
        ...after.judged.map(putSignal),
        ...(after.engagement === known.engagement ? [] : [putEngagement(after.engagement, known.engagement)]),
        ...(await prospectWrites(app, known, after)),
        ...(after.rise ? await callWrites(app, known, after) : []),
      );
      return after.outcomes;
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}

/**
 * A person answered: silence is over, and a reply takes the prospect out of the cadence if that is one of its exits. In any case the
 * prospect must still be as it was read, so that nothing is written about somebody who is being erased or has just opted out.
 */
async function prospectWrites(app: App, { prospect, calls }: Known, after: After): Promise<Write[]> {
  const unchanged = { match: { updatedAt: prospect.updatedAt } };
  const guarded = (write: Write, set: { readonly [field: string]: string | number }): Write =>
    write.kind === "update" && write.key.sk === prospectKey(prospect.id).sk
      ? { ...write, set: { ...write.set, ...set }, guard: unchanged }
      : write;
  const rhythm = (await saidNotNow(app, prospect, calls)) ? prospect.rhythm : "normal";
  const awake = { unanswered: 0, rhythm };
  const leaves =
    after.replied &&
    prospect.standing.state !== "ended" &&
    (await getCadence(app.table, prospect.cadenceId))?.exits.includes("replied");
  if (leaves)
    return standProspect(prospect, { state: "ended", reason: "replied" }, app.now()).map((write) =>
      guarded(write, awake),
    );
  const human = after.judged.some((signal) => signal.human);
  if (human && (prospect.unanswered !== 0 || prospect.rhythm !== rhythm))
    return [guarded(changeProspect(prospect.id, awake, app.now()), {})];
  return [{ kind: "check", key: prospectKey(prospect.id), guard: unchanged }];
}

/** Who said "not now, but in March" reads on in the long rhythm until then. */
async function saidNotNow(app: App, prospect: Prospect, calls: Calls): Promise<boolean> {
  if (prospect.rhythm === "normal" || calls.open === null) return false;
  const call = await getCall(app.table, prospect.id, calls.open);
  return call?.attempts.at(-1)?.disposition === "not now";
}

/**
 * Opens one call task. Who asks while one is open gets no second: the same one takes the new evidence, in the hot lane. A rise opens nothing while
 * one is open or the last one has just closed.
 */
async function callWrites(app: App, { prospect, calls }: Known, { rise, engagement }: After): Promise<Write[]> {
  const now = app.now();
  const hot = rise?.lane === "hot";
  if (!rise || (!hot && (calls.open !== null || now < (calls.coolDownUntil ?? 0)))) return [];
  const dueAt = hot ? hotDueAt(now, prospect.timeZone) : firstAttemptAt(now, prospect.timeZone, calls.last === 0);
  if (calls.open !== null) {
    const call = await getCall(app.table, prospect.id, calls.open);
    return call ? [heatCall(call, prospect, { ...rise, dueAt })] : [];
  }
  const [library, rep] = await Promise.all([
    getLibrary(app.table),
    prospect.repId === undefined ? undefined : getRep(app.table, prospect.repId),
  ]);
  const brief = buildBrief({
    prospect,
    rep,
    company: app.config.company,
    library,
    lane: rise.lane,
    clickedTopics: engagement.clickedTopics,
    lastConversation: calls.lastConversation,
  });
  return openCall(prospect, calls, { ...rise, dueAt, brief }, now);
}
