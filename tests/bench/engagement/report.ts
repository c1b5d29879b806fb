import { mean } from "../../../shared/engagement/rise-test.ts";
import { inWords } from "./assumptions.ts";
import type { Kept, Outcome, Reached, Spread } from "./outcome.ts";

const figure = (value: number, digits = 3): string => value.toFixed(digits);

const spread = ({ mean: middle, deviation, least, most }: Spread, digits = 3): string =>
  `${figure(middle, digits)} ± ${figure(deviation, digits)} (${figure(least, digits)}-${figure(most, digits)})`;

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join("   ")
      .trimEnd(),
  );
}

const reachedRow = ({ method, precision, recall, threshold }: Reached): string[] => [
  method,
  spread(precision),
  spread(recall),
  figure(threshold.mean, 0),
];

const keptRow = ({ world, a, bound, falseTasks, share, found }: Kept): string[] => [
  world,
  String(a),
  figure(bound, 2),
  spread(falseTasks, 2),
  `${figure(share.mean * 100, 1)} %`,
  `${figure(share.most * 100, 1)} %`,
  found ? `${figure(found.mean * 100, 1)} %` : "-",
];

/** The whole of it in plain text: what was assumed, what each method reached, whether the promise was kept. */
export function reportOf({ seeds, world, prior, reached, kept }: Outcome): string {
  return [
    "Assumed",
    ...inWords(world).map((line) => `  ${line}`),
    `  The segment's usual, from other people's half-year: ${figure(mean(prior.click))} clicks, ${figure(mean(prior.open))} opens of emails not clicked`,
    "",
    `As many tasks as true rises, ${seeds} seeds: mean ± standard deviation (least-most)`,
    "A task is right if it is the first within a true rise or the two weeks after it; after a task two weeks without another.",
    "Of as many tasks as rises the same share is right as of the rises is found, so precision and recall are one figure where the budget is used up.",
    ...table([["", "precision", "recall", "threshold"], ...reached.map(reachedRow)]),
    "",
    "False tasks of the rise test per 1,000 prospect-weeks; promised: at most one in A emails",
    ...table([["", "A", "bound", "measured", "of the bound", "at most", "rises found"], ...kept.map(keptRow)]),
  ].join("\n");
}
