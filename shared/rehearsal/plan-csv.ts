import { csvRows } from "../csv-out.ts";
import type { Outcomes } from "./outcomes.ts";
import { timeOf } from "./outcomes.ts";

const HEADER = [
  "date",
  "time there",
  "time zone",
  "prospect id",
  "rep id",
  "outcome",
  "reason",
  "detail",
  "article id",
  "article",
  "kind",
];

/** Every email and skip of a run that is not kept, day by day. */
export function* planCsv({ people, whats, articles, days }: Outcomes): Generator<string> {
  yield csvRows([HEADER]);
  for (const day of days)
    yield csvRows(
      day.person.map((n, row) => {
        const { id, timeZone, repId } = people[n]!;
        const { reason, detail } = whats[day.what[row]!]!;
        const article = articles[day.article[row]! - 1];
        const outcome = reason === undefined ? "email" : "skipped";
        const when: (string | undefined)[] = [day.date, timeOf(day.minute[row]!), timeZone, id, repId];
        return when.concat([outcome, reason, detail, article?.id, article?.title, article?.kind]);
      }),
    );
}
