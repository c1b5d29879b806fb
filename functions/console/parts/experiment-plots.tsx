/** @jsxImportSource hono/jsx */
import type { Verdict } from "../../../shared/experiment/verdict.ts";
import { PLOT, differenceLayout, rateLayout } from "../experiment-layout.ts";
import type { Ticked } from "../experiment-layout.ts";
import { differenceWords, percent, points, rateWords } from "../experiment-words.ts";
import { Plot } from "../plot/frame.tsx";

const Axis = ({ ticks, base, words }: { ticks: readonly Ticked[]; base: number; words: (at: number) => string }) => (
  <>
    <path class="axis" d={`M${PLOT.left} ${base} H${PLOT.width - PLOT.right}`} />
    {ticks.map(({ at, x }, n) => (
      <text x={x} y={base + 17} text-anchor={n === 0 ? "start" : n === ticks.length - 1 ? "end" : "middle"}>
        {words(at)}
      </text>
    ))}
  </>
);

/** Both arms' clicks for each measured email, with the bounds of each. */
export const RatesPlot = ({ verdict }: { verdict: Verdict }) => {
  const { rows, ticks, base } = rateLayout(verdict);
  const desc = `A: ${rateWords(verdict.rates.a)}. B: ${rateWords(verdict.rates.b)}.`;
  return (
    <Plot
      look="trial-plot"
      width={PLOT.width}
      id="rates"
      height={base + PLOT.foot}
      title="Clicks for each measured email"
      desc={desc}
    >
      {rows.map(({ y, zero, x, low, high }, n) => (
        <>
          <text class="arm" x={0} y={y + PLOT.bar / 2 + 9}>
            {n === 0 ? "A" : "B"}
          </text>
          <rect class="bar" x={zero} y={y + 5} width={Math.max(0, x - zero)} height={PLOT.bar} rx="2" />
          <path class="bounds" d={`M${low} ${y + 12} H${high} M${low} ${y + 7} v10 M${high} ${y + 7} v10`} />
        </>
      ))}
      <Axis ticks={ticks} base={base} words={percent} />
    </Plot>
  );
};

/** b's rate less a's and its bounds, beside zero. */
export const DifferencePlot = ({ verdict }: { verdict: Verdict }) => {
  const { zero, point, low, high, ticks } = differenceLayout(verdict);
  const desc = `The difference seen is ${points(verdict.difference.point)} points; the true one is ${differenceWords(verdict)}.`;
  return (
    <Plot
      look="trial-plot"
      width={PLOT.width}
      id="difference"
      height={36 + PLOT.foot}
      title="Difference of the two, in points"
      desc={desc}
    >
      <path class="zero" d={`M${zero} 2 V36`} />
      <path class="bounds" d={`M${low} 18 H${high} M${low} 13 v10 M${high} 13 v10`} />
      <circle class="seen" cx={point} cy="18" r="4.5" />
      <Axis ticks={ticks} base={36} words={points} />
    </Plot>
  );
};
