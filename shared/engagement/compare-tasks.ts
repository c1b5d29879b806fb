import type { RealTask, ReplayedTask } from "./history.ts";
import type { Verdict } from "./judge.ts";

/** Tasks so near one another are one: the same rise, a few emails sooner or later. */
const SAME_MS = 7 * 86_400_000;

type Paired<One, Other> = {
  readonly pairs: readonly (readonly [One, Other])[];
  readonly ones: readonly One[];
  readonly others: readonly Other[];
};

/** Which of one prospect's tasks are the same: each with the nearest that is left, at most a week away. */
function pairUp<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  atOf: { readonly one: (one: One) => number; readonly other: (other: Other) => number },
): Paired<One, Other> {
  const left = new Set(others);
  const pairs: (readonly [One, Other])[] = [];
  const alone: One[] = [];
  for (const one of ones) {
    const found = nearest([...left], atOf.one(one), atOf.other);
    if (found === undefined) alone.push(one);
    else {
      left.delete(found);
      pairs.push([one, found]);
    }
  }
  return { pairs, ones: alone, others: [...left] };
}

/** The nearest within a week. */
export function nearest<Of>(those: readonly Of[], at: number, atOf: (one: Of) => number): Of | undefined {
  const apart = (one: Of): number => Math.abs(atOf(one) - at);
  return those
    .filter((one) => apart(one) <= SAME_MS)
    .reduce<Of | undefined>((best, one) => (best === undefined || apart(one) < apart(best) ? one : best), undefined);
}

export type Difference = {
  readonly came: readonly ReplayedTask[];
  readonly gone: readonly ReplayedTask[];
  /** As they were before. */
  readonly stayed: readonly ReplayedTask[];
};

/** What would have come and gone of one prospect's tasks. */
export function compareTasks(before: readonly ReplayedTask[], after: readonly ReplayedTask[]): Difference {
  const { pairs, ones, others } = pairUp(before, after, { one: ({ at }) => at, other: ({ at }) => at });
  return { came: others, gone: ones, stayed: pairs.map(([one]) => one) };
}

/** Why a task that was there is not replayed. */
export type Reason = "erased" | "judged otherwise" | "surer now" | "order";

export type Truth = {
  readonly replayed: readonly RealTask[];
  readonly missed: readonly { readonly task: RealTask; readonly reason: Reason }[];
  /** Replayed, though none was there. */
  readonly extra: readonly ReplayedTask[];
};

/**
 * How true the replay is: with the dials of today it should give the tasks that were there. `today`: the verdicts now; `threshold`: how high the score must be
 * now. Those opened by hand are not counted.
 */
export function holdAgainstReal(
  real: readonly RealTask[],
  replayed: readonly ReplayedTask[],
  today: ReadonlyMap<string, Pick<Verdict, "human">>,
  threshold: number,
): Truth {
  const byProspect = real.filter(({ byHand }) => !byHand);
  const { pairs, ones, others } = pairUp(byProspect, replayed, { one: (one) => one.openedAt, other: ({ at }) => at });
  return {
    replayed: pairs.map(([one]) => one),
    missed: ones.map((task) => ({ task, reason: reasonOf(task, today, threshold) })),
    extra: others,
  };
}

function reasonOf({ calls }: RealTask, today: ReadonlyMap<string, Pick<Verdict, "human">>, threshold: number): Reason {
  const { evidence, score } = calls[0]!;
  const seen = evidence.map(({ signalId, human }) => ({
    human,
    now: signalId === undefined ? undefined : today.get(signalId),
  }));
  if (!seen.some(({ now }) => now)) return "erased";
  if (seen.some(({ human, now }) => now && now.human !== human)) return "judged otherwise";
  return score && score.threshold < threshold ? "surer now" : "order";
}
