/** Numbers of few observations, with how far they may be off: 95 % intervals. Pure. */

/** The 97.5 % point of the normal distribution. */
const Z = 1.959964;

/** Of a share: 19 or fewer tell next to nothing, and neither does an interval of more than 15 points to either side. */
export const FEWEST = 20;
export const WIDEST_POINTS = 15;
/** Of a ratio, or of so many for one: fewer than five of what is counted make the interval itself unsound. */
export const FEWEST_HITS = 5;
/** Of a median: below six there is no interval of 95 %, whatever the values are (2 × ½ⁿ must be at most 5 %). */
export const FEWEST_VALUES = 6;

/** A figure and between which bounds the true one may be taken to lie. */
export type Estimate = {
  readonly point: number;
  readonly low: number;
  readonly high: number;
  /** There is enough of it to show; else only what was counted should be told. */
  readonly enough: boolean;
};

/** So many of so many, from 0 to 1. */
export type Share = Estimate & { readonly count: number; readonly of: number };

/** By Wilson's score (1927), which keeps its promise for few observations and near 0 and 1, where others do not. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of, point: 0, low: 0, high: 1, enough: false };
  const point = count / of;
  const square = Z ** 2 / of;
  const centre = (point + square / 2) / (1 + square);
  const half = (Z / (1 + square)) * Math.sqrt((point * (1 - point)) / of + square / (4 * of));
  // At the ends the bound is the point itself, but for rounding.
  const low = count === 0 ? 0 : Math.max(0, centre - half);
  const high = count === of ? 1 : Math.min(1, centre + half);
  return { count, of, point, low, high, enough: of >= FEWEST && (high - low) / 2 <= WIDEST_POINTS / 100 };
}

export type Median = Estimate & { readonly of: number };

/**
 * The middle of the values, and the two of them between which the true middle lies whatever the values' distribution (the sign test turned round).
 * `point`, `low` and `high` are values that were given, or for an even number the mean of the middle two.
 */
export function medianOf(values: readonly number[]): Median | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [first, last, of] = [sorted[0], sorted.at(-1), sorted.length];
  if (first === undefined || last === undefined) return undefined;
  const upper = sorted[of >> 1] ?? last;
  const point = of % 2 === 1 ? upper : ((sorted[(of >> 1) - 1] ?? first) + upper) / 2;
  const cut = outside(of);
  return {
    of,
    point,
    low: sorted[Math.max(0, cut - 1)] ?? first,
    high: sorted[of - Math.max(1, cut)] ?? last,
    enough: cut >= 1,
  };
}

/** The greatest k so that the k-th smallest and the k-th greatest of n enclose the middle with 95 %; 0 when not even the outermost do. */
function outside(n: number): number {
  // Of n throws of a coin, the chance of exactly k heads; in logarithms, because ½ⁿ is 0 to a computer from n = 1075 on.
  let log = n * Math.log(0.5);
  let below = Math.exp(log);
  let k = 0;
  while (below <= 0.025 && k < n / 2) {
    k += 1;
    log += Math.log((n - k + 1) / k);
    below += Math.exp(log);
  }
  return k;
}

export type Ratio = Estimate & { readonly one: Share; readonly other: Share };

/** How many times as high one share is as another; the interval is Katz's (1978), of its logarithm. */
export function ratioOf(one: Share, other: Share): Ratio {
  const enough = one.of >= FEWEST && other.of >= FEWEST && one.count >= FEWEST_HITS && other.count >= FEWEST_HITS;
  if (!enough) return { one, other, point: 1, low: 0, high: Infinity, enough };
  const point = one.point / other.point;
  const spread = Math.exp(Z * Math.sqrt(1 / one.count - 1 / one.of + 1 / other.count - 1 / other.of));
  return { one, other, point, low: point / spread, high: point * spread, enough };
}

export type PerHit = Estimate & { readonly hits: number; readonly of: number };

const upsideDown = (share: number): number => (share > 0 ? 1 / share : Infinity);

/** How many it takes for one: the share upside down, and its bounds too. */
export function perHit(hits: number, of: number): PerHit {
  const { point, low, high } = shareOf(hits, of);
  return {
    hits,
    of,
    point: upsideDown(point),
    low: upsideDown(high),
    high: upsideDown(low),
    enough: of >= FEWEST && hits >= FEWEST_HITS,
  };
}
