import type { Segment } from "../segment/segment.ts";
import { daysBetween } from "../time.ts";
import type { Day, Outcomes } from "./outcomes.ts";
import { timeOf } from "./outcomes.ts";
import type { Group, Totals } from "./rehearsal.ts";

const MOST_ARTICLES = 200;
const MOST_FIRST = 50;
const USED_UP = "library-used-up";

type Tallied = { sent: number; skipped: { [reason: string]: number } };

const nothing = (): Tallied => ({ sent: 0, skipped: {} });

function count(into: Tallied, reason: string | undefined): void {
  if (reason === undefined) into.sent += 1;
  else into.skipped[reason] = (into.skipped[reason] ?? 0) + 1;
}

/** A long sum in steps of some milliseconds at most, between which others may have their turn. */
type Steps<Of> = Generator<undefined, Of>;

type Named = readonly Pick<Segment, "id" | "name">[];

/** Sums of what went out and what did not, in one go. `from`: the first date, from which weeks are counted. */
export function totalsOf(outcomes: Outcomes, segments: Named, from: string): Totals {
  const steps = totalsIn(outcomes, segments, from);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same step by step. */
export function* totalsIn(outcomes: Outcomes, segments: Named, from: string): Steps<Totals> {
  const { people } = outcomes;
  const outOn = yield* runsOut(outcomes);
  const { own, total, perDay } = yield* tallied(outcomes);
  const times = yield* timesOf(outcomes);
  const perWeek = yield* loadOf(outcomes, from);
  const articles = yield* articlesOf(outcomes);
  const labels = new Map(segments.map(({ id, name }) => [id, name]));
  const groups = <More extends object>(
    namesOf: (person: number) => readonly string[],
    more: (name: string) => More,
  ): (Group & More)[] => grouped(own, outOn, namesOf).map((group) => Object.assign(group, more(group.name)));
  const zones = groups(
    (n) => [people[n]!.timeZone],
    (name) => times.get(name) ?? {},
  );
  yield;
  const inSegments = groups(
    (n) => people[n]!.segments,
    (name) => ({ label: labels.get(name) ?? name }),
  );
  yield;
  const sectors = groups(
    (n) => [people[n]!.sector ?? ""],
    () => ({}),
  );
  yield;
  const reps = groups(
    (n) => [people[n]!.repId ?? ""],
    (name) => ({ perWeek: perWeek.get(name) ?? [] }),
  );
  yield;
  const runway = runwayOf(outcomes, outOn);
  return {
    prospects: people.length,
    ...total,
    days: perDay,
    zones,
    segments: inSegments,
    sectors,
    reps,
    articles,
    runway,
  };
}

type AllTallied = { readonly own: Tallied[]; readonly total: Tallied; readonly perDay: Totals["days"] };

function* tallied({ people, whats, days }: Outcomes): Steps<AllTallied> {
  const own = people.map(nothing);
  const total = nothing();
  const perDay: Totals["days"] = [];
  for (const day of days) {
    const tally = nothing();
    for (const [row, person] of day.person.entries()) {
      const { reason } = whats[day.what[row]!]!;
      count(tally, reason);
      count(own[person]!, reason);
      count(total, reason);
    }
    perDay.push({ date: day.date, ...tally });
    yield;
  }
  return { own, total, perDay };
}

/** The date on which each prospect has nothing left for the first time; those who never have are not in it. */
function* runsOut({ whats, days }: Outcomes): Steps<Map<number, string>> {
  const on = new Map<number, string>();
  const usedUp = whats.map(({ reason }) => reason === USED_UP);
  for (const { date, person, what } of days) {
    for (const [row, n] of person.entries()) if (usedUp[what[row]!] && !on.has(n)) on.set(n, date);
    yield;
  }
  return on;
}

/** Most emails first. Of a group in which somebody runs out, when the first does. */
function grouped(
  own: readonly Tallied[],
  outOn: ReadonlyMap<number, string>,
  namesOf: (person: number) => readonly string[],
): Group[] {
  const groups = new Map<string, Group>();
  for (const [n, tally] of own.entries())
    for (const name of namesOf(n)) {
      const group = groups.get(name) ?? { name, prospects: 0, ...nothing() };
      groups.set(name, group);
      group.prospects += 1;
      group.sent += tally.sent;
      for (const reason in tally.skipped)
        group.skipped[reason] = (group.skipped[reason] ?? 0) + (tally.skipped[reason] ?? 0);
      const out = outOn.get(n);
      if (out !== undefined && (group.runsOutOn === undefined || out < group.runsOutOn)) group.runsOutOn = out;
    }
  return [...groups.values()].toSorted((one, other) => other.sent - one.sent || (one.name < other.name ? -1 : 1));
}

function* timesOf({ people, whats, days }: Outcomes): Steps<Map<string, { from: string; to: string }>> {
  const minutes = new Map<string, { low: number; high: number }>();
  for (const { person, what, minute } of days) {
    for (const [row, n] of person.entries()) {
      if (whats[what[row]!]!.reason !== undefined) continue;
      const { timeZone } = people[n]!;
      const at = minute[row]!;
      const known = minutes.get(timeZone);
      if (!known) minutes.set(timeZone, { low: at, high: at });
      else if (at < known.low) known.low = at;
      else if (at > known.high) known.high = at;
    }
    yield;
  }
  return new Map([...minutes].map(([zone, { low, high }]) => [zone, { from: timeOf(low), to: timeOf(high) }]));
}

function* loadOf({ people, whats, days }: Outcomes, from: string): Steps<Map<string, number[]>> {
  const load = new Map<string, number[]>();
  const last = weekOf(days.at(-1), from);
  for (const day of days) {
    const week = weekOf(day, from);
    for (const [row, n] of day.person.entries()) {
      if (whats[day.what[row]!]!.reason !== undefined) continue;
      const name = people[n]!.repId ?? "";
      const weeks = load.get(name) ?? Array.from({ length: last + 1 }, () => 0);
      load.set(name, weeks);
      weeks[week]! += 1;
    }
    yield;
  }
  return load;
}

const weekOf = (day: Day | undefined, from: string): number =>
  day ? Math.max(0, Math.floor(daysBetween(from, day.date) / 7)) : 0;

function* articlesOf({ articles, days, whats }: Outcomes): Steps<Totals["articles"]> {
  const sent = articles.map(() => 0);
  for (const { article, what } of days) {
    for (const [row, number] of article.entries())
      if (number > 0 && whats[what[row]!]!.reason === undefined) sent[number - 1]! += 1;
    yield;
  }
  return articles
    .map(({ id, title, kind }, n) => ({ id, title, kind, sent: sent[n]! }))
    .toSorted((one, other) => other.sent - one.sent || (one.id < other.id ? -1 : 1))
    .slice(0, MOST_ARTICLES);
}

function runwayOf({ people }: Outcomes, outOn: ReadonlyMap<number, string>): Totals["runway"] {
  const all = [...outOn].toSorted(
    (one, other) => (one[1] < other[1] ? -1 : Number(one[1] > other[1])) || one[0] - other[0],
  );
  const byDate = [...Map.groupBy(all, ([, date]) => date)].map(([date, those]) => ({ date, count: those.length }));
  const first = all.slice(0, MOST_FIRST).map(([n, date]) => ({ prospectId: people[n]!.id, date }));
  return { count: all.length, byDate, first };
}
