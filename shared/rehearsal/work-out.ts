import type { App } from "../app.ts";
import { AppError, Conflict, messageOf } from "../error.ts";
import { MINUTE, toLocal } from "../time.ts";
import { partsOf } from "./pack-outcomes.ts";
import type { PartsIndex, Rehearsal, Totals } from "./rehearsal.ts";
import { isUnderWay } from "./rehearsal.ts";
import type { Run } from "./run.ts";
import { runWeeks } from "./run.ts";
import { changeRehearsal, getRehearsal, putPart } from "./store.ts";
import { breathing } from "./stage.ts";
import { totalsIn } from "./sums.ts";

/** Nobody looks oftener than that. */
const TELL_EVERY_MS = 1000;
/** A function is ended after a quarter of an hour, and then nobody would say why. */
const MOST_MS = 13 * MINUTE;

const TOO_LONG = "It took longer than 13 minutes. Take fewer weeks.";

type Ran = "done" | "failed" | "stopped" | "over" | "unknown-rehearsal";

/**
 * Works out a dry run that was ordered, with its progress noted in its row, from which it also learns that somebody stopped it. What is wrong with the
 * company's own settings is told there as a sentence; anything else too, and then thrown.
 */
export async function workOutRehearsal(app: App, id: string): Promise<Ran> {
  const found = await getRehearsal(app.table, id);
  if (!found) return "unknown-rehearsal";
  if (!isUnderWay(found)) return "over";
  const running = { ...found, state: "running" } as const;
  try {
    await app.table.write(changeRehearsal(found, { state: "running", progress: 0, progressAt: app.now() }));
    return await run(app, running);
  } catch (error) {
    if (error instanceof Conflict) return "stopped";
    const says = error instanceof AppError ? error.message : `It broke off: ${messageOf(error)}`;
    await app.table
      .write(changeRehearsal(running, { state: "failed", says, progressAt: app.now() }))
      .catch(() => undefined);
    if (error instanceof AppError) return "failed";
    throw error;
  }
}

async function run(app: App, running: Rehearsal): Promise<"done"> {
  const began = performance.now();
  const tell = teller(app, running, began);
  const { weeks, cadence, unpaused } = running;
  const ran = await runWeeks(app, { weeks, cadence, unpaused, onProgress: tell });
  const totals = await totalsUnhurried(app, ran);
  const index = await keepParts(app, running, ran);
  const { from, to } = ran;
  const took = Math.round(performance.now() - began);
  const state = { state: "done", progress: 1, progressAt: app.now() } as const;
  await app.table.write(changeRehearsal(running, { ...state, from, to, took, totals, index }));
  return "done";
}

/** Notes the progress now and then. Throws `Conflict` when somebody stopped it. */
function teller(app: App, running: Rehearsal, began: number): (share: number) => Promise<void> | undefined {
  let told = began;
  return (share) => {
    const at = performance.now();
    if (at - began > MOST_MS) throw new AppError("invalid", TOO_LONG);
    if (at - told < TELL_EVERY_MS) return undefined;
    told = at;
    return app.table.write(changeRehearsal(running, { progress: Math.min(1, share), progressAt: app.now() }));
  };
}

/** The sums, with turns for others in between. */
async function totalsUnhurried(app: App, { outcomes, segments, from }: Run): Promise<Totals> {
  const breathe = breathing();
  const steps = totalsIn(outcomes, segments, toLocal(app.config.company.timeZone, from).date);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await breathe();
  }
}

async function keepParts(app: App, running: Rehearsal, { outcomes }: Run): Promise<PartsIndex> {
  const parts = partsOf(outcomes);
  for (let n = 0; ; n += 1) {
    const next = await parts.next();
    if (next.done) return next.value;
    await app.table.writeMany([putPart(running, n, next.value)]);
  }
}
