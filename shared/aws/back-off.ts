import { setTimeout as wait } from "node:timers/promises";

/** Lets some time pass before attempt number `attempt` + 1. */
export type Pause = (attempt: number) => Promise<void>;

const FIRST_MS = 50;
const LONGEST_MS = 5000;
/** Calls in a row that got nothing done before giving up; with the pauses in between about 10 seconds. */
export const MOST_ATTEMPTS = 8;

/** Exponential, with full jitter, so that those who were throttled together do not come back together. */
export const backOff: Pause = async (attempt) => {
  await wait(Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt));
};

/**
 * Calls `step`, which says what it left undone, until nothing is left. The pauses grow while nothing gets done. Throws when that goes on for
 * `MOST_ATTEMPTS` calls; `what` then says what is left over.
 */
export async function untilDone<Of>(
  all: readonly Of[],
  step: (left: readonly Of[]) => Promise<readonly Of[]>,
  { pause, what }: { readonly pause: Pause; readonly what: string },
): Promise<void> {
  let left = all;
  let attempt = 0;
  while (left.length) {
    if (attempt >= MOST_ATTEMPTS) throw new Error(`${left.length} ${what} after ${attempt} attempts`);
    if (attempt) await pause(attempt);
    const before = left.length;
    left = await step(left);
    attempt = left.length < before ? 1 : attempt + 1;
  }
}
