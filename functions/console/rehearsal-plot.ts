import type { Totals } from "../../shared/rehearsal/rehearsal.ts";
import { skippedOf } from "./rehearsal-words.ts";

export const PLOT = { width: 720, height: 204, top: 14, base: 168, left: 52 } as const;

export type Bar = {
  readonly date: string;
  readonly x: number;
  readonly width: number;
  /** Where emails begin, and where what was skipped begins above them. */
  readonly sentY: number;
  readonly skippedY: number;
  /** Dates that are named under the axis: not more than fit. */
  readonly named: boolean;
};

const STEPS = [1, 2, 5];

/** A round number at or above, for the top of the axis. */
function roundUp(count: number): number {
  for (let size = 1; ; size *= 10) for (const step of STEPS) if (step * size >= count) return Math.max(1, step * size);
}

/** One bar a day: emails from the axis up, and above them what was skipped. */
export function barsOf(days: Totals["days"]): { readonly bars: Bar[]; readonly most: number } {
  const most = roundUp(Math.max(1, ...days.map((day) => day.sent + skippedOf(day))));
  const step = (PLOT.width - PLOT.left) / Math.max(1, days.length);
  const yOf = (count: number): number => PLOT.base - (count / most) * (PLOT.base - PLOT.top);
  const every = Math.max(1, Math.ceil(100 / step));
  return {
    most,
    bars: days.map((day, n) => ({
      date: day.date,
      x: PLOT.left + n * step + step * 0.1,
      width: step * 0.8,
      sentY: yOf(day.sent),
      skippedY: yOf(day.sent + skippedOf(day)),
      named: n % every === 0,
    })),
  };
}
