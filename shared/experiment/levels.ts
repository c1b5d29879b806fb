import type { Spread } from "./coin.ts";

/** Of the 5 % that may go wrong, the comparison has four and the level of all clicks one, so that the interval and the call never disagree. */
export const ALPHA = { arms: 0.04, level: 0.01, rate: 0.05, calls: 0.05, halves: 0.001 };

/** The evidence of clicks at which a winner is called. */
export const CALLED_AT = 1 / ALPHA.arms;

/** Bets on one arm having about one and a half times to twice the clicks; any spread is as honest, this one is quick where it matters. */
export const ARMS: Spread = { a: 4, b: 4 };
/** For single rates, of which nothing is known beforehand. */
export const RATES: Spread = { a: 0.5, b: 0.5 };
/** Halves that are off by a little are all that is looked for. */
export const HALVES: Spread = { a: 50, b: 50 };
