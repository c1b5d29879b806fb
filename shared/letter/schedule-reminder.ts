import type { App } from "../app.ts";
import type { Call } from "../call/call.ts";
import { MINUTE } from "../durations.ts";
import { EARLIEST, LATEST, agreedFor } from "./reminder.ts";

/** In the middle of the hour before (practice 51), with time for a second try. */
export const USUALLY = 45 * MINUTE;
/** A schedule has to lie ahead when it is put. */
const AHEAD = 30_000;

/**
 * Puts or removes the one-time schedule of the reminder of a prospect's call, by the task as it is now: to be called whenever one was opened, moved or
 * closed. It is due 45 minutes before, or at once where that is over and a quarter of an hour is left. Doing it again changes nothing.
 */
export async function scheduleReminder(app: App, call: Call): Promise<void> {
  const name = `remind.${call.prospectId}`;
  const dueAt = agreedFor(call);
  const at = dueAt === undefined ? undefined : reminderAt(dueAt, app.now());
  if (at === undefined) return app.scheduler.remove(name);
  await app.scheduler.put({
    name,
    expression: `at(${new Date(at).toISOString().slice(0, 19)})`,
    timeZone: "UTC",
    target: "remind",
    input: { prospectId: call.prospectId, number: call.number, dueAt },
  });
}

/** A full minute (epoch ms); undefined when it is too late. */
export function reminderAt(dueAt: number, now: number): number | undefined {
  const soonest = Math.ceil((now + AHEAD) / MINUTE) * MINUTE;
  const at = Math.max(Math.floor((dueAt - USUALLY) / MINUTE) * MINUTE, soonest);
  return dueAt - EARLIEST <= at && at <= dueAt - LATEST ? at : undefined;
}
