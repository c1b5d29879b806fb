/** Where everything stands in a plot of bars, in units of its view box. Pure. */
import { max } from "d3-array";
import { scaleBand, scaleLinear } from "d3-scale";
import type { Share } from "../../../shared/practice/intervals.ts";
import { NOT_ENOUGH, percent } from "./share-words.ts";
import { WIDTH } from "./size.ts";

/** A row has its name and figure above its bar, so that long names have room. */
export const BAR = { row: 38, top: 4, text: 13, bar: 19, thick: 9, axis: 22, longest: 38 } as const;

export type BarRow = { readonly name: string; readonly share: Share };

/** The whole name is in the bar's title. */
const shortened = (name: string): string =>
  name.length > BAR.longest ? `${name.slice(0, BAR.longest - 1).trimEnd()}…` : name;

export function barLayout(rows: readonly BarRow[]) {
  const base = BAR.top + rows.length * BAR.row;
  const known = rows.filter(({ share }) => share.enough);
  const y = scaleBand<number>(
    rows.map((_, place) => place),
    [BAR.top, base],
  );
  const x = scaleLinear([0, max(known, ({ share }) => share.high) ?? 1], [0, WIDTH]).nice(4);
  return {
    height: base + BAR.axis,
    base,
    rows: rows.map(({ name, share }, place) => ({
      name,
      share,
      label: shortened(name),
      figure: share.enough ? percent(share.point) : NOT_ENOUGH,
      y: y(place) ?? 0,
      width: share.enough ? round(x(share.point)) : undefined,
      low: round(x(share.low)),
      high: round(x(share.high)),
    })),
    ticks: x.ticks(4).map((share) => ({ x: round(x(share)), text: percent(share) })),
  };
}

const round = (units: number): number => Math.round(units * 10) / 10;
