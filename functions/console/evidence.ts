/** How surely the evidence of a call task is a person's doing, for people. */
import type { Evidence } from "../../shared/call/call.ts";
import type { JudgedSignal } from "../../shared/engagement/signal.ts";
import { isPerson, isRule, weightTable } from "../../shared/engagement/weights.ts";

/** 0.85 -> "85 %". */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;

type Verdict = { readonly human: number; readonly rule?: string | undefined; readonly reason?: string | undefined };

const ruleWords = ({ rule = "", reason }: Verdict): string =>
  reason || (isRule(rule) ? weightTable[rule].says : "no rule was kept");

/** "85 % a person's: a click, from a browser or mail program"; of what they said themselves there is no doubt to tell of. */
export const sureWords = (verdict: Verdict): string =>
  verdict.rule === "own-words"
    ? weightTable["own-words"].says
    : `${percent(verdict.human)} a person's: ${ruleWords(verdict)}`;

export type SeenEvidence = Evidence & {
  /** How surely a person's; undefined where nothing was measured. */
  readonly sure?: string | undefined;
  /** It was taken for a person's once and is not any more. */
  readonly machine: boolean;
};

/** The evidence as it is judged today; what the ledger does not know any more stays as it was. */
export function evidenceSeen(evidence: readonly Evidence[], ledger: readonly JudgedSignal[]): SeenEvidence[] {
  const signals = new Map(ledger.map((signal) => [signal.id, signal]));
  return evidence.map((item) => {
    const known = item.signalId === undefined ? undefined : signals.get(item.signalId);
    const human = known?.human ?? item.human;
    if (human === undefined) return { ...item, machine: false };
    const verdict = { human, rule: known?.rule ?? item.rule, reason: known?.reason };
    const machine = !isPerson(human);
    return { ...item, sure: machine ? `A machine's after all: ${ruleWords(verdict)}` : sureWords(verdict), machine };
  });
}
