import { setTimeout as sleep } from "node:timers/promises";
import type { App } from "../app.ts";

/** Waits for so many milliseconds. */
export type Pause = (ms: number) => Promise<unknown>;
export const realPause: Pause = (ms) => sleep(ms);

/**
 * Does the app's clock run? It stands still while time is moved on or played; what other people's servers would say on such a day nobody can ask, and a
 * minute without network would pass for a week of it.
 */
export async function timeRuns({ now }: Pick<App, "now">, pause: Pause): Promise<boolean> {
  const from = now();
  await pause(20);
  return now() > from;
}
