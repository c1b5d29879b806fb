import type { App } from "../app.ts";
import { getCadences } from "../cadence/store.ts";
import { putTallies } from "../experiment/put-tallies.ts";
import { getExperiments } from "../experiment/store.ts";
import { tallier } from "../experiment/tally.ts";
import { getSegments } from "../segment/store.ts";
import { toLocal } from "../time.ts";
import { eachTouchFact } from "./each-fact.ts";
import { gatherer } from "./gather.ts";
import { DIMENSIONS } from "./report.ts";
import { putReportHead, replaceReport } from "./store.ts";

const namesOf = (all: readonly { readonly id: string; readonly name: string }[]): Map<string, string> =>
  new Map(all.map(({ id, name }) => [id, name]));

/**
 * Works out what became of all emails, with one walk over everybody, and the tallies of all experiments with it. Everything follows from the ledger as it is
 * now, so doing it again changes nothing. What is held meanwhile grows with the number of articles, domains and slots, and not with that of prospects.
 */
export async function buildReport(app: App): Promise<void> {
  const asOf = app.now();
  const [cadences, segments, experiments] = await Promise.all([
    getCadences(app.table),
    getSegments(app.table),
    getExperiments(app.table),
  ]);
  const day = toLocal(app.config.company.timeZone, asOf).date;
  const report = gatherer({ cadences: namesOf(cadences), segments: namesOf(segments) }, day);
  const tally = tallier(experiments, asOf);
  for await (const facts of eachTouchFact(app)) {
    report.take(facts);
    for (const fact of facts) tally.take(fact);
  }
  for (const of of DIMENSIONS) await replaceReport(app.table, of, report.rows(of, asOf));
  await app.table.write(putReportHead({ asOf, day }));
  await putTallies(app, tally.tallies());
}
