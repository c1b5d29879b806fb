import type { App } from "../app.ts";
import { toLocal } from "../time.ts";
import { isRunning } from "./experiment.ts";
import { endOf } from "./result.ts";
import { knownExperiments, putExperiment } from "./store.ts";
import { putTally } from "./tally-store.ts";
import type { Tally } from "./tally.ts";

/**
 * Keeps what became of each experiment's emails, and ends the experiments that are decided or whose last day is over. Throws Conflict when somebody changed an
 * experiment at the same moment; nothing is lost by doing it again.
 * @param tallies by experiment id
 */
export async function putTallies(app: App, tallies: ReadonlyMap<string, Tally>): Promise<void> {
  await app.table.writeMany(Array.from(tallies, ([id, tally]) => putTally(id, tally)));
  const today = toLocal(app.config.company.timeZone, app.now()).date;
  for (const [id, tally] of tallies) {
    const { version, experiments } = await knownExperiments(app.table);
    const experiment = experiments.find((one) => one.id === id);
    const end = experiment && isRunning(experiment) ? endOf(experiment, tally, today) : undefined;
    if (!experiment || !end) continue;
    const ended = { ...end, at: app.now() };
    await app.table.write(...putExperiment({ ...experiment, ended }, version, app.now()));
  }
}
