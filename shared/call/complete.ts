import type { App } from "../app.ts";
import { getEngagement } from "../engagement/store.ts";
import { AppError, Conflict } from "../error.ts";
import { prospectKey } from "../keys.ts";
import { scheduleReminder } from "../letter/schedule-reminder.ts";
import { writeCalls } from "../notice/write.ts";
import type { Write } from "../ports.ts";
import { dropPhone } from "../prospect/calling.ts";
import { putNote } from "../prospect/note.ts";
import { changeProspect, getProspect, standProspect } from "../prospect/store.ts";
import { getRep } from "../rep/store.ts";
import { toLocal } from "../time.ts";
import { takesResult } from "./call.ts";
import type { Call } from "./call.ts";
import { ledTo } from "./complete-call.ts";
import type { LedTo } from "./complete-call.ts";
import { recordsOf } from "./complete-records.ts";
import { entriesOf } from "./entries.ts";
import { isElsewhere } from "./made.ts";
import type { Made } from "./made.ts";
import { settleCall } from "./settle.ts";
import type { CallResult } from "./settled.ts";
import { callsOf, getCalls } from "./store.ts";
import { whereIs } from "./where.ts";
import { sendableLibrary } from "../touch/sendable.ts";

export type CompletedCall = CallResult & {
  readonly prospectId: string;
  readonly number: number;
  /** Of the call as the rep saw it. */
  readonly version: number;
};

export type CompleteOutcome =
  | {
      readonly outcome: "saved";
      readonly next: string;
      /** The task that goes on: when it is due (epoch ms), and its number. */
      readonly nextDueAt?: number;
      readonly nextNumber?: number;
      /** The email drafted for who was spoken with: of which call and attempt. */
      readonly followUp?: { readonly number: number; readonly attempt: number };
    }
  | { readonly outcome: "taken" };

const TRIES = 5;

/**
 * Saves what came of a call and where it leads, in one transaction: the attempt, the next task, what the rep promised, a line of the rep's log, and after a
 * conversation the draft of the follow-up email; `next` says it in words. taken: somebody else saved a result since the rep looked, or closed the task;
 * nothing was saved. A task that was taken back while the rep was on the phone takes their result all the same, once; where that leads on, another task
 * is opened, unless one is open by then.
 * @throws AppError("not-found") for a prospect or task that is not there, AppError("invalid") naming the field when something is missing or wrong
 */
export async function completeCall(app: App, completed: CompletedCall): Promise<CompleteOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const made = await readMade(app, completed);
    if (made === "taken") return { outcome: "taken" };
    const led = await ledTo(app, made);
    const { writes, followUp } = recordsOf(app, made, led, await sendableLibrary(app));
    try {
      await writeCalls(app, ...led.writes, ...prospectWrites(made), ...writes);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
      continue;
    }
    // It is saved; a scheduler that is down costs the prospect's reminder and no more.
    if (!isElsewhere(made)) await scheduleReminder(app, led.next ?? led.call).catch(() => undefined);
    return { ...saved(made, led), ...(followUp && { followUp }) };
  }
}

async function readMade(app: App, completed: CompletedCall): Promise<Made | "taken"> {
  const { prospectId, number } = completed;
  const [prospect, all, calls, rep, engagement] = await Promise.all([
    getProspect(app.table, prospectId),
    callsOf(app.table, prospectId),
    getCalls(app.table, prospectId),
    getRep(app.table, completed.repId),
    getEngagement(app.table, prospectId),
  ]);
  const call = all.find((one) => one.number === number);
  if (!prospect || !call) throw new AppError("not-found", `there is no call ${number} of this prospect`);
  if (!rep) throw new AppError("invalid", "repId: choose who made the call");
  if (!takesResult(call) || savedSince(call, completed.version)) return "taken";
  const now = app.now();
  const where = await whereIs(app.table, { ...prospect, timeZone: call.timeZone });
  const entries = entriesOf(completed, {
    rep: toLocal(rep.timeZone, now).date,
    prospect: toLocal(call.timeZone, now).date,
  });
  const engaged = (engagement.lastHumanAt ?? 0) > (call.attempts.at(-1)?.at ?? Infinity);
  // What they asked for was not theirs after all.
  const asked = call.withdrawn ? { ...call, lane: "agreed" as const } : call;
  const result = { ...completed, blocker: entries.blocker };
  const settled = settleCall({ call: asked, prospect, result, now, where, engaged });
  const attemptsBefore = all.reduce((sum, { attempts }) => sum + attempts.length, 0);
  return { prospect, call, calls, rep, completed, entries, settled, now, where, attemptsBefore };
}

/** New evidence or a withdrawal changes the task too, and is no reason to lose what the rep has to say; another result is. */
const savedSince = ({ attempts, version }: Call, seen: number): boolean =>
  seen > version || (seen < version && attempts.some((attempt) => (attempt.version ?? version) > seen));

function saved(made: Made, { next }: LedTo): Extract<CompleteOutcome, { outcome: "saved" }> {
  if (isElsewhere(made))
    return {
      outcome: "saved",
      next: `Kept in the history. Call ${made.calls.open} is open: what comes next goes there.`,
    };
  return {
    outcome: "saved",
    next: made.settled.next,
    ...(next && { nextDueAt: next.dueAt, nextNumber: next.number }),
  };
}

/**
 * Ends or slows the emails where the call says so, and tells the history. Who has left for another reason stays gone for that one. In any case the prospect
 * must still be as read: no task follows for somebody who said "do not call" meanwhile.
 */
function prospectWrites({ prospect, settled, now }: Made): Write[] {
  const { id, updatedAt } = prospect;
  const { standing, longRhythm, note, wrongPhone } = settled;
  const at = Math.max(now, updatedAt + 1);
  const guard = { match: { updatedAt } };
  const said = note ? [putNote({ prospectId: id, at: now, text: note })] : [];
  if (wrongPhone) return [{ ...dropPhone(prospect, at), guard }, ...said];
  if (standing?.state === "ended" && prospect.standing.state !== "ended")
    return [...standProspect(prospect, standing, at), ...said];
  if (longRhythm) return [{ ...changeProspect(id, { rhythm: "long" }, at), guard }, ...said];
  return [{ kind: "check", key: prospectKey(id), guard }, ...said];
}
