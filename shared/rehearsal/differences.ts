import { costOf } from "./prices.ts";
import type { Group, Rehearsed, Totals } from "./rehearsal.ts";

/** One figure of two dry runs. */
export type Figure = { readonly name: string; readonly one: number; readonly other: number };

const isOther = ({ one, other }: Figure): boolean => one !== other;

/** By how much two figures differ, the largest first; those that are alike come last, in the order of their names. */
const byDifference = (a: Figure, b: Figure): number =>
  Math.abs(b.other - b.one) - Math.abs(a.other - a.one) || (a.name < b.name ? -1 : 1);

/** Figures of the same name side by side; what one does not have is 0 there. */
function sideBySide(
  one: readonly { readonly name: string; readonly count: number }[],
  other: readonly { readonly name: string; readonly count: number }[],
): Figure[] {
  const counts = (list: typeof one): Map<string, number> => new Map(list.map(({ name, count }) => [name, count]));
  const [left, right] = [counts(one), counts(other)];
  return [...new Set([...left.keys(), ...right.keys()])].map((name) => ({
    name,
    one: left.get(name) ?? 0,
    other: right.get(name) ?? 0,
  }));
}

export type Differences = {
  readonly sent: Figure;
  readonly runOut: Figure;
  /** Dollars, with the provider's lower price. */
  readonly cost: Figure;
  /** The rest: only what differs, the largest difference first. */
  readonly reasons: readonly Figure[];
  readonly days: readonly Figure[];
  readonly segments: readonly Figure[];
  readonly sectors: readonly Figure[];
  readonly zones: readonly Figure[];
  readonly reps: readonly Figure[];
  readonly articles: readonly Figure[];
};

const skips = ({ skipped }: Totals) => Object.entries(skipped).map(([name, count]) => ({ name, count }));
const sentOf = (groups: readonly Group[]) => groups.map(({ name, sent }) => ({ name, count: sent }));

const figure = (name: string, [one, other]: [number, number]): Figure => ({ name, one, other });

const dollars = ({ totals: { sent }, weeks }: Rehearsed): number => {
  const { emails, rest, idle } = costOf(sent, weeks);
  return (emails[0]?.dollars ?? 0) + rest + idle;
};

/** What another dry run comes to, held against one. Pure. */
export function differencesOf(one: Rehearsed, other: Rehearsed): Differences {
  const both = <Of>(of: (totals: Totals) => Of): [Of, Of] => [of(one.totals), of(other.totals)];
  const differing = (of: (totals: Totals) => ReturnType<typeof skips>): Figure[] =>
    sideBySide(...both(of))
      .filter(isOther)
      .toSorted(byDifference);
  return {
    sent: figure(
      "sent",
      both(({ sent }) => sent),
    ),
    runOut: figure(
      "runOut",
      both(({ runway }) => runway.count),
    ),
    cost: figure("cost", [dollars(one), dollars(other)]),
    reasons: differing(skips),
    days: sideBySide(...both(({ days }) => days.map(({ date, sent }) => ({ name: date, count: sent }))))
      .filter(isOther)
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    segments: differing(({ segments }) => segments.map(({ label, sent }) => ({ name: label, count: sent }))),
    sectors: differing(({ sectors }) => sentOf(sectors)),
    zones: differing(({ zones }) => sentOf(zones)),
    reps: differing(({ reps }) => sentOf(reps)),
    articles: differing(({ articles }) => articles.map(({ title, sent }) => ({ name: title, count: sent }))),
  };
}
