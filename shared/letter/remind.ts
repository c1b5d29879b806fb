import { withoutAddresses } from "../no-address.ts";
import * as z from "zod";
import type { App } from "../app.ts";
import type { Call } from "../call/call.ts";
import { getCall } from "../call/store.ts";
import { MINUTE } from "../durations.ts";
import { momentInWords } from "../engagement/words.ts";
import { Conflict } from "../error.ts";
import { prospectKey } from "../keys.ts";
import { notesOf, putNote } from "../prospect/note.ts";
import { toLocal, placeOf } from "../time.ts";
import { agendaOf } from "./agenda.ts";
import { composeReminder } from "./compose.ts";
import { factsOf, kindOf } from "./next-call.ts";
import { EARLIEST, LATEST, agreedFor, reminderId } from "./reminder.ts";
import { sendLetter } from "./send.ts";
import type { Recipient, Written } from "./send.ts";

/** What a call's own schedule hands over when it fires: the task, and when it was due when the schedule was made (epoch ms). */
export const ReminderOrder = z.object({ prospectId: z.string(), number: z.number().int(), dueAt: z.number() });
export type ReminderOrder = z.infer<typeof ReminderOrder>;

/** Schedulers fire to the minute, so one for the last moment may come that much later. */
const TOLERANCE = MINUTE;

/**
 * Writes to the prospect in the hour before an agreed call, once, if the call still is what the order says. Too late it does nothing, and a note says
 * so; too early, where the clock of whoever fires goes wrong, it does nothing either.
 * @throws Error when the mailer takes nothing for now, so that the order comes again
 */
export async function remindProspect(
  app: App,
  order: Pick<ReminderOrder, "prospectId" | "number" | "dueAt">,
): Promise<void> {
  const task = await getCall(app.table, order.prospectId, order.number);
  if (!task || agreedFor(task) !== order.dueAt || task.repId === undefined) return;
  const call = { ...task, repId: task.repId, dueAt: order.dueAt };
  const left = call.dueAt - app.now();
  if (left > EARLIEST + TOLERANCE) return;
  if (left < LATEST - TOLERANCE) return note(app, call, "it was too late for one");
  const { outcome, why = "" } = await sendLetter(app, {
    prospectId: call.prospectId,
    id: reminderId(call),
    kind: "reminder",
    repId: call.repId,
    write: (recipient) => letterOf(app, call, recipient),
  });
  if (outcome === "throttled")
    throw new Error(`the reminder of a call could not be handed over: ${withoutAddresses(why)}`);
  if (outcome === "paused" || outcome === "refused" || outcome === "suppressed") await note(app, call, why);
}

function letterOf(app: App, call: Call, recipient: Recipient): Promise<Written> {
  const { prospect, rep } = recipient;
  const { time } = toLocal(prospect.timeZone, call.dueAt);
  return composeReminder({
    recipient,
    company: app.config.company,
    subject: `Our ${kindOf(call).toLowerCase()} at ${time} (${placeOf(prospect.timeZone)} time)`,
    next: factsOf({ call, prospect, rep }),
    agenda: agendaOf(call),
  });
}

/** Once, however often the order comes. */
async function note(app: App, { prospectId, timeZone, dueAt }: Call, why: string): Promise<void> {
  const text = `No reminder went out before the call of ${momentInWords(timeZone, dueAt)}: ${why.replace(/\.$/, "")}`;
  const known = await notesOf(app.table, prospectId);
  if (known.some((one) => one.text === text)) return;
  try {
    const there = { kind: "check", key: prospectKey(prospectId), guard: "present" } as const;
    await app.table.write(putNote({ prospectId, at: app.now(), text }), there);
  } catch (error) {
    // Nothing is kept of somebody who was just erased.
    if (!(error instanceof Conflict)) throw error;
  }
}
