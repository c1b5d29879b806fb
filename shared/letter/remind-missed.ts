import type { App } from "../app.ts";
import { callsDueBetween } from "../call/store.ts";
import { MINUTE } from "../durations.ts";
import { getReps } from "../rep/store.ts";
import { remindProspect } from "./remind.ts";
import { LATEST, agreedFor } from "./reminder.ts";
import { USUALLY } from "./schedule-reminder.ts";

/**
 * Reminds of the agreed calls whose own schedule should have fired by now, of every rep: a scheduler that was down when the call was agreed costs nobody the
 * reminder. One that went out does not again. To be called at least every quarter of an hour.
 * @throws AggregateError when some could not be handed over, after all the others were
 */
export async function remindMissed(app: App): Promise<void> {
  const [from, to] = [app.now() + LATEST, app.now() + USUALLY - MINUTE];
  const troubles: unknown[] = [];
  for (const { id } of await getReps(app.table))
    for (const call of await callsDueBetween(app.table, id, from, to))
      if (agreedFor(call) === call.dueAt)
        await remindProspect(app, call).catch((error: unknown) => void troubles.push(error));
  if (troubles.length > 0) throw new AggregateError(troubles, `${troubles.length} reminders could not be handed over`);
}
