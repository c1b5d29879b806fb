import { COOL_DOWN_MS } from "../call/attempts.ts";
import type { Call } from "../call/call.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Touch } from "../touch/touch.ts";
import type { Prior } from "./rise-test.ts";
import type { EvidentSignal } from "./signal.ts";
import type { Usual } from "./usual.ts";

/** All that happened with a prospect. */
export type History = {
  readonly prospect: Prospect;
  readonly touches: readonly Touch[];
  readonly signals: readonly EvidentSignal[];
  readonly prior: Prior;
  /** The tasks that were really there. */
  readonly calls: readonly Call[];
  /** As it is now: how high a score must be follows from it. */
  readonly usual: Usual;
};

/** A call task that would have been opened. `at`: epoch ms. */
export type ReplayedTask = {
  readonly prospectId: string;
  readonly at: number;
  readonly timeZone: string;
  readonly lane: "hot" | "warming";
  readonly why: string;
};

/** A call task that was really there, with the tasks it led to. Instants in epoch ms; Infinity: not over yet. */
export type RealTask = {
  readonly openedAt: number;
  /** When the last of them was closed. */
  readonly closedAt: number;
  /** Until then no rise opens the next. */
  readonly coolDownUntil: number;
  /** Opened by a rep and not by what the prospect did. */
  readonly byHand: boolean;
  readonly calls: readonly Call[];
};

/** The tasks there were, oldest first, without those that were taken back. Pure. */
export function realTasks(calls: readonly Call[]): RealTask[] {
  const chains: Call[][] = [];
  for (const call of calls.filter(({ withdrawn }) => !withdrawn).toSorted((a, b) => a.number - b.number)) {
    const chain = chains.at(-1);
    if (chain?.at(-1)?.closedAt === call.openedAt) chain.push(call);
    else chains.push([call]);
  }
  return chains.map(taskOf);
}

function taskOf(calls: readonly Call[]): RealTask {
  const [first, last] = [calls[0]!, calls.at(-1)!];
  const { closedAt = Infinity, attempts } = last;
  const called = attempts.some(({ at }) => at === closedAt);
  return {
    openedAt: first.openedAt,
    closedAt,
    coolDownUntil: called ? closedAt + COOL_DOWN_MS : closedAt,
    byHand: first.evidence.some(({ signalId, at }) => signalId === undefined && at === first.openedAt),
    calls,
  };
}

/** When the prospect had last said no by then to any next step. */
export function declinedBy(calls: readonly Call[], now: number): number | undefined {
  const noes = calls
    .flatMap(({ attempts }) => attempts)
    .filter(({ at, disposition, nextStep }) => at <= now && SAID.has(disposition) && nextStep.kind === "declined");
  return noes.length > 0 ? Math.max(...noes.map(({ at }) => at)) : undefined;
}

/** Of what follows from silence the practice says "declined" too, and nobody has said it. */
const SAID = new Set<Call["attempts"][number]["disposition"]>(["connected", "not interested"]);

/** From when on the prospect got no more email, as far as that was noted; Infinity: still does. */
export function leftAt({ prospect: { standing, updatedAt }, signals, calls }: History): number {
  if (standing.state !== "ended") return Infinity;
  const { reason } = standing;
  const replies = signals.filter(({ kind }) => kind === "reply").map(({ at }) => at);
  const said = calls.flatMap(({ attempts }) => attempts).filter(({ disposition }) => disposition === reason);
  const moments = reason === "replied" ? replies : said.map(({ at }) => at);
  return moments.length > 0 ? Math.max(...moments) : updatedAt;
}

/** When "do not call" was said is not kept: after the last task that a rise opened, or always. */
export function notCalledFrom({ prospect, calls }: History): number {
  if (!prospect.doNotCall) return Infinity;
  return Math.max(
    0,
    ...calls.filter(({ lane, openedAs }) => (openedAs?.lane ?? lane) === "warming").map(({ openedAt }) => openedAt + 1),
  );
}
