import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { isRunning } from "./experiment.ts";
import type { Experiment } from "./experiment.ts";
import { knownExperiments, putExperiment } from "./store.ts";
import { getTally } from "./tally-store.ts";
import { verdictOf } from "./verdict.ts";

/** The experiment with this id and the version it was read at. AppError("not-found") when there is none. */
export async function mustExperiment(
  app: App,
  id: string,
): Promise<{ readonly experiment: Experiment; readonly version: string | null }> {
  const { version, experiments } = await knownExperiments(app.table);
  const experiment = experiments.find((one) => one.id === id);
  if (!experiment) throw new AppError("not-found", "There is no such experiment.");
  return { experiment, version };
}

/** Ends an experiment by hand: from the next email on everybody is picked for as usual. One that has ended stays as it ended. */
export async function endExperiment(app: App, id: string, by: string): Promise<void> {
  const { experiment, version } = await mustExperiment(app, id);
  if (!isRunning(experiment)) return;
  const tally = await getTally(app.table, id);
  const winner = tally && verdictOf(tally).winner;
  const ended = { at: app.now(), how: "by hand" as const, by, ...(winner && { winner }) };
  await app.table.write(...putExperiment({ ...experiment, ended }, version, app.now()));
}
