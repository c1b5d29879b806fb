import type { App } from "../../shared/app.ts";
import { compareTasks, holdAgainstReal } from "../../shared/engagement/compare-tasks.ts";
import type { Reason } from "../../shared/engagement/compare-tasks.ts";
import { realTasks } from "../../shared/engagement/history.ts";
import type { ReplayedTask } from "../../shared/engagement/history.ts";
import type { Rows } from "../../shared/engagement/recompute.ts";
import { replayTasks } from "../../shared/engagement/replay.ts";
import { judgeLedger, standardDials } from "../../shared/engagement/score.ts";
import type { Dials } from "../../shared/engagement/score.ts";
import { priorOf, thresholdOf } from "../../shared/engagement/usual.ts";
import { toLocal } from "../../shared/time.ts";
import type { Bar } from "./answer.ts";
import { everyRows } from "./every-prospect.ts";

export type How = {
  readonly dials: Dials;
  readonly falseTasks: number | undefined;
  readonly since: string | undefined;
};

/** `real`: tasks that signals opened and that were not taken back; of those `replayed` come again with today's dials. */
export type ReplayedAll = {
  prospects: number;
  readonly came: ReplayedTask[];
  readonly gone: ReplayedTask[];
  stay: number;
  real: number;
  replayed: number;
  readonly missed: { [reason in Reason]: number };
  /** Today's dials would open them, though none was there. */
  extra: number;
};

const inOrder = (a: ReplayedTask, b: ReplayedTask): number => a.at - b.at || (a.prospectId < b.prospectId ? -1 : 1);

/** Replays every prospect with today's dials and with others. Reads only. */
export async function replayAll(app: App, how: How, bar: Bar): Promise<ReplayedAll> {
  const all: ReplayedAll = {
    prospects: 0,
    came: [],
    gone: [],
    stay: 0,
    real: 0,
    replayed: 0,
    missed: { erased: 0, "judged otherwise": 0, "surer now": 0, order: 0 },
    extra: 0,
  };
  for await (const rows of everyRows(app, bar)) addTo(all, rows, how);
  all.came.sort(inOrder);
  all.gone.sort(inOrder);
  return all;
}

function addTo(all: ReplayedAll, { known, calls }: Rows, { dials, falseTasks, since = "" }: How): void {
  all.prospects += 1;
  const { prospect, touches, ledger, usual, company, engagement } = known;
  if (ledger.length === 0 && calls.length === 0) return;
  const prior = engagement.prior ?? priorOf(usual, prospect.sector);
  const history = { prospect, touches, signals: ledger, prior, calls, usual };
  const recent = (at: number): boolean => since === "" || toLocal(prospect.timeZone, at).date >= since;
  const today = replayTasks(history, standardDials, company);
  const falseTasksPerFortnight = falseTasks ?? company.falseTasksPerFortnight;
  const same = dials === standardDials && falseTasksPerFortnight === company.falseTasksPerFortnight;
  const tried = same ? today : replayTasks(history, dials, { ...company, falseTasksPerFortnight });
  const { came, gone, stayed } = compareTasks(today, tried);
  all.came.push(...came.filter(({ at }) => recent(at)));
  all.gone.push(...gone.filter(({ at }) => recent(at)));
  all.stay += stayed.filter(({ at }) => recent(at)).length;
  const verdicts = judgeLedger({ touches, signals: ledger }, standardDials.weights);
  const threshold = thresholdOf(usual, prospect.repId, company.falseTasksPerFortnight, { now: 0 });
  const truth = holdAgainstReal(realTasks(calls), today, verdicts, threshold);
  const missed = truth.missed.filter(({ task }) => recent(task.openedAt));
  const replayed = truth.replayed.filter(({ openedAt }) => recent(openedAt)).length;
  all.real += replayed + missed.length;
  all.replayed += replayed;
  for (const { reason } of missed) all.missed[reason] += 1;
  all.extra += truth.extra.filter(({ at }) => recent(at)).length;
}
