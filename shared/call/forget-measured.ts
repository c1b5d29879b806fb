import type { Write } from "../ports.ts";
import type { Call, Calls } from "./call.ts";
import { notRestarted } from "./restarts.ts";
import { putCall, putCalls } from "./store.ts";

/** What a call says in the place of a reason that was measured. */
const FORGOTTEN = "What was measured is erased: withdrew consent to be measured";

export type Forgotten = {
  /** The closing of a call task and its lock stand first, so that they go in one transaction. */
  readonly writes: Write[];
  /** Number of the open call task that stood on nothing else and is closed. */
  readonly takenBack?: number;
};

/**
 * Takes out of all calls of a prospect what they say because of measured signals. An open call task that stands on those only is taken back; one that
 * stands on something else too goes on with that. Pure; `now` in epoch ms. No writes when there is nothing left to take out.
 */
export function withoutMeasured(
  calls: Calls,
  all: readonly Call[],
  isKept: (signalId: string) => boolean,
  now: number,
): Forgotten {
  const closing: Write[] = [];
  const others: Write[] = [];
  let takenBack: number | undefined;
  for (const call of all) {
    const next = cleaned(call, isKept);
    if (next === call) continue;
    const version = call.version + 1;
    const unchanged = { match: { version: call.version, state: call.state } };
    if (call.state === "open" && next.evidence.length === 0) {
      takenBack = call.number;
      const withdrawn = { at: now, why: "withdrew consent to be measured" };
      closing.push(putCall({ ...next, state: "closed", closedAt: now, withdrawn, version }, unchanged));
      closing.push(putCalls({ ...notRestarted(calls, call.openedAt), open: null }, calls));
    } else others.push(putCall({ ...next, version }, unchanged));
  }
  return { writes: [...closing, ...others], ...(takenBack !== undefined && { takenBack }) };
}

/** The call without what was measured; the same object when it says nothing measured. The first evidence is what `why` says. */
function cleaned(call: Call, isKept: (signalId: string) => boolean): Call {
  const evidence = call.evidence.filter(({ signalId }) => signalId === undefined || isKept(signalId));
  if (evidence.length === call.evidence.length && !call.score) return call;
  const { score: _measured, ...rest } = call;
  if (evidence.length > 0 && evidence[0] === call.evidence[0]) return { ...rest, evidence };
  const asked = evidence.some(({ signalId }) => signalId !== undefined);
  const [first] = evidence;
  return first === undefined
    ? { ...rest, evidence, why: FORGOTTEN }
    : { ...rest, evidence, why: first.text, lane: asked ? "hot" : "agreed" };
}
