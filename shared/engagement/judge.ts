import { judgeAlone } from "./judge-alone.ts";
import type { Found } from "./judge-alone.ts";
import { isApplePrivacy } from "./machines.ts";
import type { EvidentSignal } from "./signal.ts";
import { togetherness, visitOf } from "./visit.ts";
import { weightTable } from "./weights.ts";
import type { Rule, Weights } from "./weights.ts";
import { EARLY_MS, patience } from "./gateway.ts";

/** How surely a person did it (0 to 1), by which rule, and that rule in words. */
export type Verdict = { readonly human: number; readonly rule: Rule; readonly reason: string };

/** What an email was: when it was delivered (epoch ms) and how many links were there to follow. */
export type Delivered = { readonly at: number; readonly links: number };

const COLLEAGUES = 3;

/** A machine by these is one in all it did on that visit. */
export const CONTAGIOUS: ReadonlySet<Rule> = new Set<Rule>([
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
  const bySlot = Map.groupBy(signals, (signal) => signal.slot);
  const blind = signals.some(isApplePrivacy);
  const swept = new Set<string>();
  for (const [slot, hits] of bySlot) {
    const seen = judgeEmail({ hits, email: slot === undefined ? undefined : emails.get(slot), blind }, found);
    if (seen && slot !== undefined) swept.add(slot);
  }
  for (const [slot, hits] of bySlot)
    if (slot !== undefined && !swept.has(slot) && isAwaited(slot, emails, swept))
      for (const hit of hits) if (isEarlyClick(hit, emails.get(slot))) worse(hit.id, "awaited", found);
  return new Map(
    signals.map((signal) => {
      // The gateway has been there and was known: what else was clicked soon is not its doing.
      const hasty = signal.slot !== undefined && swept.has(signal.slot) ? undefined : signal.hasty;
      return [signal.id, verdictOf(found.get(signal.id)!, hasty, weights)];
    }),
  );
}

const AWAITED_OF = 4;
const AWAITED_FROM = 2;

/** Did a gateway go through two of the four emails before this one? */
function isAwaited(slot: string, emails: ReadonlyMap<string, Delivered>, swept: ReadonlySet<string>): boolean {
  if (swept.size < AWAITED_FROM) return false;
  const before = [...emails.keys()].filter((date) => date < slot).toSorted();
  return before.slice(-AWAITED_OF).filter((date) => swept.has(date)).length >= AWAITED_FROM;
}

const isEarlyClick = (hit: EvidentSignal, email: Delivered | undefined): boolean =>
  hit.kind === "click" && email !== undefined && hit.at - email.at < EARLY_MS;

/** A click loses what its domain's haste takes from it; what is a machine's by a rule is no less one. */
function verdictOf({ rule, reason }: Found, hasty: EvidentSignal["hasty"], weights: Weights): Verdict {
  const human = weights[rule];
  const left = hasty && PATIENT.has(rule) ? patience(hasty) : 1;
  if (!hasty || left === 1) return { human, rule, reason: reason ?? weightTable[rule].says };
  return { human: Math.max(weights.gateway, human * left), rule: "gateway", reason: gatewayInWords(hasty) };
}

const gatewayInWords = ({ early, late }: { readonly early: number; readonly late: number }): string =>
  `${early} of ${early + late} clicks at this domain come within the hour of delivery, as a gateway's do`;

type OfEmail = {
  readonly hits: readonly EvidentSignal[];
  readonly email: Delivered | undefined;
  /** Are this prospect's openings hidden. */
  readonly blind: boolean;
};

/** True when a gateway showed itself on this email. */
function judgeEmail({ hits, email, blind }: OfEmail, into: Map<string, Found>): boolean {
  const opens = blind ? undefined : hits.filter((hit) => hit.kind === "open");
  for (const hit of hits) into.set(hit.id, judgeAlone(hit, email?.at, opens));
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
  return measured.some((hit) => hit.kind === "click" && CONTAGIOUS.has(into.get(hit.id)!.rule));
}

/** Company tells only against; what tells nothing at all goes on telling nothing. */
function worse(id: string, rule: Rule, into: Map<string, Found>): void {
  const before = into.get(id);
  if (before && before.rule !== "apple-privacy" && weightTable[rule].human < weightTable[before.rule].human)
    into.set(id, { rule });
}
