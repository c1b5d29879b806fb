/** Reads what the worklist shows: the calls of those whose work is looked at, in the order to make them. */
import type { App } from "../../shared/app.ts";
import type { Call } from "../../shared/call/call.ts";
import { repDay } from "../../shared/call/rep-day.ts";
import { orderWorklist } from "../../shared/call/worklist.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import { getProspects } from "../../shared/prospect/store.ts";
import type { Rep } from "../../shared/rep/rep.ts";
import type { Reader } from "./chrome.ts";
import { otherAttempts } from "./other-attempts.ts";

/** Why a call that could be made is not for today, and when it is (epoch ms). */
type Kept = { readonly why: string; readonly nextAt: number };

/** An open call with whom it is about; `repName` only when the work of several reps is shown. */
export type Task = {
  readonly call: Call;
  readonly prospect: Prospect;
  /** Attempts of the prospect's other calls. */
  readonly otherAttempts: number;
  readonly repName?: string | undefined;
  /** It is not for today. */
  readonly kept?: Kept | undefined;
};

export type GroupKind = ReturnType<typeof orderWorklist>["groups"][number]["kind"];
export type Group = { readonly kind: GroupKind; readonly tasks: readonly Task[] };

export type Worklist = {
  readonly groups: readonly Group[];
  /** There are more than are shown. */
  readonly more: boolean;
};

const MOST = 100;

/** At most a hundred calls of all groups; what is kept for later comes last. */
export async function worklistOf(app: App, reader: Reader): Promise<Worklist> {
  const shares = await Promise.all(ownersOf(reader).map((rep) => shareOf(app, rep)));
  const groups = merged(shares, reader);
  const shown = firstOf(groups, MOST);
  const tasks = await tasksOf(app, reader, shown);
  const more = groups.reduce((sum, { calls }) => sum + calls.length, 0) > MOST;
  return { groups: tasks, more };
}

/** Whose calls are shown; undefined is nobody's. */
const ownersOf = ({ rep, seen, ownerless }: Reader): (Rep | undefined)[] =>
  rep ? [rep] : [...seen, ...(ownerless ? [undefined] : [])];

type CallGroup = {
  readonly kind: GroupKind;
  readonly calls: readonly Call[];
  /** Of those that are kept: why, and until when by prospect id. */
  readonly why: string;
  readonly nextAt: ReadonlyMap<string, number>;
};

/** One rep's calls in order. */
async function shareOf(app: App, rep: Rep | undefined): Promise<CallGroup[]> {
  const { groups, nextAt, calledToday } = await repDay(app, rep);
  const { callsPerDay } = app.config.company;
  const day = callsPerDay === 1 ? "1 call a day is" : `${callsPerDay} calls a day are`;
  const why = `${day} enough${calledToday > 0 ? `, ${calledToday} made` : ""}`;
  return groups.map(({ kind, calls: of }) => ({ kind, calls: of, why, nextAt }));
}

/** The groups of several reps as one list, where each has said what is not for today. */
function merged(shares: readonly CallGroup[][], { now, zone }: Reader): CallGroup[] {
  const [only, ...others] = shares;
  if (only && others.length === 0) return only;
  const all = shares.flat();
  const today = all.filter(({ kind }) => kind !== "kept").flatMap(({ calls }) => calls);
  const { groups, nextAt } = orderWorklist(today, { now, perDay: Infinity, calledToday: 0, timeZone: zone });
  const ready = groups.map(({ kind, calls }) => ({ kind, calls, why: "", nextAt }));
  return [...ready, ...all.filter(({ kind }) => kind === "kept")];
}

function firstOf(groups: readonly CallGroup[], most: number): CallGroup[] {
  let left = most;
  return groups.map((group) => {
    const calls = group.calls.slice(0, left);
    left -= calls.length;
    return { ...group, calls };
  });
}

async function tasksOf(app: App, reader: Reader, groups: readonly CallGroup[]): Promise<Group[]> {
  const calls = groups.flatMap((group) => group.calls);
  const [prospects, others] = await Promise.all([
    getProspects(app.table, [...new Set(calls.map((call) => call.prospectId))]),
    Promise.all(calls.map((call) => otherAttempts(app.table, call))),
  ]);
  const tried = new Map(calls.map((call, i) => [call, others[i] ?? 0]));
  const names = new Map(reader.reps.map((rep) => [rep.id, rep.name]));
  const task = (call: Call, { kind, why, nextAt }: CallGroup): Task[] => {
    const prospect = prospects.get(call.prospectId);
    if (!prospect) return [];
    const repName = reader.rep ? undefined : (names.get(call.repId ?? "") ?? "No rep yet");
    const kept = kind === "kept" ? { why, nextAt: nextAt.get(call.prospectId) ?? call.dueAt } : undefined;
    return [{ call, prospect, otherAttempts: tried.get(call) ?? 0, repName, kept }];
  };
  const kinds = Map.groupBy(groups, ({ kind }) => kind);
  return [...kinds].map(([kind, ofKind]) => ({
    kind,
    tasks: ofKind.flatMap((group) => group.calls.flatMap((call) => task(call, group))),
  }));
}
