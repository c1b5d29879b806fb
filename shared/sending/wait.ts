import { setTimeout } from "node:timers/promises";

/** Waits on the real clock; timers may go off a moment early, a place must not. */
export const waitOn =
  (now: () => number) =>
  async (until: number): Promise<void> => {
    for (let left = until - now(); left > 0; left = until - now()) await setTimeout(left);
  };
