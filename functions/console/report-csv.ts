/** Reports as files for spreadsheets. Pure. */
import { csvRows } from "../../shared/csv-out.ts";
import type { Cell } from "../../shared/csv-out.ts";
import { Counts, shareIn, arrivalsKnown } from "../../shared/report/counts.ts";
import type { Outcome } from "../../shared/report/counts.ts";
import type { Line } from "./report-view.ts";

const COUNTS = Counts.keyof().options;
const SHARES = [
  "delivered",
  "bounced",
  "bouncedForGood",
  "complained",
  "opened",
  "clicked",
  "unsubscribed",
  "callTasks",
  "conversations",
  "meetings",
] as const satisfies readonly Outcome[];

/** "bouncedForGood" -> "bounced for good". */
const words = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

/** Five digits are more than any of them is known to. */
const figure = (share: number): number => Number(share.toFixed(5));

function cellsOf(counts: Counts): Cell[] {
  const shares = SHARES.map((outcome) => shareIn(counts, outcome));
  return [
    ...COUNTS.map((name) => counts[name]),
    counts.sent - arrivalsKnown(counts),
    ...shares.flatMap(({ enough, point, low, high }): Cell[] =>
      enough ? [figure(point), figure(low), figure(high)] : [null, null, null],
    ),
  ];
}

/**
 * One line each, and a header: all counts, of how many it is not known yet whether they arrived, then each share with its interval of 95 %, left empty where
 * there is not enough data. The share delivered is of those of which it is known.
 */
export const reportCsv = (one: string, lines: readonly Line[], about: { range: string; asOf: number }): string =>
  csvRows([
    [
      one.toLowerCase(),
      "id",
      "range",
      "as of",
      ...COUNTS.map(words),
      "delivery not known yet",
      ...SHARES.flatMap((outcome) => ["", " from", " to"].map((end) => `share ${words(outcome)}${end}`)),
    ],
    ...lines.map(({ name, title, counts }) => [
      title,
      name,
      about.range,
      new Date(about.asOf).toISOString(),
      ...cellsOf(counts),
    ]),
  ]);
