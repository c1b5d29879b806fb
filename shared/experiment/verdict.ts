import type { Arm } from "../touch/touch.ts";
import { boundsOf, evidence } from "./coin.ts";
import type { Bounds, Tosses } from "./coin.ts";
import { ALPHA, ARMS, HALVES, RATES } from "./levels.ts";
import { emailsNeeded } from "./needed.ts";
import type { Needed } from "./needed.ts";
import { countOf } from "./tally.ts";
import type { ArmTally, Tally } from "./tally.ts";

export type Rate = Bounds & { readonly count: number; readonly of: number; readonly point: number };

/**
 * nothing: no email counts yet. not-enough: chance alone may make such a difference. winner: it hardly does. torn: clicks have a winner, but call tasks
 * say the other arm. uneven: the halves are not halves, so something keeps one arm from going out, and no comparison holds.
 */
export type Verdict = {
  readonly state: "nothing" | "not-enough" | "winner" | "torn" | "uneven";
  /** Only in the state of that name. */
  readonly winner?: Arm;
  /** What a stake of 1 against "no difference" has become; 25 is called a winner. */
  readonly evidence: number;
  /** Clicks for each email that counts and is measured, each with a confidence sequence of 95 %. */
  readonly rates: { readonly a: Rate; readonly b: Rate };
  /** b's rate less a's, with a confidence sequence of 95 %. */
  readonly difference: Bounds & { readonly point: number };
  /** Call tasks for each email that counts, likewise. */
  readonly calls: { readonly a: Rate; readonly b: Rate };
  /** Whom the call tasks by themselves speak for. */
  readonly callsFor?: Arm;
  readonly needed?: Needed;
};

const rateOf = (count: number, of: number): Rate => ({
  count,
  of,
  point: of === 0 ? 0 : count / of,
  ...boundsOf({ heads: count, of }, ALPHA.rate, RATES),
});

/** Heads are the second arm's. */
const tossesOf = ({ a, b }: Tally, count: (arm: ArmTally) => number): Tosses => ({
  heads: count(b),
  of: count(a) + count(b),
});

/** The arm that has more, if chance alone hardly makes so much of a difference. */
function favoured(tosses: Tosses, alpha: number): Arm | undefined {
  if (evidence(tosses, 0.5, ARMS) < 1 / alpha) return undefined;
  return tosses.heads * 2 > tosses.of ? "b" : "a";
}

/**
 * Each arm has half of the emails, so with a rate r of both together and a share p of the clicks in b the rates are 2r(1-p) and 2rp, and the difference
 * is 2r(2p-1). It lies between the outermost values that the bounds of p (96 %) and of r (99 %) allow.
 */
function differenceOf(share: Bounds, level: Bounds): Bounds {
  const corners = [share.low, share.high].flatMap((p) => [level.low, level.high].map((r) => 2 * r * (2 * p - 1)));
  return { low: Math.max(-1, Math.min(...corners)), high: Math.min(1, Math.max(...corners)) };
}

function stateOf(tally: Tally, clicks: Arm | undefined, calls: Arm | undefined): Verdict["state"] {
  const halves = tossesOf(tally, ({ measured }) => measured);
  if (halves.of === 0) return "nothing";
  if (evidence(halves, 0.5, HALVES) >= 1 / ALPHA.halves) return "uneven";
  if (clicks === undefined) return "not-enough";
  return calls !== undefined && calls !== clicks ? "torn" : "winner";
}

/** What may be said of an experiment, however often it is asked. */
export function verdictOf(tally: Tally): Verdict {
  const { a, b } = tally;
  const clicks = tossesOf(tally, (arm) => arm.clicks);
  const measured = a.measured + b.measured;
  const rates = { a: rateOf(a.clicks, a.measured), b: rateOf(b.clicks, b.measured) };
  const callsFor = favoured(
    tossesOf(tally, (arm) => arm.calls),
    ALPHA.calls,
  );
  const ahead = favoured(clicks, ALPHA.arms);
  const state = stateOf(tally, ahead, callsFor);
  const level = boundsOf({ heads: clicks.of, of: measured }, ALPHA.level, RATES);
  const needed = state === "not-enough" ? emailsNeeded(clicks.of, measured) : undefined;
  return {
    state,
    ...(state === "winner" && ahead && { winner: ahead }),
    evidence: evidence(clicks, 0.5, ARMS),
    rates,
    difference: {
      point: rates.b.point - rates.a.point,
      ...differenceOf(boundsOf(clicks, ALPHA.arms, ARMS), level),
    },
    calls: { a: rateOf(a.calls, countOf(a)), b: rateOf(b.calls, countOf(b)) },
    ...(callsFor && { callsFor }),
    ...(needed && { needed }),
  };
}
