/** Where everything stands in the plot of a score, in units of its view box. Pure. */
import { answerTo } from "./score-words.ts";
import type { Answer, EmailLine, Score } from "./score-words.ts";

export const PLOT = {
  width: 360,
  height: 172,
  left: 34,
  right: 8,
  top: 18,
  base: 122,
  marks: 139,
  dates: 162,
} as const;

const WIDEST_COLUMN = 44;
const DATE_WIDTH = 62;

export type Column = {
  readonly email: EmailLine;
  readonly answer: Answer;
  readonly x: number;
  /** Where the score stands after it. */
  readonly y: number;
  readonly dated: boolean;
};

export type Layout = {
  readonly columns: readonly Column[];
  /** Paths of the score, one for each time it ran on without beginning anew. */
  readonly lines: readonly string[];
  /** Where the score began anew. */
  readonly anew: readonly number[];
  readonly threshold: number;
  /** Powers of ten beside the axis. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
};

const round = (units: number): number => Math.round(units * 10) / 10;

/** Like a logarithm, but with a place for nothing: a score of 0 is at the bottom. */
const scaleTo = (most: number) => {
  const height = PLOT.base - PLOT.top;
  return (score: number): number => round(PLOT.base - (height * Math.log1p(score)) / Math.log1p(most));
};

export function layoutOf({ emails, threshold }: Score): Layout {
  const most = Math.max(threshold, ...emails.map(({ score }) => score)) * 1.25;
  const place = scaleTo(most);
  const step = Math.min(WIDEST_COLUMN, (PLOT.width - PLOT.left - PLOT.right) / Math.max(1, emails.length));
  const each = Math.ceil(DATE_WIDTH / step);
  const columns = emails.map((email, i): Column => ({
    email,
    answer: answerTo(email),
    x: round(PLOT.left + (i + 0.5) * step),
    y: place(email.score),
    dated: (emails.length - 1 - i) % each === 0,
  }));
  const powers = Array.from({ length: 7 }, (_, power) => 10 ** power);
  return {
    columns,
    lines: linesOf(columns, step),
    anew: columns.filter(({ email }) => email.anew).map(({ x }) => round(x - step / 2)),
    threshold: place(threshold),
    // A figure right beside the threshold would be read as its own.
    ticks: powers
      .filter((value) => value <= most && Math.abs(place(value) - place(threshold)) > 9)
      .map((value) => ({ value, y: place(value) })),
  };
}

function linesOf(columns: readonly Column[], step: number): string[] {
  const lines: string[] = [];
  for (const { email, x, y } of columns) {
    if (email.anew) lines.push(`M${round(x - step / 2)} ${PLOT.base} L${x} ${y}`);
    else if (lines.length === 0) lines.push(`M${x} ${y}`);
    else lines[lines.length - 1] += ` L${x} ${y}`;
  }
  return lines;
}
