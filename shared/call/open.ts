import type { Write } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Brief, Call, Calls, Evidence, NextStep, ScoreShown } from "./call.ts";
import { restarted } from "./restarts.ts";
import { putCall, putCalls } from "./store.ts";

export type Opening = {
  readonly lane: Call["lane"];
  readonly why: string;
  readonly evidence: readonly Evidence[];
  readonly score?: ScoreShown | undefined;
  /** Epoch ms. */
  readonly dueAt: number;
  readonly brief: Brief;
  /** What was agreed and the task is for. */
  readonly step?: NextStep | undefined;
};

/** The call task that would be opened next, number and all. */
export const nextCall = (prospect: Prospect, calls: Calls, opening: Opening, now: number): Call => ({
  prospectId: prospect.id,
  number: calls.last + 1,
  repId: prospect.repId,
  state: "open",
  lane: opening.lane,
  why: whyOf(prospect, opening.why),
  evidence: [...opening.evidence],
  ...(opening.score && { score: opening.score }),
  openedAt: now,
  dueAt: opening.dueAt,
  timeZone: prospect.timeZone,
  ...(prospect.country && { country: prospect.country }),
  brief: opening.brief,
  attempts: [],
  ...(opening.step && { step: opening.step }),
  emailsBefore: prospect.touchCount,
  version: 1,
});

/**
 * Two writes that open a call task inside somebody's transaction. The lock lets only one through: it fails when another call was opened or closed
 * since `calls` was read.
 */
export function openCall(prospect: Prospect, calls: Calls, opening: Opening, now: number): Write[] {
  const call = nextCall(prospect, calls, opening, now);
  return [putCall(call, "absent"), putCalls({ ...restarted(calls, now), open: call.number, last: call.number }, calls)];
}

/** There is no calling before somebody has found the number. */
function whyOf({ phone, wrongPhones = [] }: Partial<Pick<Prospect, "phone" | "wrongPhones">>, why: string): string {
  const wrong = wrongPhones.at(-1);
  return phone === undefined && wrong !== undefined ? `Find the number first (${wrong} is not theirs). ${why}` : why;
}

/**
 * A prospect who asks while a call task is already open: the same task moves to the hot lane, or stays there, with the new evidence on top and due
 * no later than before, unless that is over.
 */
export const heatCall = (
  call: Call,
  prospect: Prospect,
  opening: Omit<Opening, "brief" | "step"> & { readonly brief?: Brief | undefined },
): Write =>
  putCall(
    {
      ...call,
      brief: opening.brief ?? call.brief,
      ...(call.lane !== "hot" && { heatedFrom: { lane: call.lane, why: call.why, dueAt: call.dueAt } }),
      lane: opening.lane,
      ...(isStronger(call, opening)
        ? { evidence: [call.evidence[0]!, ...opening.evidence, ...call.evidence.slice(1)].slice(0, EVIDENCE_KEPT) }
        : {
            why: whyOf(prospect, opening.why),
            evidence: [...opening.evidence, ...call.evidence].slice(0, EVIDENCE_KEPT),
          }),
      dueAt: isLong(call, opening) ? opening.dueAt : Math.min(call.dueAt, opening.dueAt),
      version: call.version + 1,
    },
    { match: { version: call.version, state: "open" } },
  );

/** It was due before they asked, for something else; of their own wish the clock does not run at night. */
const isLong = (call: Call, { evidence }: Pick<Opening, "evidence">): boolean =>
  call.lane !== "hot" && call.dueAt < (evidence[0]?.at ?? 0);

const EVIDENCE_KEPT = 12;

/** What they said themselves is not pushed off the top by what they looked at since. */
const isStronger = (call: Call, { evidence }: Pick<Opening, "evidence">): boolean =>
  call.lane === "hot" && (call.evidence[0]?.human ?? 0) > (evidence[0]?.human ?? 0);
