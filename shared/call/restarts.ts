import type { Calls } from "./call.ts";

/** As many as the score ledger can still show. */
export const RESTARTS_KEPT = 20;

/** From now on (epoch ms) the score begins anew: what came before has had its call. */
export const restarted = (calls: Calls, at: number): Calls => ({
  ...calls,
  restarts: [...(calls.restarts ?? []), at].slice(-RESTARTS_KEPT),
});

/** As if it had not begun anew then. */
export const notRestarted = (calls: Calls, at: number): Calls => ({
  ...calls,
  restarts: (calls.restarts ?? []).filter((restart) => restart !== at),
});
