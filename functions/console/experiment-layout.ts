/** Where everything stands in the plots of an experiment, in units of their view boxes. Pure. */
import type { Verdict } from "../../shared/experiment/verdict.ts";

export const PLOT = { width: 360, left: 22, right: 8, row: 34, bar: 14, foot: 24 } as const;

const round = (units: number): number => Math.round(units * 10) / 10;
const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** The end of an axis of at most four steps on which `most` has its place. */
const endOfAxis = (most: number): { readonly end: number; readonly step: number } => {
  const step = STEPS.find((one) => most <= one * 4) ?? 1;
  return { end: Math.max(step, Math.ceil(most / step - 1e-9) * step), step };
};

const scale = (from: number, to: number) => (value: number) =>
  round(PLOT.left + ((value - from) / (to - from)) * (PLOT.width - PLOT.left - PLOT.right));

const ticksOf = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, n) => from + n * step);

export type RateRow = {
  readonly y: number;
  readonly zero: number;
  readonly x: number;
  readonly low: number;
  readonly high: number;
};
export type Ticked = { readonly at: number; readonly x: number };

/** One bar for each rate with its interval, one under the other. */
export function rateLayout({ rates: { a, b } }: Verdict) {
  // Before there is anything, an interval reaches from 0 to 1 and tells nothing.
  const { end, step } = endOfAxis(Math.max(0.01, ...[a, b].map((rate) => (rate.of === 0 ? 0 : rate.high))));
  const x = scale(0, end);
  const rows = [a, b].map((rate, n): RateRow => ({
    y: 6 + n * PLOT.row,
    zero: x(0),
    x: x(rate.point),
    low: x(rate.of === 0 ? 0 : rate.low),
    high: x(rate.of === 0 ? 0 : rate.high),
  }));
  return { rows, ticks: ticksOf(0, end, step).map((at): Ticked => ({ at, x: x(at) })), base: 6 + 2 * PLOT.row };
}

/** The interval of the difference around zero. */
export function differenceLayout({ difference: { point, low, high } }: Verdict) {
  const { end, step } = endOfAxis(Math.max(Math.abs(low), Math.abs(high), 0.01));
  const x = scale(-end, end);
  const ticks = ticksOf(-end, end, step * (end / step > 2 ? 2 : 1)).filter((at) => Math.abs(at) <= end);
  return {
    zero: x(0),
    point: x(point),
    low: x(low),
    high: x(high),
    ticks: (ticks.some((at) => Math.abs(at) < 1e-9) ? ticks : [-end, 0, end]).map((at): Ticked => ({ at, x: x(at) })),
  };
}
