import type { App } from "../app.ts";
import type { Cadence } from "../cadence/cadence.ts";
import { AppError } from "../error.ts";
import { newId } from "../id.ts";
import { isSilent, isUnderWay, mostWeeks } from "./rehearsal.ts";
import type { Rehearsal } from "./rehearsal.ts";
import { dropRehearsal, getRehearsals, putRehearsal } from "./store.ts";

/** A company plans with two or three at a time; each takes a processor for itself. */
const MOST_AT_ONCE = 4;
/** So many are kept; the oldest that is over gives way. */
const MOST_KEPT = 12;

export type RehearsalOrder = {
  /** 1 to 26. */
  readonly weeks: number;
  readonly label: string;
  /** Takes the place of the saved one of its id. */
  readonly cadence?: Cadence | undefined;
  readonly draftId?: string | undefined;
  /** As if nothing were paused. */
  readonly unpaused?: boolean | undefined;
  /** Name of who wants to know. */
  readonly by: string;
};

/**
 * Orders a dry run, which is worked out by and by. Throws AppError("invalid") for other weeks than there may be, AppError("conflict") while too many are
 * under way.
 * @returns its id
 */
export async function orderRehearsal(app: App, order: RehearsalOrder): Promise<string> {
  const { weeks, label, cadence, draftId, unpaused, by } = order;
  if (!Number.isInteger(weeks) || weeks < 1 || weeks > mostWeeks)
    throw new AppError("invalid", `weeks: a dry run is of 1 to ${mostWeeks} weeks`);
  const now = app.now();
  const kept = await getRehearsals(app.table);
  const busy = kept.filter((one) => isUnderWay(one) && !isSilent(one, now));
  if (busy.length >= MOST_AT_ONCE)
    throw new AppError("conflict", `${busy.length} dry runs are under way already. Wait for one of them, or stop it.`);
  for (const old of tooMany(kept, now)) await dropRehearsal(app.table, old.id);
  const id = `${now.toString(36).padStart(9, "0")}${newId()}`;
  const given = {
    ...(cadence && { cadence }),
    ...(draftId !== undefined && { draftId }),
    ...(unpaused && { unpaused }),
  };
  const words = label.trim().slice(0, 120) || (weeks === 1 ? "1 week" : `${weeks} weeks`);
  const state = { state: "waiting", progress: 0, progressAt: now } as const;
  await app.table.write(putRehearsal({ id, label: words, weeks, by, orderedAt: now, ...state, ...given }));
  await app.reckonings.send([{ of: "rehearsal", rehearsalId: id }]);
  return id;
}

/** Those that make room, oldest last. */
const tooMany = (kept: readonly Rehearsal[], now: number): Rehearsal[] =>
  kept.filter((one) => !isUnderWay(one) || isSilent(one, now)).slice(MOST_KEPT - 1);
