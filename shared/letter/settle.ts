import type { App } from "../app.ts";
import { MINUTE } from "../durations.ts";
import { writeBundles } from "../write-bundles.ts";
import { lettersReserved, settleLetter } from "./store.ts";

/** As long as a function lives at most: whoever reserved it is no longer there. */
const PATIENCE = 15 * MINUTE;

/**
 * Closes letters that were reserved and never marked (the process died in between): they may have gone out, so they are unknown and not repeated.
 * @returns how many were closed
 */
export async function settleLetters(app: App): Promise<number> {
  let closed = 0;
  let cursor: string | undefined;
  do {
    const page = await lettersReserved(app.table, app.now() - PATIENCE, cursor);
    const bundles = page.letters.map((of) => ({
      of,
      writes: [settleLetter(of, { outcome: "unknown", reason: "no word of whether it went out", at: of.at })],
    }));
    closed += (await writeBundles(app.table, bundles)).written.length;
    cursor = page.cursor;
  } while (cursor);
  return closed;
}
