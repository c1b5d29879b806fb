/** Where everything stands in the plots of the team's page, in units of their view boxes. Pure. */
import type { Scale } from "../../shared/practice/claims.ts";
import type { Compared } from "../../shared/practice/compare.ts";
import type { FirstCall } from "../../shared/practice/first-calls.ts";
import type { GivenUp } from "../../shared/practice/persistence.ts";
import type { Answered } from "../../shared/practice/answered.ts";
import { DAY, HOUR, MINUTE } from "../../shared/time.ts";

export const WIDTH = 300;

const round = (units: number): number => Math.round(units * 10) / 10;
const within = (low: number, value: number, high: number): number => Math.min(high, Math.max(low, value));

export const STRIP = { height: 74, base: 50, from: 5000, to: 7 * DAY, radius: 3.2 } as const;

/** Times on a logarithmic axis from five seconds to a week; what is beyond stands at the edge. */
export function timeX(length: number): number {
  const share = Math.log(within(STRIP.from, length, STRIP.to) / STRIP.from) / Math.log(STRIP.to / STRIP.from);
  return round(4 + share * (WIDTH - 8));
}

export const TIME_TICKS = [
  { at: 10_000, text: "10 s", marked: false },
  { at: MINUTE, text: "1 min", marked: true },
  { at: 5 * MINUTE, text: "5 min", marked: true },
  { at: HOUR, text: "1 h", marked: false },
  { at: DAY, text: "1 day", marked: false },
] as const;

const HIGHEST_PILE = 38;

export type Dot = { readonly x: number; readonly y: number; readonly waiting: boolean };

/** Dots at about the same place are piled up, the closer the higher the highest pile is. */
export function dotsOf(all: readonly FirstCall[]): Dot[] {
  const pileOf = (x: number): number => Math.round(x / (STRIP.radius * 2));
  const piles = Map.groupBy(
    all.toSorted((a, b) => a.after - b.after),
    ({ after }) => pileOf(timeX(after)),
  );
  const highest = Math.max(1, ...[...piles.values()].map((pile) => pile.length - 1));
  const step = Math.min(STRIP.radius * 2, HIGHEST_PILE / highest);
  const dots = [...piles.values()].flatMap((pile) =>
    pile.map(({ after, waiting }, i) => ({ x: timeX(after), y: round(STRIP.base - 6 - i * step), waiting })),
  );
  // Drawn last, those that still wait are covered by none.
  return dots.toSorted((a, b) => Number(a.waiting) - Number(b.waiting));
}

export const BARS = { height: 112, top: 22, base: 90, step: 25, width: 17, most: 12 } as const;

export type Bar = {
  readonly attempts: number;
  readonly x: number;
  readonly count: number;
  readonly y: number;
  /** Below this line they are closed, above it they lie. */
  readonly closedY: number;
};

/** One bar for each number of attempts, the last for twelve and more. */
export function barsOf(givenUp: readonly GivenUp[]): Bar[] {
  const counts = Array.from({ length: BARS.most }, (_, i) => {
    const those = givenUp.filter(({ attempts }) => within(1, attempts, BARS.most) === i + 1);
    return { count: those.length, closed: those.filter(({ lying }) => !lying).length };
  });
  const most = Math.max(1, ...counts.map(({ count }) => count));
  const y = (count: number): number => round(BARS.base - ((BARS.base - BARS.top) * count) / most);
  return counts.map(({ count, closed }, i) => ({
    attempts: i + 1,
    x: i * BARS.step + (BARS.step - BARS.width) / 2,
    count,
    y: y(count),
    closedY: y(closed),
  }));
}

export const HEAT = { height: 62, left: 42, rows: [4, 24], cell: 16, step: 10.7 } as const;

export type Cell = { readonly x: number; readonly y: number; readonly opacity: number };

const shades = (counts: readonly number[], y: number): Cell[] => {
  const most = Math.max(1, ...counts);
  return counts.map((count, i) => ({
    x: round(HEAT.left + i * HEAT.step),
    y,
    opacity: count === 0 ? 0 : round(2 + (8 * count) / most) / 10,
  }));
};

/** Two rows of cells, each as dark as its count against the highest of its row: dials above, conversations below. */
export const cellsOf = (hours: readonly Answered[]): Cell[] => [
  ...shades(
    hours.map(({ dials }) => dials),
    HEAT.rows[0],
  ),
  ...shades(
    hours.map(({ conversations }) => conversations),
    HEAT.rows[1],
  ),
];

export const CLAIM = { height: 40, line: 14, left: 8, labels: 36 } as const;

export type Axis = {
  readonly x: (amount: number) => number;
  readonly ticks: readonly { readonly x: number; readonly text: string }[];
};

const across = (share: number): number => round(CLAIM.left + within(0, share, 1) * (WIDTH - 2 * CLAIM.left));

function countAxis(figures: Compared["figures"]): Axis {
  const amounts = figures.flatMap(({ claimed, own }) => [claimed.high, ...(own?.enough ? [own.high] : [])]);
  const most = Math.ceil((Math.max(...amounts.filter(Number.isFinite)) * 1.25) / 4) * 4;
  const x = (amount: number): number => across(amount / most);
  return { x, ticks: [0, most / 2, most].map((amount) => ({ x: x(amount), text: String(amount) })) };
}

/** Shares from 0 to 100 %, ratios in doublings from a quarter to sixteen times, counts as far as they go. */
export function axisOf(scale: Scale, figures: Compared["figures"]): Axis {
  if (scale === "count") return countAxis(figures);
  if (scale === "share")
    return { x: across, ticks: [0, 0.5, 1].map((share) => ({ x: across(share), text: `${100 * share} %` })) };
  const x = (times: number): number => across((Math.log2(Math.max(times, 1 / 64)) + 2) / 6);
  const texts: readonly [number, string][] = [
    [0.25, "¼"],
    [0.5, "½"],
    [1, "as often"],
    [2, "2"],
    [4, "4"],
    [8, "8"],
    [16, "16 times"],
  ];
  return { x, ticks: texts.map(([times, text]) => ({ x: x(times), text })) };
}
