import { createHash } from "node:crypto";

/** A stream of numbers in [0, 1), the same for the same words: who does what does not depend on the order things are worked off in. */
export type Chance = {
  next(): number;
  between(low: number, high: number): number;
  happens(probability: number): boolean;
};

/** Mulberry32, a well-known 32-bit generator, started from a hash of the words. */
export function chanceOf(...words: readonly (string | number)[]): Chance {
  let state = createHash("sha256").update(words.join("|")).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, between: (low, high) => low + (high - low) * next(), happens: (probability) => next() < probability };
}
