/** How shares are written: no closer than they can be read, but never as nothing where there is something. */
import type { Share } from "../../../shared/practice/intervals.ts";

export const NOT_ENOUGH = "not enough data";
export const NOT_KNOWN = "not known yet";

/** 0.123 -> "12 %", 0.0123 -> "1.2 %", 0.00123 -> "0.12 %". */
export function percent(share: number): string {
  const hundred = 100 * share;
  if (hundred >= 9.95) return `${Math.round(hundred)} %`;
  return `${Number(hundred >= 0.995 ? hundred.toFixed(1) : hundred.toPrecision(hundred < 0.0995 ? 1 : 2))} %`;
}

/** "8.1 to 17 %". */
export const percentRange = (low: number, high: number): string => `${percent(low).slice(0, -2)} to ${percent(high)}`;

export const countedIn = ({ count, of }: Pick<Share, "count" | "of">): string => `${count} of ${of}`;

/** "12 % (8.1 to 17 %; 40 of 333)", or that there is not enough data. */
export function shareInWords(share: Share): string {
  if (!share.enough) return `${NOT_ENOUGH} (${countedIn(share)})`;
  return `${percent(share.point)} (${percentRange(share.low, share.high)}; ${countedIn(share)})`;
}
