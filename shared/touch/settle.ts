import type { App } from "../app.ts";
import { MINUTE } from "../time.ts";
import { writeBundles } from "./reserve.ts";
import { settleTouch, unsettledTouches } from "./store.ts";

/** Longer than any retry of the touches queue takes to come back. */
const PATIENCE = 15 * MINUTE;

/**
 * Closes touches that were reserved and never marked (the process died in between): they may have gone out, so they are unknown and not
 * repeated. Goes on until none are left, however many there are.
 * @returns how many were closed
 */
export async function settleUnknown(app: App): Promise<number> {
  const before = app.now() - PATIENCE;
  let closed = 0;
  let cursor: string | undefined;
  do {
    const page = await unsettledTouches(app.table, before, cursor);
    const { written } = await writeBundles(
      app.table,
      page.touches.map((touch) => ({
        of: touch.prospectId,
        writes: [settleTouch(touch, { outcome: "unknown", reason: "no word of whether it went out", at: touch.at })],
      })),
    );
    closed += written.length;
    cursor = page.cursor;
  } while (cursor);
  return closed;
}
