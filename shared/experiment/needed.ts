import { FEWEST_HITS } from "../practice/intervals.ts";
import { ARMS, CALLED_AT } from "./levels.ts";
import { evidence } from "./coin.ts";

/** So many more measured emails find, four times in five, that the rates are these two. */
export type Needed = { readonly emails: number; readonly low: number; readonly high: number };

/** Times as many clicks in one arm as in the other; the first that is not to be expected found by now is told. */
const TIMES = [2, 1.5, 1.25, 1.1];
/** The normal distribution's 80 % point: four times in five the arm that is better has at least so few of the clicks. */
const FOUR_IN_FIVE = 0.8416;

/**
 * How many clicks, of both arms together, are called a winner four times in five when one arm has `times` as many as the other: the smallest number n of which the
 * better arm's n·p - 0.84·√(n·p·(1-p)) clicks, p = times / (1 + times), are evidence of 25. That it may have been called before is left out, so it is on the careful side.
 */
export function clicksNeeded(times: number): number {
  const p = times / (1 + times);
  const isEnough = (of: number): boolean => {
    const heads = Math.floor(of * p - FOUR_IN_FIVE * Math.sqrt(of * p * (1 - p)));
    return heads * 2 > of && evidence({ heads, of }, 0.5, ARMS) >= CALLED_AT;
  };
  let high = 8;
  while (!isEnough(high)) high *= 2;
  let low = high / 2;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** How many emails are missing at the rate of clicks so far; undefined while there are too few clicks to go by, or so many emails that only less than a tenth is left. */
export function emailsNeeded(clicks: number, measured: number): Needed | undefined {
  if (clicks < FEWEST_HITS) return undefined;
  const rate = clicks / measured;
  for (const times of TIMES) {
    const emails = Math.ceil(clicksNeeded(times) / rate) - measured;
    const low = (2 * rate) / (1 + times);
    if (emails > 0 && low * times <= 1) return { emails, low, high: low * times };
  }
  return undefined;
}
