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
import { takesResult } from "./call.ts";
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
 * Saves what came of a call and where it leads, in one transaction; `next` says it in words. taken: somebody else saved a result since the rep
 * looked, or closed the task; nothing was saved. A task that was taken back while the rep was on the phone takes their result all the same, once;
 * where that leads on, another task is opened, unless one is open by then.
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
    if (!takesResult(call) || savedSince(call, completed.version)) return { outcome: "taken" };
    const now = app.now();
    // What they asked for was not theirs after all.
    const settled = settleCall(call.withdrawn ? { ...call, lane: "agreed" } : call, prospect, completed, now);
    const made: Made = { prospect, call, calls, rep, completed, settled, now };
    try {
      await app.table.write(
        ...(await callWrites(app, made)),
        ...(await prospectWrites(app, made)),
        ...(settled.note ? [putNote({ prospectId, at: now, text: settled.note })] : []),
      );
      return saved(made);
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
    }
  }
}

/** New evidence or a withdrawal changes the task too, and is no reason to lose what the rep has to say; another result is. */
const savedSince = ({ attempts, version }: Call, seen: number): boolean =>
  seen > version || (seen < version && attempts.some((attempt) => (attempt.version ?? version) > seen));

/** The task was taken back and another is open by now: what comes next belongs there. */
const isElsewhere = ({ call, calls }: Made): boolean => call.withdrawn !== undefined && calls.open !== null;

function saved(made: Made): CompleteOutcome {
  const { task, next } = made.settled;
  if (isElsewhere(made))
    return {
      outcome: "saved",
      next: `Kept in the history. Call ${made.calls.open} is open: what comes next goes there.`,
    };
  return task.kind === "close" ? { outcome: "saved", next } : { outcome: "saved", next, nextDueAt: task.dueAt };
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
  const { call, calls, settled, now } = made;
  const lastConversation = conversation(made) ?? calls.lastConversation;
  const logged = { ...call, attempts: [...call.attempts, attemptOf(made)], version: call.version + 1 };
  const unchanged = { match: { version: call.version, state: call.state } };
  const { task } = settled;
  const said = lastConversation === undefined ? {} : { lastConversation };
  const declined = settled.declined ? { declinedAt: now } : {};
  const after: Calls = { ...calls, ...said, ...declined, coolDownUntil: settled.coolDownUntil };
  if (isElsewhere(made)) return [putCall(logged, unchanged), putCalls(after, calls)];
  if (task.kind === "stay" && !call.withdrawn) {
    const evidence = lastConversation === undefined ? call.evidence : [{ at: now, text: lastConversation }];
    const agreed = settled.why === undefined ? {} : { why: settled.why, lane: "agreed" as const, evidence };
    const moved = { ...logged, ...agreed, dueAt: task.dueAt, brief: { ...call.brief, ...said } };
    return [putCall(moved, unchanged), putCalls(after, calls)];
  }
  const closing = putCall(call.withdrawn ? logged : { ...logged, state: "closed", closedAt: now }, unchanged);
  const anew = restarted(after, now);
  if (task.kind === "close") return [closing, putCalls({ ...anew, open: null }, calls)];
  const next = await following(app, made, task.dueAt);
  return [closing, putCall(next, "absent"), putCalls({ ...anew, open: next.number, last: next.number }, calls)];
}

/** The task that this one leads to. */
async function following(app: App, made: Made, dueAt: number): Promise<Call> {
  const { prospect, calls, rep, settled, now } = made;
  const said = conversation(made);
  const agreed = settled.task.kind === "follow" ? `Agreed: ${stepInWords(settled.nextStep)}` : settled.why;
  const why = agreed ?? "Called, and nobody answered";
  const brief = buildBrief({
    prospect,
    rep,
    company: app.config.company,
    library: await getLibrary(app.table),
    lane: "agreed",
    lastConversation: said ?? calls.lastConversation,
  });
  return nextCall(
    prospect,
    calls,
    { lane: "agreed", why, evidence: [{ at: now, text: said ?? why }], dueAt, brief },
    now,
  );
}

const attemptOf = ({ call, completed, settled, now }: Made): Attempt => ({
  at: now,
  repId: completed.repId,
  disposition: completed.disposition,
  notes: completed.notes.trim(),
  nextStep: settled.nextStep,
  version: call.version + 1,
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
