import { mayHaveGone } from "../touch/touch.ts";
import type { Touch } from "../touch/touch.ts";
import { CONTAGIOUS } from "./judge.ts";
import type { Verdict } from "./judge.ts";
import { isApplePrivacy } from "./machines.ts";
import { judgeLedger } from "./score.ts";
import type { EvidentSignal, JudgedSignal } from "./signal.ts";
import { isPerson } from "./weights.ts";
import type { Weights } from "./weights.ts";

/** A gateway's visits tell of the next emails, too; wider than the four emails that judge.ts looks back. */
const REACH = 6;

type Judge = (signal: EvidentSignal, verdicts: Map<string, Verdict>) => JudgedSignal[];

/**
 * Judges a prospect's signals one after the other as they come, each beside those before: what it gives puts the verdicts that change into `verdicts` and
 * returns what is news, the signal itself and those that turn out to be a person's after all. The same as judging all anew each time, but only
 * what the signal can change is looked at.
 */
export function judgeInTime({ touches }: { readonly touches: readonly Touch[] }, weights: Weights): Judge {
  const emails = touches.filter(mayHaveGone).toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const places = new Map(emails.map(({ date }, place) => [date, place]));
  const bySlot = new Map<string | undefined, EvidentSignal[]>();
  const all: EvidentSignal[] = [];
  const swept = new Set<string>();
  let blindBy: EvidentSignal | undefined;
  return (signal, verdicts) => {
    all.push(signal);
    bySlot.set(signal.slot, [...(bySlot.get(signal.slot) ?? []), signal]);
    const blinds = blindBy === undefined && isApplePrivacy(signal);
    if (blinds) blindBy = signal;
    const place = signal.slot === undefined ? undefined : places.get(signal.slot);
    if (blinds) return put(verdicts, judgeLedger({ touches, signals: all }, weights), all, signal);
    if (place === undefined) {
      const own = bySlot.get(signal.slot)!;
      return put(verdicts, judgeLedger({ touches: [], signals: own }, weights), own, signal);
    }
    const own = bySlot.get(signal.slot)!;
    const blind = blindBy ? [{ ...blindBy, id: "", slot: undefined }] : [];
    const known = swept.has(signal.slot!);
    const alone = judgeLedger({ touches: [emails[place]!], signals: [...own, ...blind] }, weights);
    const shows = own.some(({ id, kind }) => kind === "click" && CONTAGIOUS.has(alone.get(id)!.rule));
    if (shows) swept.add(signal.slot!);
    const before = emails.slice(Math.max(0, place - REACH), place);
    // What is near matters only where a gateway has just shown itself, or has before.
    if (known || (!shows && !before.some(({ date }) => swept.has(date)))) return put(verdicts, alone, own, signal);
    const around = emails.slice(Math.max(0, place - REACH), shows ? place + REACH + 1 : place + 1);
    const near = around.flatMap(({ date }) => bySlot.get(date) ?? []);
    const after = near.filter(({ slot }) => slot !== undefined && slot >= signal.slot!);
    return put(verdicts, judgeLedger({ touches: around, signals: [...near, ...blind] }, weights), after, signal);
  };
}

function put(
  verdicts: Map<string, Verdict>,
  now: ReadonlyMap<string, Verdict>,
  changing: readonly EvidentSignal[],
  latest: EvidentSignal,
): JudgedSignal[] {
  const news: JudgedSignal[] = [];
  for (const signal of changing) {
    const verdict = now.get(signal.id)!;
    const before = verdicts.get(signal.id);
    verdicts.set(signal.id, verdict);
    const cleared = before !== undefined && !isPerson(before.human) && isPerson(verdict.human);
    if (signal === latest || cleared) news.push(Object.assign({}, signal, verdict));
  }
  return news;
}
