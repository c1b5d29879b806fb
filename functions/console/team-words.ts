/** How the team's numbers are written: no closer than they are known. */
import type { Claim, Claimed } from "../../shared/practice/claims.ts";
import type { Own } from "../../shared/practice/compare.ts";
import type { FirstCall } from "../../shared/practice/first-calls.ts";
import type { Median, PerHit, Share } from "../../shared/practice/intervals.ts";
import { DAY, HOUR, MINUTE } from "../../shared/time.ts";

export const NOT_ENOUGH = "not enough data";

const hundred = (share: number): number => Math.round(100 * share);

/** "1 call", "2 calls". */
export const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? "" : "s"}`;

/** "42 s", "5 min 6 s", "48 min", "7 h", "3 days"; milliseconds. */
export function lengthInWords(length: number): string {
  const seconds = Math.round(length / 1000);
  if (seconds < 60) return `${seconds} s`;
  if (length < 10 * MINUTE) return `${Math.floor(seconds / 60)} min${seconds % 60 ? ` ${seconds % 60} s` : ""}`;
  if (length < 2 * HOUR) return `${Math.round(length / MINUTE)} min`;
  return length < 2 * DAY ? `${Math.round(length / HOUR)} h` : `${Math.round(length / DAY)} days`;
}

/** A number of two digits that matter: "0.42", "1.0", "18", "120". */
const short = (amount: number): string => {
  if (!Number.isFinite(amount)) return "more than can be told";
  return amount < 10 ? amount.toPrecision(2) : String(Number(amount.toPrecision(2)));
};

/** The same of what may be whole. */
const whole = (amount: number): string => (Number.isInteger(amount) ? String(amount) : short(amount));

type Figure = { readonly text: string; readonly under: string };

/** "62 %" over "51 to 72 %, 40 of 64"; where that would say too much, only what was counted. */
export const shareFigure = (share: Share): Figure => {
  const counted = `${share.count} of ${share.of}`;
  if (!share.enough) return { text: share.of === 0 ? "none yet" : counted, under: NOT_ENOUGH };
  return { text: `${hundred(share.point)} %`, under: `${hundred(share.low)} to ${hundred(share.high)} %, ${counted}` };
};

export const medianFigure = (median: Median | undefined, words: (value: number) => string): Figure => {
  if (!median) return { text: "none yet", under: NOT_ENOUGH };
  if (!median.enough) return { text: many(median.of, "call"), under: NOT_ENOUGH };
  return { text: words(median.point), under: `${words(median.low)} to ${words(median.high)}, of ${median.of}` };
};

export const perHitFigure = (dials: PerHit): Figure => {
  if (!dials.enough) return { text: `${dials.of} for ${dials.hits}`, under: NOT_ENOUGH };
  return { text: short(dials.point), under: `${short(dials.low)} to ${short(dials.high)}` };
};

export const attemptsInWords = (attempts: number): string => String(attempts);

/** "60 to 86 %", "1.29 times", "5 to 7 attempts"; one figure where both are the same. */
function span(
  { scale, unit }: Claim,
  [low, high]: readonly [number, number],
  words: (amount: number) => string,
): string {
  const [from, to] = scale === "share" ? [hundred(low), hundred(high)].map(String) : [words(low), words(high)];
  const of = scale === "share" ? " %" : scale === "times" ? " times" : unit ? ` ${unit}` : "";
  return `${from === to ? from : `${from} to ${to}`}${of}`;
}

/** As it was said, with all its digits. */
export const claimedInWords = (claim: Claim, { low, high, orMore }: Claimed): string =>
  orMore
    ? `${span({ ...claim, unit: undefined }, [low, high], String)} or more ${claim.unit ?? ""}`.trim()
    : span(claim, [low, high], String);

/** "75 % (60 to 86 %; 30 of 40)", or what is missing. */
export function ownInWords(claim: Claim, own: Own): string {
  if (own.lacks !== undefined) return `${NOT_ENOUGH} (${own.counted}; ${own.lacks})`;
  const words = claim.scale === "count" ? whole : short;
  const point = span(claim, [own.point, own.point], words);
  return `${point} (${span(claim, [own.low, own.high], words)}; ${own.counted})`;
}

const AT_MOST: readonly (readonly [most: number, words: string])[] = [
  [MINUTE, "within 1 minute"],
  [5 * MINUTE, "1 to 5 minutes"],
  [HOUR, "5 minutes to 1 hour"],
  [DAY, "1 hour to 1 day"],
  [Infinity, "later than a day"],
];

/** How many first calls came when, and how many are still waited for so long. */
export const waitsInBands = (all: readonly FirstCall[]): { words: string; called: number; waiting: number }[] =>
  AT_MOST.map(([most, words], i) => {
    const above = AT_MOST[i - 1]?.[0] ?? -Infinity;
    const ofBand = all.filter(({ after }) => after > above && after <= most);
    const waiting = ofBand.filter((one) => one.waiting).length;
    return { words, called: ofBand.length - waiting, waiting };
  });
