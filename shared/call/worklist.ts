import { addDays, toLocal } from "../time.ts";
import { agreedAt } from "./agreed-at.ts";
import { clockOf } from "./asked.ts";
import type { Call } from "./call.ts";
import { goodHourOn, hotDueAt, isGoodHour } from "./good-hours.ts";

/**
 * hot: they asked and can be called now. good-hour: due, and it is a good hour where they are. due: due, at no good hour. later-today, coming: by when.
 * kept: what is more than a day's share.
 */
type GroupKind = "hot" | "good-hour" | "due" | "later-today" | "coming" | "kept";
export type Group = { readonly kind: GroupKind; readonly calls: Call[] };

export type Day = {
  /** Epoch ms. */
  readonly now: number;
  /** How many tasks a day, those who asked apart (Company.callsPerDay). */
  readonly perDay: number;
  /** Dials made already today. */
  readonly calledToday: number;
  /** The rep's, whose day "today" is; without one, that of each prospect. */
  readonly timeZone?: string | undefined;
};

export type Worklist = {
  /** In the order in which they are worked through; none is empty. */
  readonly groups: Group[];
  /** Of what is kept: the next good hour (epoch ms) for it, by prospect id. */
  readonly nextAt: ReadonlyMap<string, number>;
};

/**
 * A rep's open tasks in the order of what matters now. First who asked and can be called, the clock that has run longest first; then those whose good hour it
 * is, with what was agreed for a time before what rose highest; then what else is due, by rise; then what comes. What is over the day's share is kept for
 * a later good hour, but never who asked nor what was agreed for a time. Pure.
 */
export function orderWorklist(calls: readonly Call[], day: Day): Worklist {
  const { now, perDay, calledToday } = day;
  const kinds = Map.groupBy(calls, (call) => kindOf(call, day));
  const of = (kind: GroupKind): Call[] => kinds.get(kind) ?? [];
  const ordered: Group[] = [
    { kind: "hot", calls: of("hot").toSorted((a, b) => waiting(b, now) - waiting(a, now) || a.dueAt - b.dueAt) },
    { kind: "good-hour", calls: of("good-hour").toSorted(fixedThenRise) },
    { kind: "due", calls: of("due").toSorted(fixedThenRise) },
    { kind: "later-today", calls: of("later-today").toSorted((a, b) => a.dueAt - b.dueAt) },
    { kind: "coming", calls: of("coming").toSorted((a, b) => a.dueAt - b.dueAt) },
  ];
  const today = ordered.filter(({ kind }) => kind !== "hot" && kind !== "coming").flatMap((group) => group.calls);
  const fixed = today.filter(isFixed).length;
  const room = Math.max(0, perDay - calledToday - fixed);
  const kept = new Set(today.filter((call) => !isFixed(call) && !isHot(call)).slice(room));
  const groups = [
    ...ordered.map(({ kind, calls: all }) => ({ kind, calls: all.filter((call) => !kept.has(call)) })),
    { kind: "kept" as const, calls: [...kept] },
  ];
  return {
    groups: groups.filter((group) => group.calls.length > 0),
    nextAt: new Map([...kept].map((call) => [call.prospectId, nextDay(call, now)])),
  };
}

function kindOf(call: Call, { now, timeZone }: Day): GroupKind {
  if (call.dueAt > now) {
    const zone = timeZone ?? call.timeZone;
    return toLocal(zone, call.dueAt).date === toLocal(zone, now).date ? "later-today" : "coming";
  }
  if (call.lane === "hot") return hotDueAt(now, call) === now ? "hot" : "due";
  return isFixed(call) || isGoodHour(now, call) ? "good-hour" : "due";
}

/** How long somebody who asked has waited, in seconds; who was tried since comes after them. */
const waiting = (call: Call, now: number): number => clockOf(call, now)?.since ?? -1;

/** Agreed for a time of day, and neither put off nor tried in vain since. */
export const isFixed = (call: Pick<Call, "step" | "timeZone" | "dueAt">): boolean => agreedAt(call) === call.dueAt;

/** How high the score stood that opened the task. */
const riseOf = ({ score }: Call): number => score?.emails.at(-1)?.score ?? 0;

/** Who asked and cannot be called at this hour comes before all. */
const isHot = ({ lane }: Call): boolean => lane === "hot";

const fixedThenRise = (a: Call, b: Call): number =>
  Number(isHot(b)) - Number(isHot(a)) ||
  Number(isFixed(b)) - Number(isFixed(a)) ||
  riseOf(b) - riseOf(a) ||
  a.dueAt - b.dueAt;

/** The first good hour after today. */
const nextDay = (call: Call, now: number): number =>
  goodHourOn(addDays(toLocal(call.timeZone, now).date, 1), call, now);
