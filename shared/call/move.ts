import type { App } from "../app.ts";
import { AppError, Conflict } from "../error.ts";
import { scheduleReminder } from "../letter/schedule-reminder.ts";
import { writeCalls } from "../notice/write.ts";
import type { Write } from "../ports.ts";
import { putNote } from "../prospect/note.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { getProspect } from "../prospect/store.ts";
import type { Call, Move } from "./call.ts";
import { getCall, putCall } from "./store.ts";

/** A task as somebody saw it, `version` being the call's then. */
export type SeenCall = { readonly prospectId: string; readonly number: number; readonly version: number };

/** taken: somebody else did something with the task since it was seen; nothing was written. `byRepId`: who has it now. */
export type MoveOutcome =
  | { readonly outcome: "done"; readonly dueAt: number }
  | { readonly outcome: "taken"; readonly byRepId?: string };

/** What becomes of an open task; `note` is for the prospect's history. */
export type Moved = {
  readonly changes: Partial<Pick<Call, "repId" | "dueAt" | "brief" | "step">>;
  readonly move: Omit<Move, "at" | "version">;
  readonly note: string;
  /** Of the prospect. */
  readonly also?: readonly Write[];
};

const TRIES = 5;

/**
 * Puts an open task off or gives it to somebody, in one transaction, with a line in the call and in the history; `change` says how, undefined that it is so
 * already. Of two who do so at once one wins, and the other is told who has it. New evidence is no reason to be told so.
 * @throws AppError("not-found") for a prospect or task that is not there
 */
export async function moveCall(
  app: App,
  seen: SeenCall,
  change: (call: Call, prospect: Prospect, now: number) => Promise<Moved | undefined>,
): Promise<MoveOutcome> {
  const { prospectId, number } = seen;
  for (let attempt = 1; ; attempt += 1) {
    const [call, prospect] = await Promise.all([
      getCall(app.table, prospectId, number),
      getProspect(app.table, prospectId),
    ]);
    if (!call || !prospect) throw new AppError("not-found", `there is no call ${number} of this prospect`);
    if (isTaken(call, seen.version)) return { outcome: "taken", ...whoHas(call) };
    const now = app.now();
    const moved = await change(call, prospect, now);
    if (!moved) return { outcome: "done", dueAt: call.dueAt };
    const version = call.version + 1;
    const next = {
      ...call,
      ...moved.changes,
      moves: [...(call.moves ?? []), { ...moved.move, at: now, version }],
      version,
    };
    try {
      const guard = { match: { version: call.version, state: "open" } };
      const note = putNote({ prospectId, at: now, text: moved.note });
      await writeCalls(app, putCall(next, guard), note, ...(moved.also ?? []));
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === TRIES) throw error;
      continue;
    }
    // It is moved; a scheduler that is down costs the prospect's reminder and no more.
    await scheduleReminder(app, next).catch(() => undefined);
    return { outcome: "done", dueAt: next.dueAt };
  }
}

/** Somebody called, put it off or has it since. */
const isTaken = ({ state, version, attempts, moves = [] }: Call, seen: number): boolean =>
  state !== "open" || seen > version || [...attempts, ...moves].some((one) => (one.version ?? 0) > seen);

function whoHas({ state, repId, attempts }: Call): { byRepId?: string } {
  const by = state === "open" ? repId : (attempts.at(-1)?.repId ?? repId);
  return by === undefined ? {} : { byRepId: by };
}
