/** @jsxImportSource hono/jsx */
import { BAR, barLayout } from "./bar-layout.ts";
import type { BarRow } from "./bar-layout.ts";
import { Plot } from "./frame.tsx";
import { shareInWords } from "./share-words.ts";
import { WIDTH } from "./size.ts";

type BarPlotProps = { readonly id: string; readonly title: string; readonly rows: readonly BarRow[] };

type Placed = ReturnType<typeof barLayout>["rows"][number];

const Bar = ({ row: { name, share, label, figure, y, width, low, high } }: { row: Placed }) => (
  <g>
    <title>
      {name}: {shareInWords(share)}
    </title>
    <text class="name" x={0} y={y + BAR.text}>
      {label}
    </text>
    <text x={WIDTH} y={y + BAR.text} text-anchor="end">
      {figure}
    </text>
    {width !== undefined && (
      <>
        <rect class="bar" x={0} y={y + BAR.bar} width={Math.max(width, 1)} height={BAR.thick} />
        <path
          class="interval"
          d={`M${low} ${y + BAR.bar + BAR.thick / 2} H${high} m0 -4 v8 M${low} ${y + BAR.bar} v8`}
        />
      </>
    )}
  </g>
);

const anchorOf = (x: number): "start" | "middle" | "end" => (x < 10 ? "start" : x > WIDTH - 16 ? "end" : "middle");

/** Shares side by side: a bar each, with the interval of 95 % as a line across its end. */
export const BarPlot = ({ id, title, rows }: BarPlotProps) => {
  const layout = barLayout(rows);
  const desc = rows.map(({ name, share }) => `${name}: ${shareInWords(share)}.`).join(" ");
  return (
    <Plot id={id} height={layout.height} title={title} desc={desc}>
      {layout.ticks.map(({ x, text }) => (
        <>
          <path class="grid" d={`M${x} ${BAR.top + 2} V${layout.base}`} />
          <text x={x} y={layout.base + 16} text-anchor={anchorOf(x)}>
            {text}
          </text>
        </>
      ))}
      {layout.rows.map((row) => (
        <Bar row={row} />
      ))}
    </Plot>
  );
};
