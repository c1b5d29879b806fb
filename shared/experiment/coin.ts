/**
 * What the clicks of two arms tell, at whatever moment one looks. Which arm a prospect is in is a coin toss that nothing else hangs on. So while it makes
 * no difference, the arm of every click is a fair coin, whoever clicks, and however much or little is clicked that day. Against the coin being of share p we bet, at
 * fair odds, on all other shares at once (a Beta mixture); what a stake of 1 has become is the evidence. If p is true it has no tendency to grow, and the
 * chance that it ever reaches 1/α is at most α (Ville's inequality), look as often as one likes.
 *
 * H. Robbins, "Statistical methods related to the law of the iterated logarithm" (1970) has the mixture; M. Lindon and A. Malek, "Anytime-valid inference for
 * multinomial count data" (NeurIPS 2022) the comparison of arms by the successes alone; A. Ramdas, P. Grünwald, V. Vovk and G. Shafer, "Game-theoretic
 * statistics and safe anytime-valid inference" (Statistical Science 2023) the whole of it. Pure.
 */

/** How the bets are spread over the shares, as a Beta distribution. */
export type Spread = { readonly a: number; readonly b: number };

/** So many heads of so many tosses. */
export type Tosses = { readonly heads: number; readonly of: number };

/** Of the logarithms of from, from + 1, ... : `count` of them. */
function logRising(from: number, count: number): number {
  let sum = 0;
  for (let step = 0; step < count; step += 1) sum += Math.log(from + step);
  return sum;
}

/** The logarithm of how likely this very row of tosses is to the mixture: B(a + heads, b + tails) / B(a, b). */
const logMixture = ({ heads, of }: Tosses, { a, b }: Spread): number =>
  logRising(a, heads) + logRising(b, of - heads) - logRising(a + b, of);

/** The logarithm of how likely this very row of tosses is to a coin of share `p`. */
function logCoin({ heads, of }: Tosses, p: number): number {
  const tails = of - heads;
  return (heads === 0 ? 0 : heads * Math.log(p)) + (tails === 0 ? 0 : tails * Math.log(1 - p));
}

/** What a stake of 1 against a coin of share `p` has become: an e-value. */
export const evidence = (tosses: Tosses, p: number, spread: Spread): number =>
  Math.exp(logMixture(tosses, spread) - logCoin(tosses, p));

export type Bounds = { readonly low: number; readonly high: number };

const HALVINGS = 50;

/**
 * The shares that the evidence does not speak against by 1/α: a confidence sequence. With a chance of at least 1 - α it holds the true share at every
 * moment at once.
 */
export function boundsOf(tosses: Tosses, alpha: number, spread: Spread): Bounds {
  const { heads, of } = tosses;
  if (of === 0) return { low: 0, high: 1 };
  const least = logMixture(tosses, spread) - Math.log(1 / alpha);
  const isIn = (p: number): boolean => logCoin(tosses, p) > least;
  // The point itself is always in; from there to the end that is out, or to the very end.
  const edge = (end: number): number => {
    if (isIn(end)) return end;
    let [inside, outside] = [heads / of, end];
    for (let i = 0; i < HALVINGS; i += 1) {
      const middle = (inside + outside) / 2;
      if (isIn(middle)) inside = middle;
      else outside = middle;
    }
    return outside;
  };
  return { low: heads === 0 ? 0 : edge(0), high: heads === of ? 1 : edge(1) };
}
