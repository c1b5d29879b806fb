/** @jsxImportSource hono/jsx */
import { Plot } from "./frame.tsx";
import { LINE, lineLayout } from "./line-layout.ts";
import type { Limit, LinePoint } from "./line-layout.ts";
import { percent, shareInWords } from "./share-words.ts";
import { WIDTH } from "./size.ts";

type LinePlotProps = {
  readonly id: string;
  readonly title: string;
  readonly points: readonly LinePoint[];
  readonly limits?: readonly Limit[];
};

function inWords(points: readonly LinePoint[], limits: readonly Limit[]): string {
  const lines = limits.map(({ at, text }) => `The line at ${percent(at)}: ${text}.`);
  return [...points.map(({ name, share }) => `${name}: ${shareInWords(share)}.`), ...lines].join(" ");
}

const across = (y: number): string => `M${LINE.left} ${y} H${WIDTH - LINE.right}`;

const anchorOf = (x: number): "start" | "middle" | "end" =>
  x > WIDTH - 20 ? "end" : x < LINE.left + 6 ? "start" : "middle";

const Axes = ({ layout: { ticks, labels } }: { layout: ReturnType<typeof lineLayout> }) => (
  <>
    {ticks.map(({ y, text }) => (
      <>
        <path class="grid" d={across(y)} />
        <text x={LINE.left - 6} y={y + 4} text-anchor="end">
          {text}
        </text>
      </>
    ))}
    {labels.map(({ x, label }) => (
      <>
        <path class="axis" d={`M${x} ${LINE.base} v4`} />
        <text x={x} y={LINE.labels} text-anchor={anchorOf(x)}>
          {label}
        </text>
      </>
    ))}
  </>
);

/** Shares along time: a point each, a line through them, the interval of 95 % as a band, and limits as dashed lines that say what they are. */
export const LinePlot = ({ id, title, points, limits = [] }: LinePlotProps) => {
  const layout = lineLayout(points, limits);
  return (
    <Plot id={id} height={LINE.height} title={title} desc={inWords(points, limits)}>
      <Axes layout={layout} />
      {layout.band && <path class="band" d={layout.band} />}
      {layout.limits.map(({ y, text }) => (
        <>
          <path class="limit" d={across(y)} />
          <text class="limit-label" x={LINE.left + 4} y={y - 5}>
            {text}
          </text>
        </>
      ))}
      {layout.line && <path class="line" d={layout.line} />}
      {layout.points.map(({ x, y, low, high, alone, name, share }) => (
        <g>
          <title>
            {name}: {shareInWords(share)}
          </title>
          {alone && <path class="interval" d={`M${x} ${low} V${high}`} />}
          <circle class="point" cx={x} cy={y} r={2.6} />
        </g>
      ))}
    </Plot>
  );
};
