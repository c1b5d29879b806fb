import { judgeProgram } from "./machines.ts";
import { isOwnWords } from "./signal.ts";
import type { EvidentSignal } from "./signal.ts";
import type { Rule } from "./weights.ts";

/** The rule that applies, and its words where the table's do not say it as well. */
export type Found = { readonly rule: Rule; readonly reason?: string | undefined };

const TOO_SOON_MS = 10_000;
const EARLY_OPEN_MS = 30_000;
const EARLY_CLICK_MS = 60_000;
const BURST_MS = 300_000;
const AUTOMATIC_REPLY =
  /^\s*(?:automatic reply|auto-?reply|out of (?:the )?office|abwesenheitsnotiz|réponse automatique)\b/i;

/**
 * By itself, without the company it came in. `delivered`: when the email came, epoch ms; `opens`: those of the same email, undefined where this prospect's
 * openings are hidden.
 */
export function judgeAlone(
  signal: EvidentSignal,
  delivered: number | undefined,
  opens: readonly EvidentSignal[] | undefined,
): Found {
  if (signal.kind === "reply" && AUTOMATIC_REPLY.test(signal.text ?? "")) return { rule: "automatic-reply" };
  if (isOwnWords(signal)) return { rule: "own-words" };
  if (signal.link === "hidden") return { rule: "hidden-link" };
  if (signal.automated) return { rule: "provider-saw" };
  if (signal.method === "HEAD") return { rule: "headers-only" };
  const program = judgeProgram(signal);
  if (program.rule !== "browser" && program.rule !== "gmail-open")
    return { rule: program.rule, reason: program.reason };
  const after = delivered === undefined ? Infinity : signal.at - delivered;
  if (after < TOO_SOON_MS) return { rule: "too-soon" };
  if (signal.kind !== "click") {
    if (after <= EARLY_OPEN_MS) return { rule: "early-open" };
    return { rule: program.rule === "gmail-open" ? "gmail-open" : "open", reason: program.reason };
  }
  if (after <= EARLY_CLICK_MS) return { rule: "early-click" };
  const unopened = after <= BURST_MS && opens !== undefined && !opens.some((open) => open.at <= signal.at);
  return { rule: unopened ? "before-opening" : "click" };
}
