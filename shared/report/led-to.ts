import type { Call } from "../call/call.ts";
import { realTasks } from "../engagement/history.ts";
import type { JudgedSignal } from "../engagement/signal.ts";
import { isPerson } from "../engagement/weights.ts";
import { isConversation } from "../practice/dials.ts";
import type { TouchFact } from "./fact.ts";

/** What an email led to. */
export type LedTo = Required<Pick<TouchFact, "callTask" | "conversation" | "meeting">>;

/** A slot that a task stands on, and when evidence came from there (epoch ms). */
type Ground = { readonly slot: string; readonly at: number };

type Signals = ReadonlyMap<string, Pick<JudgedSignal, "id" | "kind" | "slot" | "at" | "human">>;

/**
 * The call task that each email led to, by slot: the first task with a signal of that email in its evidence. Tasks that were taken back led nowhere, and one
 * that a rep opened has no email behind it. Conversations and meetings are those of the task and of the tasks that followed from it, after the first of that evidence came.
 * Pure.
 */
export function callsLedTo(calls: readonly Call[], signals: Signals): Map<string, LedTo> {
  const led = new Map<string, LedTo>();
  for (const { calls: chain } of realTasks(calls))
    for (const [place, call] of chain.entries()) {
      const grounds = groundsOf(call, signals);
      const since = Math.min(...grounds.map(({ at }) => at));
      for (const { slot } of grounds) if (!led.has(slot)) led.set(slot, cameOf(chain.slice(place), since, signals));
    }
  return led;
}

function groundsOf(call: Call, signals: Signals): Ground[] {
  const found = call.evidence.flatMap(({ signalId, at }) => {
    const slot = signalId === undefined ? undefined : signals.get(signalId)?.slot;
    return slot === undefined ? [] : [{ slot, at }];
  });
  return found.length > 0 ? found : groundsBefore(call, signals);
}

/** Where something was agreed in the same task, that stands in the place of the evidence it was opened with. */
function groundsBefore({ openedAs, score, openedAt }: Call, signals: Signals): Ground[] {
  if (openedAs?.lane === "warming" && score) {
    const began = score.emails.findLast((email) => !email.waiting)?.began ?? 1;
    return score.emails
      .slice(-began)
      .filter(({ open, click }) => isPerson(click) || isPerson(open ?? 0))
      .map(({ date }) => ({ slot: date, at: openedAt }));
  }
  if (openedAs?.lane !== "hot") return [];
  const last = [...signals.values()]
    .filter(({ at, human, slot }) => slot !== undefined && at <= openedAt && isPerson(human))
    .reduce<Ground | undefined>(
      (latest, { slot, at }) => (slot !== undefined && at >= (latest?.at ?? 0) ? { slot, at } : latest),
      undefined,
    );
  return last ? [last] : [];
}

/** `chain`: the task and those that followed. */
function cameOf(chain: readonly Call[], since: number, signals: Signals): LedTo {
  const call = chain[0]!;
  const spoken = chain
    .flatMap(({ attempts }) => attempts)
    .filter((attempt) => attempt.at >= since && isConversation(attempt));
  const booked = chain.some(({ evidence }) =>
    evidence.some(({ signalId = "", at }) => at >= since && signals.get(signalId)?.kind === "booking"),
  );
  return {
    callTask: { number: call.number, lane: call.openedAs?.lane ?? call.lane, at: call.openedAt },
    conversation: spoken.length > 0,
    meeting: booked || spoken.some(({ nextStep: { kind } }) => kind === "meeting" || kind === "demo"),
  };
}
