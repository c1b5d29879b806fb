/** Where everything stands in a line plot of shares, in units of its view box. Pure. */
import { max } from "d3-array";
import { scaleLinear, scalePoint } from "d3-scale";
import { area, line } from "d3-shape";
import type { Share } from "../../../shared/practice/intervals.ts";
import { percent } from "./share-words.ts";
import { WIDTH } from "./size.ts";

export const LINE = { height: 196, left: 44, right: 20, top: 18, base: 160, labels: 180 } as const;

/** One share on the way. `label` stands under the axis; `name` says it in full. */
export type LinePoint = { readonly label: string; readonly name: string; readonly share: Share };
/** A height that means something; `at` is a share, 0 to 1. */
export type Limit = { readonly at: number; readonly text: string };

const LABELS = 5;
/** Above the highest limit, so that its own line is seen. */
const ROOM = 1.2;

/** With limits the plot is about those, and intervals that go beyond are cut. */
function highest(points: readonly LinePoint[], limits: readonly Limit[]): number {
  const known = points.filter(({ share }) => share.enough).map(({ share }) => share);
  const limit = max(limits, ({ at }) => at);
  if (limit !== undefined) return ROOM * Math.max(limit, max(known, ({ point }) => point) ?? 0);
  return max(known, ({ high }) => high) ?? 1;
}

/** Points of which there is not enough data are left out, and the line breaks there. */
export function lineLayout(points: readonly LinePoint[], limits: readonly Limit[] = []) {
  const x = scalePoint<number>(
    points.map((_, place) => place),
    [LINE.left, WIDTH - LINE.right],
  ).padding(0.5);
  const y = scaleLinear([0, Math.min(1, highest(points, limits))], [LINE.base, LINE.top])
    .nice(4)
    .clamp(true);
  const placed = points.map(({ label, name, share }, place) => ({
    label,
    name,
    share,
    x: round(x(place) ?? 0),
    y: round(y(share.point)),
    low: round(y(share.low)),
    high: round(y(share.high)),
    alone: !points[place - 1]?.share.enough && !points[place + 1]?.share.enough,
  }));
  const isKnown = ({ share }: (typeof placed)[number]): boolean => share.enough;
  const each = Math.ceil(points.length / LABELS);
  return {
    line: line<(typeof placed)[number]>(
      (one) => one.x,
      (one) => one.y,
    ).defined(isKnown)(placed),
    band: area<(typeof placed)[number]>(
      (one) => one.x,
      (one) => one.low,
      (one) => one.high,
    ).defined(isKnown)(placed),
    points: placed.filter(isKnown),
    labels: placed.filter((_, place) => (points.length - 1 - place) % each === 0),
    ticks: y.ticks(4).map((share) => ({ y: round(y(share)), text: percent(share) })),
    limits: limits.map(({ at, text }) => ({ text, y: round(y(at)) })),
  };
}

const round = (units: number): number => Math.round(units * 10) / 10;
