import type { App } from "../../shared/app.ts";
import { csvRows } from "../../shared/csv-out.ts";
import type { Words } from "../../shared/rehearsal/packed.ts";
import { eachQuarters } from "../../shared/rehearsal/read.ts";
import type { Quarter } from "../../shared/rehearsal/read.ts";
import type { Rehearsed } from "../../shared/rehearsal/rehearsal.ts";
import { displayName } from "../../shared/prospect/prospect.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { getProspects } from "../../shared/prospect/store.ts";
import { reasonWords } from "./rehearsal-words.ts";
import { toldOf } from "./rehearsal-view.ts";

const HEADER = [
  "date",
  "time there",
  "time zone",
  "prospect id",
  "name",
  "company",
  "sector",
  "segments",
  "rep",
  "outcome",
  "reason",
  "detail",
  "article id",
  "article",
  "kind",
];

/** Ids to the names that people know. */
export type Labels = { readonly segments: ReadonlyMap<string, string>; readonly reps: ReadonlyMap<string, string> };

/** Every email and skip, prospect by prospect, some hundreds of them in memory at a time. */
export async function* rehearsalCsv(
  app: App,
  rehearsed: Rehearsed,
  words: Words,
  labels: Labels,
): AsyncGenerator<string> {
  yield csvRows([HEADER]);
  for await (const quarters of eachQuarters(app.table, rehearsed)) {
    const people = await getProspects(
      app.table,
      quarters.map(({ id }) => id),
    );
    yield csvRows(quarters.flatMap((quarter) => linesOf(quarter, people.get(quarter.id), words, labels)));
  }
}

function linesOf(quarter: Quarter, prospect: Prospect | undefined, words: Words, labels: Labels) {
  const repId = words.reps[quarter.rep] ?? "";
  const segments = quarter.segments.map((n) => words.segments[n] ?? "").map((id) => labels.segments.get(id) ?? id);
  const who = [
    quarter.id,
    prospect && displayName(prospect),
    prospect?.company,
    words.sectors[quarter.sector],
    segments.join(", "),
    labels.reps.get(repId) ?? repId,
  ];
  return quarter.rows.map((row) => {
    const told = toldOf(words, { ...row, zone: quarter.zone });
    return [
      row.date,
      told.time,
      told.zone,
      ...who,
      told.reason === undefined ? "email" : "skipped",
      told.reason && reasonWords(told.reason),
      told.detail,
      told.articleId,
      told.title,
      told.kind,
    ];
  });
}
