import type { App } from "../app.ts";
import { libraryInUse } from "../content/in-use.ts";
import type { Write } from "../ports.ts";
import { toLocal } from "../time.ts";
import { agreedAt } from "./agreed-at.ts";
import { buildBrief } from "./brief.ts";
import type { Call, Calls } from "./call.ts";
import { attemptOf, conversation, isElsewhere, stepInWords } from "./made.ts";
import type { Made } from "./made.ts";
import { nextCall } from "./open.ts";
import { restarted } from "./restarts.ts";
import { didSpeak } from "./settled.ts";
import { putCall, putCalls } from "./store.ts";

/** What becomes of the task. `call`: with the attempt in it. `next`: the task that goes on, this one or the one after. */
export type LedTo = { readonly writes: Write[]; readonly call: Call; readonly next?: Call };

/** The attempt goes into this task; where the call leads to another, that one is open in the same moment. */
export async function ledTo(app: App, made: Made): Promise<LedTo> {
  const { call, calls, settled, now } = made;
  const { task } = settled;
  const logged = { ...call, attempts: [...call.attempts, attemptOf(made)], version: call.version + 1 };
  const unchanged = { match: { version: call.version, state: call.state } };
  const after = callsAfter(made);
  if (isElsewhere(made)) return { writes: [putCall(logged, unchanged), putCalls(after, calls)], call: logged };
  if (task.kind === "stay" && !call.withdrawn) {
    const moved = { ...logged, ...goesOnAs(made), dueAt: task.dueAt };
    return { writes: [putCall(moved, unchanged), putCalls(after, calls)], call: moved, next: moved };
  }
  const closed = call.withdrawn ? logged : { ...logged, state: "closed" as const, closedAt: now };
  const closing = putCall(closed, unchanged);
  const anew = restarted(after, now);
  if (task.kind === "close") return { writes: [closing, putCalls({ ...anew, open: null }, calls)], call: closed };
  const next = await following(app, made, task.dueAt);
  const opened = { ...anew, open: next.number, last: next.number };
  return { writes: [closing, putCall(next, "absent"), putCalls(opened, calls)], call: closed, next };
}

function callsAfter(made: Made): Calls {
  const { calls, completed, settled, now } = made;
  const lastConversation = conversation(made) ?? calls.lastConversation;
  const spoke = didSpeak(completed.disposition);
  return {
    ...calls,
    ...(lastConversation !== undefined && { lastConversation }),
    ...(spoke && { conversations: (calls.conversations ?? 0) + 1 }),
    ...(settled.declined && { declinedAt: now }),
    coolDownUntil: settled.coolDownUntil,
  };
}

/**
 * What a task that stays is now: still what it was, or what was agreed in its place. The history keeps what it was opened as, and touches are counted from
 * here. A meeting nobody came to is booked no more.
 */
function goesOnAs(made: Made): Partial<Call> {
  const { call, calls, prospect, settled, now } = made;
  const said = conversation(made);
  const lastConversation = said ?? calls.lastConversation;
  const brief = lastConversation === undefined ? call.brief : { ...call.brief, lastConversation };
  if (settled.why === undefined) return { brief, ...(isMissed(made) && { step: undefined }) };
  return {
    brief,
    why: settled.why,
    lane: "agreed",
    openedAs: call.openedAs ?? { lane: call.lane, why: call.why },
    evidence: said === undefined ? call.evidence : [{ at: now, text: said }],
    step: settled.nextStep,
    emailsBefore: prospect.touchCount,
  };
}

function isMissed({ call, now }: Made): boolean {
  const { step, timeZone } = call;
  const at = agreedAt(call);
  if (at !== undefined) return at <= now;
  return step !== undefined && step.kind !== "declined" && step.date <= toLocal(timeZone, now).date;
}

/** The task that this one leads to. */
async function following(app: App, made: Made, dueAt: number): Promise<Call> {
  const { prospect, calls, rep, settled, now } = made;
  const said = conversation(made);
  const step = settled.nextStep.kind === "declined" || settled.task.kind !== "follow" ? undefined : settled.nextStep;
  const why = settled.why ?? (step ? `Agreed: ${stepInWords(step)}` : "Called, and nobody answered");
  const brief = buildBrief({
    prospect,
    rep,
    company: app.config.company,
    library: await libraryInUse(app),
    lane: "agreed",
    lastConversation: said ?? calls.lastConversation,
    conversations: callsAfter(made).conversations,
  });
  return nextCall(
    prospect,
    calls,
    { lane: "agreed", why, evidence: [{ at: now, text: said ?? why }], dueAt, brief, step },
    now,
  );
}
