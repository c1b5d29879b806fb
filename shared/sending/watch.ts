import type { App } from "../app.ts";
import { pauseSending } from "./pause.ts";
import { tooMany } from "./rates.ts";
import { isPaused } from "./sending.ts";
import type { Pause } from "./sending.ts";
import { getCounts, getSending } from "./store.ts";

/** Why nothing is sent at the moment, if so. */
export async function sendingPause(app: Pick<App, "table" | "now">): Promise<Pause | undefined> {
  const { pause } = await getSending(app.table);
  return isPaused(pause, app.now()) ? pause : undefined;
}

/** Pauses sending when too many of the last seven days' emails bounced for good, or were complained about. */
export async function watchRates(
  app: Pick<App, "table" | "now" | "alarm">,
): Promise<"paused" | "already-paused" | "well"> {
  const found = tooMany(await getCounts(app.table, app.now()));
  return found ? pauseSending(app, found) : "well";
}

/** Raises the alarm again while sending is paused by other than a person. For the sweep: an alarm that falls silent looks mended. */
export async function remindOfPause(app: Pick<App, "table" | "now" | "alarm">): Promise<void> {
  const pause = await sendingPause(app);
  if (pause && pause.cause !== "by hand") app.alarm({ name: "sending-paused", says: pause.says });
}
