import { isMeasured } from "../prospect/tracking.ts";
import { DAY } from "../time.ts";
import { callChange } from "./call-change.ts";
import type { CallChange } from "./call-change.ts";
import type { Engagement } from "./engagement.ts";
import type { Neighbours } from "./gateway.ts";
import type { Verdict } from "./judge.ts";
import type { Known } from "./known.ts";
import { engagementOf, judgeLedger } from "./score.ts";
import type { Ledger } from "./score.ts";
import { isOwnWords } from "./signal.ts";
import type { EvidentSignal, JudgedSignal } from "./signal.ts";
import { priorOf } from "./usual.ts";
import { isPerson, standardWeights } from "./weights.ts";

/** recorded: a person's, probably. machine: kept for the timeline, and for what it shows of others. not-measured: left no trace. */
export type RecordOutcome = "recorded" | "already-known" | "machine" | "not-measured" | "unknown-prospect";

export type After = {
  /** One per signal, in order. */
  readonly outcomes: RecordOutcome[];
  /** New in the ledger. */
  readonly judged: JudgedSignal[];
  /** Known before, and now seen otherwise. */
  readonly rejudged: JudgedSignal[];
  /** The same object when nothing is new. */
  readonly engagement: Engagement;
  /** What becomes of the call task. */
  readonly call: CallChange;
};

/** What turns out to be a person's after so long is history: a change of weights makes nobody call about last month. */
const NEWS_MS = 3 * DAY;

/** As many of one email as tell anything; what comes beyond is not kept, or one link could fill the ledger. */
const MOST_PER_EMAIL = 200;

/** The ledger that is kept, with signals more; when the score began anew is told by the calls. */
export function ledgerOf(
  {
    prospect,
    touches,
    calls,
    engagement,
    usual,
  }: Pick<Known, "prospect" | "touches" | "calls" | "engagement" | "usual">,
  signals: readonly EvidentSignal[],
) {
  const prior = engagement.prior ?? priorOf(usual, prospect.sector);
  return { prospectId: prospect.id, touches, signals, restarts: calls.restarts ?? [], prior } satisfies Ledger;
}

/**
 * What a prospect's new signals change: all signals are judged again beside them, the score is worked out anew, and the call task follows. `neighbours`: what
 * colleagues at the same domain did, by signal. Pure; `now` in epoch ms.
 */
export function foldSignals(
  known: Known,
  signals: readonly EvidentSignal[],
  neighbours: ReadonlyMap<string, Neighbours>,
  now: number,
): After {
  const { outcomes, fresh } = sortOut(known, signals);
  const stored = new Map(known.ledger.map((signal) => [signal.id, signal]));
  const all = [...known.ledger, ...fresh].map((signal) => withNeighbours(signal, neighbours.get(signal.id)));
  const ledger = ledgerOf(known, all);
  const verdicts = judgeLedger(ledger, standardWeights);
  const judgedAll = all.map((signal) => withVerdict(signal, verdicts.get(signal.id)!));
  const judged = judgedAll.filter(({ id }) => !stored.has(id));
  const rejudged = judgedAll.filter((signal) => {
    const before = stored.get(signal.id);
    return before !== undefined && !sameVerdict(before, signal);
  });
  const said = new Map(judged.map((signal) => [signal.id, signal]));
  const told = outcomes.map((outcome, place) => {
    const own = outcome === "recorded" ? said.get(signals[place]!.id) : undefined;
    return own && !isPerson(own.human) ? ("machine" as const) : outcome;
  });
  if (judged.length === 0 && rejudged.length === 0)
    return { outcomes: told, judged, rejudged, engagement: known.engagement, call: { kind: "none" } };
  const next = engagementOf(ledger, verdicts, now);
  const engagement = { ...next, version: known.engagement.version + 1 };
  const cleared = rejudged.filter(
    ({ id, human, at }) => isPerson(human) && !isPerson(stored.get(id)!.human) && now - at < NEWS_MS,
  );
  const call = callChange(known, { ledger, verdicts, news: [...judged, ...cleared], all: judgedAll, engagement }, now);
  if (call.kind !== "withdraw") return { outcomes: told, judged, rejudged, engagement, call };
  // As if there had been no task, for the score as well.
  const restarts = ledger.restarts.filter((restart) => restart !== known.call?.openedAt);
  const without = { ...engagementOf({ ...ledger, restarts }, verdicts, now), version: engagement.version };
  return { outcomes: told, judged, rejudged, engagement: without, call };
}

const withNeighbours = (signal: EvidentSignal, beside: Neighbours | undefined): EvidentSignal =>
  beside ? { ...signal, ...beside } : signal;
const withVerdict = (signal: EvidentSignal, verdict: Verdict): JudgedSignal => ({ ...signal, ...verdict });

const sameVerdict = (one: JudgedSignal, other: JudgedSignal): boolean =>
  one.human === other.human &&
  one.rule === other.rule &&
  one.colleagues === other.colleagues &&
  one.crowd?.clickers === other.crowd?.clickers;

/** Which signals are new and may be kept. */
function sortOut(known: Known, signals: readonly EvidentSignal[]) {
  const measured = isMeasured(known.prospect, known.company);
  const ids = new Set(known.ledger.map(({ id }) => id));
  const perEmail = new Map<string | undefined, number>();
  for (const signal of known.ledger) if (!isOwnWords(signal)) countUp(perEmail, signal.slot);
  const fresh: EvidentSignal[] = [];
  const outcomes = signals.map((signal): RecordOutcome => {
    if (ids.has(signal.id)) return "already-known";
    if (!measured && !isOwnWords(signal)) return "not-measured";
    if (!isOwnWords(signal) && countUp(perEmail, signal.slot) > MOST_PER_EMAIL) return "machine";
    ids.add(signal.id);
    fresh.push(signal);
    return "recorded";
  });
  return { outcomes, fresh };
}

function countUp(counts: Map<string | undefined, number>, slot: string | undefined): number {
  const count = (counts.get(slot) ?? 0) + 1;
  counts.set(slot, count);
  return count;
}
