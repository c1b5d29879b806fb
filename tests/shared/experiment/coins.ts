import type { ArmTally, Tally } from "../../../shared/experiment/tally.ts";

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const armTally = (measured: number, clicks: number, calls = 0): ArmTally => ({
  emails: measured,
  young: 0,
  measured,
  clicks,
  calls,
});

export const tallyOfArms = (a: ArmTally, b: ArmTally): Tally => ({ a, b, at: 0 });

/** What an experiment is like: how many of 100 click in each arm, and how many emails go out in batches of so many, with a look after each. */
export type Trial = { readonly a: number; readonly b: number; readonly emails: number; readonly batch: number };

/** The tallies at each look, as they would come in. */
export function* looks({ a, b, emails, batch }: Trial, toss: () => number): Generator<Tally> {
  const measured = { a: 0, b: 0 };
  const clicks = { a: 0, b: 0 };
  for (let sent = 1; sent <= emails; sent += 1) {
    const arm = toss() < 0.5 ? "a" : "b";
    measured[arm] += 1;
    if (toss() < (arm === "a" ? a : b) / 100) clicks[arm] += 1;
    if (sent % batch === 0) yield tallyOfArms(armTally(measured.a, clicks.a), armTally(measured.b, clicks.b));
  }
}
