import type { App } from "../app.ts";
import { MINUTE } from "../time.ts";
import { writeBundles } from "./reserve.ts";
import { settleTouch, unsettledTouches } from "./store.ts";

/** Longer than any retry of the touches queue takes to come back. */
const PATIENCE = 15 * MINUTE;

/**
 * Closes touches that were reserved and never marked (the process died in between): they may have gone out, so they are unknown and not
 * repeated.
 * @returns how many were closed
 */
export async function settleUnknown(app: App): Promise<number> {
  const stale = await unsettledTouches(app.table, app.now() - PATIENCE, 1000);
  const { written } = await writeBundles(
    app.table,
    stale.map((touch) => ({
      of: touch.prospectId,
      writes: [settleTouch(touch, { outcome: "unknown", reason: "no word of whether it went out" })],
    })),
  );
  return written.length;
}
