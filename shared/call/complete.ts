import type { App } from "../app.ts";
import { getCadence } from "../cadence/store.ts";
import { getLibrary } from "../content/store.ts";
import { dayInWords } from "../engagement/words.ts";
import { AppError, Conflict } from "../error.ts";
import type { Write } from "../ports.ts";
import { dropPhone } from "../prospect/calling.ts";
import { putNote } from "../prospect/note.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { changeProspect, getProspect, standProspect } from "../prospect/store.ts";
import { getRep } from "../rep/store.ts";
import type { Rep } from "../rep/rep.ts";
import { toLocal } from "../time.ts";
import { buildBrief } from "./brief.ts";
import type { Attempt, Call, Calls, NextStep } from "./call.ts";
import { nextCall } from "./open.ts";
import { restarted } from "./restarts.ts";
import { settleCall } from "./settle.ts";
import type { CallResult, Settled } from "./settle.ts";
import { getCall, getCalls, putCall, putCalls } from "./store.ts";

export type CompletedCall = CallResult & {
  readonly prospectId: string;
  readonly number: number;
  /** Of the call as the rep saw it. */
  readonly version: number;
};

export type CompleteOutcome =
  | { readonly outcome: "saved"; readonly next: string; readonly nextDueAt?: number }
  | { readonly outcome: "taken" };

const TRIES = 5;

/**
 * Saves what came of a call and where it leads, in one transaction; `next` says it in words. taken: somebody else changed the task first,
 * nothing was saved.
 * @throws AppError("not-found") for a prospect or task that is not there, AppError("invalid") naming the field when the next step is missing or wrong
 */
export async function completeCall(app: App, completed: CompletedCall): Promise<CompleteOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    const { prospectId, number } = completed;
    const [prospect, call, calls, rep] = await Promise.all([
      getProspect(app.table, prospectId),
      getCall(app.table, prospectId, number),
      getCalls(app.table, prospectId),
      getRep(app.table, completed.repId),
    ]);
    if (!prospect || !call) throw new AppError("not-found", `there is no call ${number} of this prospect`);
    if (!rep) throw new AppError("invalid", "repId: choose who made the call");
    if (call.version !== completed.version || call.state === "closed") return { outcome: "taken" };
    const now = app.now();
    const settled = settleCall(call, prospect, completed, now);
    const made: Made = { prospect, call, calls, rep, completed, settled, now };
    try {
      await app.table.write(
        ...(await callWrites(app, made)),
        ...(await prospectWrites(app, made)),
        ...(settled.note ? [putNote({ prospectId, at: now, text: settled.note })] : []),
      );
      const { task, next } = settled;
      return task.kind === "close" ? { outcome: "saved", next } : { outcome: "saved", next, nextDueAt: task.dueAt };
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}

type Made = {
  readonly prospect: Prospect;
  readonly call: Call;
  readonly calls: Calls;
  readonly rep: Rep;
  readonly completed: CompletedCall;
  readonly settled: Settled;
  readonly now: number;
};

/** The attempt goes into this task; where the call leads to another, that one is open in the same moment. */
async function callWrites(app: App, made: Made): Promise<Write[]> {
  const { prospect, call, calls, settled, now } = made;
  const lastConversation = conversation(made) ?? calls.lastConversation;
  const logged = { ...call, attempts: [...call.attempts, attemptOf(made)], version: call.version + 1 };
  const unchanged = { match: { version: call.version, state: "open" } };
  const { task } = settled;
  const said = lastConversation === undefined ? {} : { lastConversation };
  const declined = settled.declined ? { declinedAt: now } : {};
  const after: Calls = { ...calls, ...said, ...declined, coolDownUntil: settled.coolDownUntil };
  if (task.kind === "stay") {
    const evidence = lastConversation === undefined ? call.evidence : [{ at: now, text: lastConversation }];
    const agreed = settled.why === undefined ? {} : { why: settled.why, lane: "agreed" as const, evidence };
    const moved = { ...logged, ...agreed, dueAt: task.dueAt, brief: { ...call.brief, ...said } };
    return [putCall(moved, unchanged), putCalls(after, calls)];
  }
  const closing = putCall({ ...logged, state: "closed", closedAt: now }, unchanged);
  const anew = restarted(after, now);
  if (task.kind === "close") return [closing, putCalls({ ...anew, open: null }, calls)];
  const why = `Agreed: ${stepInWords(settled.nextStep)}`;
  const brief = buildBrief({
    prospect,
    rep: made.rep,
    company: app.config.company,
    library: await getLibrary(app.table),
    lane: "agreed",
    lastConversation,
  });
  const evidence = [{ at: now, text: lastConversation ?? why }];
  const next = nextCall(prospect, calls, { lane: "agreed", why, evidence, dueAt: task.dueAt, brief }, now);
  return [closing, putCall(next, "absent"), putCalls({ ...anew, open: next.number, last: next.number }, calls)];
}

const attemptOf = ({ completed, settled, now }: Made): Attempt => ({
  at: now,
  repId: completed.repId,
  disposition: completed.disposition,
  notes: completed.notes.trim(),
  nextStep: settled.nextStep,
});

/** What the next brief opens with (practice 44). Undefined when nobody spoke. */
function conversation({ call, rep, completed, settled, now }: Made): string | undefined {
  const { disposition } = completed;
  if (disposition === "no answer" || disposition === "voicemail" || disposition === "wrong number") return undefined;
  const day = dayInWords(toLocal(call.timeZone, now).date);
  const notes = completed.notes.trim().replaceAll(/\s+/g, " ");
  const outcome = disposition === "connected" ? stepInWords(settled.nextStep) : disposition;
  return `${day}, ${rep.name}${notes ? `: ${notes}` : ""} (${outcome})`;
}

function stepInWords(step: NextStep): string {
  if (step.kind === "declined") return "no next step";
  const what = step.note?.trim() ? `${step.kind}, ${step.note.trim()},` : step.kind;
  return `${what} on ${dayInWords(step.date)}${step.time ? ` at ${step.time}` : ""}`;
}

/** Ends or slows the emails where the call says so. Who has left for another reason stays gone for that one. */
async function prospectWrites(app: App, { prospect, settled, now }: Made): Promise<Write[]> {
  const { standing, longRhythm } = settled;
  if (settled.wrongPhone) return [dropPhone(prospect, now)];
  if (standing?.state === "ended" && prospect.standing.state !== "ended") {
    const exits =
      standing.reason === "meeting booked" ? (await getCadence(app.table, prospect.cadenceId))?.exits : undefined;
    if (standing.reason !== "meeting booked" || exits?.includes("meeting booked"))
      return standProspect(prospect, standing, now);
  }
  return longRhythm ? [changeProspect(prospect.id, { rhythm: "long" }, now)] : [];
}
