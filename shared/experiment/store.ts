import { experimentKey, experimentTallyKey, experimentsPk, experimentsVersionKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Experiment } from "./experiment.ts";

type Known = { readonly version: string | null; readonly experiments: readonly Experiment[] };

const read = new WeakMap<Table, Known>();

async function versionOf(table: Table): Promise<string | null> {
  const version = (await table.get(experimentsVersionKey()))?.data["version"];
  return typeof version === "string" ? version : null;
}

/** All experiments, oldest first, and the version of them. Read again only when that has moved, so a batch of touches costs one small read. */
export async function knownExperiments(table: Table): Promise<Known> {
  const version = await versionOf(table);
  const known = read.get(table);
  if (known && known.version === version) return known;
  const experiments =
    version === null ? [] : (await readAll(table, { pk: experimentsPk })).map((item) => Experiment.parse(item.data));
  const now = { version, experiments: experiments.toSorted((a, b) => a.createdAt - b.createdAt) };
  read.set(table, now);
  return now;
}

/** All experiments, oldest first; treat them as frozen. */
export const getExperiments = async (table: Table): Promise<readonly Experiment[]> =>
  (await knownExperiments(table)).experiments;

const changed = (version: string | null, now: number): Write => ({
  kind: "put",
  item: { ...experimentsVersionKey(), data: { version: `${now}-${Math.random().toString(36).slice(2)}` } },
  guard: version === null ? "absent" : { match: { version } },
});

/** Writes an experiment, and fails when any experiment changed since `version`, so that what was checked against the others still holds. */
export const putExperiment = (experiment: Experiment, version: string | null, now: number): Write[] => [
  { kind: "put", item: { ...experimentKey(experiment.id), data: Experiment.parse(experiment) } },
  changed(version, now),
];

/** Takes an experiment out with what became of its emails; fails like `putExperiment`. */
export const dropExperiment = (id: string, version: string | null, now: number): Write[] => [
  { kind: "remove", key: experimentKey(id) },
  { kind: "remove", key: experimentTallyKey(id) },
  changed(version, now),
];
