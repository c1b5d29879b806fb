import type { Write } from "../ports.ts";
import type { Call, Calls } from "./call.ts";
import { notRestarted } from "./restarts.ts";
import { whyShareAnything } from "./share-words.ts";
import { putCall, putCalls } from "./store.ts";

/** What a call says in the place of a reason that was measured. */
const FORGOTTEN = "What was measured is erased: withdrew consent to be measured";
/** Why a call is taken back that stood on nothing else. */
const WITHDREW = "withdrew consent to be measured";
/** Why a call was taken back earlier: what a machine did was measured too. */
const ERASED = "the reason is erased";

const NOTE_OF_TAKING_BACK = /^Call \d+ taken back: /;

/** A note of the history without what it says because of measured signals; the same text when it says nothing of them. */
export function noteWithoutMeasured(text: string): string {
  const start = NOTE_OF_TAKING_BACK.exec(text)?.[0];
  return start === undefined || text === start + WITHDREW ? text : start + ERASED;
}

export type Forgotten = {
  /** The closing of a call task and its lock stand first, so that they go in one transaction. */
  readonly writes: Write[];
  /** Number of the open call task that stood on nothing else and is closed. */
  readonly takenBack?: number;
};

/**
 * Takes out of all calls of a prospect what they say because of measured signals. An open call task that stands on those only is taken back; one that
 * stands on something else too goes on with that. The talking point of the brief stays, though clicks may have helped to choose it: it is an article
 * and says nothing of them. Pure; `now` in epoch ms. No writes when there is nothing left to take out.
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
      const withdrawn = { at: now, why: WITHDREW };
      closing.push(putCall({ ...next, state: "closed", closedAt: now, withdrawn, version }, unchanged));
      closing.push(putCalls({ ...notRestarted(calls, call.openedAt), open: null }, calls));
    } else others.push(putCall({ ...next, version }, unchanged));
  }
  return { writes: [...closing, ...others], ...(takenBack !== undefined && { takenBack }) };
}

/** The call without what was measured; the same object when it says nothing measured. The first evidence is what `why` says. */
function cleaned(before: Call, isKept: (signalId: string) => boolean): Call {
  const call = withoutTopics(withoutReasons(before));
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

/** A task to share something says on what, as clicks may have told; the same object when it says nothing of it. */
function withoutTopics(call: Call): Call {
  const { heatedFrom } = call;
  const why = call.lane === "share" ? whyShareAnything(call.why) : call.why;
  const before = heatedFrom?.lane === "share" ? whyShareAnything(heatedFrom.why) : heatedFrom?.why;
  if (why === call.why && before === heatedFrom?.why) return call;
  return { ...call, why, ...(heatedFrom && before !== undefined && { heatedFrom: { ...heatedFrom, why: before } }) };
}

/** Without why it was warming before they asked, what it was opened as, and why it was taken back; the same object when it says neither. */
function withoutReasons(call: Call): Call {
  const { heatedFrom, withdrawn, openedAs, ...rest } = call;
  const warmed = heatedFrom?.lane === "warming";
  const tells = withdrawn !== undefined && withdrawn.why !== WITHDREW && withdrawn.why !== ERASED;
  // Of what opened it the evidence is gone, so nobody can say whether it was measured; what a rep or a call opened it for was not.
  const measured = openedAs !== undefined && openedAs.lane !== "agreed" && openedAs.why !== FORGOTTEN;
  if (!warmed && !tells && !measured) return call;
  return {
    ...rest,
    ...(heatedFrom && !warmed && { heatedFrom }),
    ...(openedAs && { openedAs: measured ? { lane: "agreed" as const, why: FORGOTTEN } : openedAs }),
    ...(withdrawn && { withdrawn: tells ? { ...withdrawn, why: ERASED } : withdrawn }),
  };
}
