import type { App } from "../app.ts";
import { getCadence } from "../cadence/store.ts";
import { getExperiments } from "../experiment/store.ts";
import type { MailResult } from "../ports.ts";
import { getReps } from "../rep/store.ts";
import { isPaused } from "../sending/sending.ts";
import { getSending } from "../sending/store.ts";
import { writeBundles } from "../write-bundles.ts";
import { slotRules, windowAhead } from "./decide.ts";
import { handOver, noted } from "./hand-over.ts";
import type { Reserved } from "./hand-over.ts";
import { making } from "./making.ts";
import type { Making } from "./making.ts";
import { stillOn } from "./one-off.ts";
import { planBatch } from "./plan.ts";
import type { Plan, Slot } from "./plan.ts";
import { sendableLibrary } from "./sendable.ts";
import type { TouchBatch } from "./touch.ts";

/** What became of each prospect of a batch. "moved": no longer of this zone or cadence, whose own schedule will see to it. */
export type SendOutcome =
  | "sent"
  | "refused"
  | "unknown"
  | "throttled"
  | "skipped"
  | "already-touched"
  | "moved"
  | "unknown-prospect";

/** How often prospects who changed while they were being reserved are looked at again. */
const ROUNDS = 3;

/** A round may wait for the mailer; whoever runs this has a minute. Who is left over by then comes again with the queue. */
const STARTS_WITHIN_MS = 10_000;

/** Seconds until the next try. A mailer that takes nothing is asked less and less often, but often enough for one afternoon; 900 is the queue's most. */
const AGAIN = 60;
const delayAfter = (tries: number): number => Math.min(900, AGAIN * 2 ** tries);

/**
 * Sends one batch: leaves out who must not or need not get an email, picks an article each, reserves, renders each distinct article once, hands
 * over in bulk, marks. A message that comes twice sends once. Throttled ones go back on the queue, with what the mailer said, for a minute later and
 * then ever longer; when the window closes over them, that is what the touch's `detail` tells.
 */
export async function sendTouches(
  app: App,
  batch: TouchBatch,
  made: Making = making,
): Promise<Map<string, SendOutcome>> {
  const cadence = await getCadence(app.table, batch.cadenceId);
  if (!cadence) return new Map(batch.prospectIds.map((id) => [id, "moved"]));
  const { pause } = await getSending(app.table);
  // Paused over the end of the window, they are closed like any that came too late.
  if (isPaused(pause, app.now()) && stillOn(cadence, batch, app.now())) return holdBack(app, batch, pause.says);
  if (!batch.oneOff && windowAhead(cadence, batch, app.now()))
    return holdBack(app, batch, `the send window begins at ${cadence.window.from}`);
  const [library, experiments] = await Promise.all([sendableLibrary(app), getExperiments(app.table)]);
  const rules = slotRules(batch, cadence, library, experiments);
  const reps = new Map((await getReps(app.table)).map((rep) => [rep.id, rep]));
  const slot: Slot = { batch, rules, reps, mails: new Map(), making: made };
  const sending: Sending = { outcomes: new Map(), throttled: new Map() };
  let waiting: readonly string[] = batch.prospectIds;
  const until = app.now() + STARTS_WITHIN_MS;
  for (let round = 0; round < ROUNDS && waiting.length > 0 && app.now() < until; round++)
    waiting = await sendRound(app, slot, waiting, sending);
  await orderAgain(app, batch, waiting, sending.throttled);
  return sending.outcomes;
}

/** Nothing is sent to anybody for now: not even a reservation is made. */
async function holdBack(app: App, batch: TouchBatch, why: string): Promise<Map<string, SendOutcome>> {
  await orderAgain(app, batch, [], new Map(batch.prospectIds.map((id) => [id, why])));
  return new Map(batch.prospectIds.map((id) => [id, "throttled"]));
}

type Sending = {
  readonly outcomes: Map<string, SendOutcome>;
  /** Whom the mailer took nothing for, and what it said. */
  readonly throttled: Map<string, string>;
};

/**
 * Plans, reserves and hands over, with nothing in between the last two that could fail.
 * @returns who changed in the meantime and is to be looked at again
 */
async function sendRound(
  app: App,
  slot: Slot,
  ids: readonly string[],
  { outcomes, throttled }: Sending,
): Promise<string[]> {
  const { bundles, without } = await planBatch(app, slot, ids);
  const mailed = bundles.map(({ of }) => of).filter(isMailed);
  const prospectIds = mailed.map(({ touch }) => touch.prospectId);
  const changing = await noted(app, { date: slot.batch.date, prospectIds }, async () => {
    const { written, lost } = await writeBundles(app.table, bundles);
    for (const one of written) if (!isMailed(one)) outcomes.set(one.touch.prospectId, "skipped");
    const answers = await handOver(app, written.filter(isMailed));
    for (const [id, result] of answers) {
      outcomes.set(id, result.outcome === "accepted" ? "sent" : result.outcome);
      if (result.outcome === "throttled") throttled.set(id, result.reason);
    }
    // Whichever guard it was: the next look tells whether there is a touch now, or two writes only met.
    const changed = Array.from(lost, ({ touch }) => touch.prospectId);
    return { answer: changed, gone: [...answers.values()].filter(isGone).length };
  });
  for (const [id, why] of without) outcomes.set(id, why);
  return changing;
}

const isGone = ({ outcome }: MailResult): boolean => outcome === "accepted" || outcome === "unknown";
const isMailed = (plan: Plan): plan is Reserved => "mail" in plan;

const again = (batch: TouchBatch, ids: readonly string[], since: Partial<TouchBatch> = {}): TouchBatch => ({
  ...batch,
  prospectIds: [...ids],
  ...since,
});

async function orderAgain(
  app: App,
  batch: TouchBatch,
  changing: readonly string[],
  throttled: ReadonlyMap<string, string>,
): Promise<void> {
  if (changing.length > 0) await app.touches.send([again(batch, changing)], { delaySeconds: AGAIN });
  if (throttled.size === 0) return;
  const tries = batch.tries ?? 0;
  const byReason = Map.groupBy(throttled.keys(), (id) => throttled.get(id)!);
  const batches = [...byReason].map(([lastReason, ids]) => again(batch, ids, { lastReason, tries: tries + 1 }));
  await app.touches.send(batches, { delaySeconds: delayAfter(tries) });
}
