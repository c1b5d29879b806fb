import { judgeUserAgent } from "./machines.ts";
import type { EvidentSignal } from "./signal.ts";
import { togetherness, visitOf } from "./visit.ts";
import { weightTable } from "./weights.ts";
import type { Rule, Weights } from "./weights.ts";
import { patience } from "./gateway.ts";

/** How surely a person did it (0 to 1), by which rule, and that rule in words. */
export type Verdict = { readonly human: number; readonly rule: Rule; readonly reason: string };

/** What an email was: when it was delivered (epoch ms) and how many links were there to follow. */
export type Delivered = { readonly at: number; readonly links: number };

const TOO_SOON_MS = 10_000;
const EARLY_OPEN_MS = 30_000;
const EARLY_CLICK_MS = 60_000;
const BURST_MS = 300_000;
const COLLEAGUES = 3;

const AUTOMATIC_REPLY =
  /^\s*(?:automatic reply|auto-?reply|out of (?:the )?office|abwesenheitsnotiz|réponse automatique)\b/i;

const OWN_WORDS = new Set<EvidentSignal["kind"]>(["reply", "form", "booking"]);
/** A machine by these is one in all it did on that visit. */
const CONTAGIOUS = new Set<Rule>([
  "provider-saw",
  "headers-only",
  "hidden-link",
  "too-soon",
  "every-link",
  "two-at-once",
  "known-machine",
  "says-nothing",
]);

/** What a person would do, so soon after delivery. */
const PATIENT = new Set<Rule>(["click", "before-opening", "early-click"]);

type Found = { readonly rule: Rule; readonly reason?: string | undefined };

/**
 * Was it a person? Verdicts by signal id, for all signals of one prospect together: a scanner shows by its company, and may show late, so the same
 * signal can be judged otherwise when more has come. Pure; `emails` by slot.
 */
export function judgeSignals(
  signals: readonly EvidentSignal[],
  emails: ReadonlyMap<string, Delivered>,
  weights: Weights,
): Map<string, Verdict> {
  const found = new Map<string, Found>();
  for (const [slot, hits] of Map.groupBy(signals, (signal) => signal.slot))
    judgeEmail(hits, slot === undefined ? undefined : emails.get(slot), found);
  return new Map(signals.map((signal) => [signal.id, verdictOf(signal, found.get(signal.id)!, weights)]));
}

/** A click loses what its domain's haste takes from it; what is a machine's by a rule is no less one. */
function verdictOf(signal: EvidentSignal, { rule, reason }: Found, weights: Weights): Verdict {
  const human = weights[rule];
  const left = signal.hasty && PATIENT.has(rule) ? patience(signal.hasty) : 1;
  if (left === 1) return { human, rule, reason: reason ?? weightTable[rule].says };
  const less = Math.max(weights.gateway, human * left);
  return { human: less, rule: "gateway", reason: gatewayInWords(signal.hasty!) };
}

const gatewayInWords = ({ early, late }: { readonly early: number; readonly late: number }): string =>
  `${early} of ${early + late} clicks at this domain come within the hour of delivery, as a gateway's do`;

function judgeEmail(hits: readonly EvidentSignal[], email: Delivered | undefined, into: Map<string, Found>): void {
  const opens = hits.filter((hit) => hit.kind === "open");
  for (const hit of hits) into.set(hit.id, alone(hit, email, opens));
  const measured = hits.filter((hit) => hit.kind === "open" || hit.kind === "click");
  // Most often there is one hit, and it has no company to be judged by.
  if (email !== undefined && measured.length > 1) {
    for (const [id, rule] of togetherness(measured, email.links)) worse(id, rule, into);
    const machines = measured.filter((hit) => CONTAGIOUS.has(into.get(hit.id)!.rule));
    if (machines.length > 0) for (const id of visitOf(machines, measured)) worse(id, "same-visit", into);
  }
  for (const hit of measured) {
    if ((hit.colleagues ?? 0) >= COLLEAGUES) worse(hit.id, "colleagues", into);
    if (hit.crowd) worse(hit.id, "crowd", into);
  }
}

/** Company tells only against; what tells nothing at all goes on telling nothing. */
function worse(id: string, rule: Rule, into: Map<string, Found>): void {
  const before = into.get(id);
  if (before && before.rule !== "apple-privacy" && weightTable[rule].human < weightTable[before.rule].human)
    into.set(id, { rule });
}

/** By itself, without the company it came in. */
function alone(signal: EvidentSignal, email: Delivered | undefined, opens: readonly EvidentSignal[]): Found {
  if (signal.kind === "reply" && AUTOMATIC_REPLY.test(signal.text ?? "")) return { rule: "automatic-reply" };
  if (OWN_WORDS.has(signal.kind)) return { rule: "own-words" };
  if (signal.link === "hidden") return { rule: "hidden-link" };
  if (signal.automated) return { rule: "provider-saw" };
  if (signal.method === "HEAD") return { rule: "headers-only" };
  const program = judgeUserAgent(signal.kind, signal.userAgent?.trim() ?? "");
  if (program.rule !== "browser" && program.rule !== "gmail-open")
    return { rule: program.rule, reason: program.reason };
  const after = email === undefined ? Infinity : signal.at - email.at;
  if (after < TOO_SOON_MS) return { rule: "too-soon" };
  if (signal.kind !== "click") {
    if (after <= EARLY_OPEN_MS) return { rule: "early-open" };
    return { rule: program.rule === "gmail-open" ? "gmail-open" : "open", reason: program.reason };
  }
  if (after <= EARLY_CLICK_MS) return { rule: "early-click" };
  const unopened = after <= BURST_MS && !opens.some((open) => open.at <= signal.at);
  return { rule: unopened ? "before-opening" : "click" };
}
