import { addDays, WEEKDAYS, weekdayOf } from "../time.ts";
import { countEmail, countTask, noCounts, sumOf } from "./counts.ts";
import type { Counts } from "./counts.ts";
import type { TouchFact } from "./fact.ts";
import { DIMENSIONS, LAST_COHORT, MOST_ROWS, RANGES, RANGE_NAMES, REST } from "./report.ts";
import type { Dimension, Range, ReportRow } from "./report.ts";

type Named = { readonly name: string; readonly title: string };

/** Names of what is only known by its id. */
export type Titles = { readonly cadences: ReadonlyMap<string, string>; readonly segments: ReadonlyMap<string, string> };

const mondays = new Map<string, string>();

/** Kept, because a few dates are asked for hundreds of thousands of times. */
function monday(date: string): string {
  const known = mondays.get(date) ?? addDays(date, -WEEKDAYS.indexOf(weekdayOf(date)));
  mondays.set(date, known);
  return known;
}

const cohort = (touchNumber: number): string => String(Math.min(touchNumber, LAST_COHORT)).padStart(2, "0");
const plain = (name: string): readonly Named[] => [{ name, title: name }];

/** In which rows of each dimension an email is counted. */
const NAMES: { readonly [of in Dimension]: (fact: TouchFact, titles: Titles) => readonly Named[] } = {
  all: () => plain("all"),
  slot: ({ date }) => plain(date),
  article: ({ articleId, articleTitle }) => [{ name: articleId, title: articleTitle }],
  template: ({ template = "" }) => plain(template),
  sector: ({ sector = "" }) => plain(sector),
  cadence: ({ cadenceId }, { cadences }) => [{ name: cadenceId, title: cadences.get(cadenceId) ?? cadenceId }],
  segment: ({ segments = [] }, titles) => segments.map((id) => ({ name: id, title: titles.segments.get(id) ?? id })),
  domain: ({ domain }) => plain(domain),
  touch: ({ touchNumber }) => plain(cohort(touchNumber)),
  week: ({ date }) => plain(monday(date)),
};

type Row = { title: string; readonly date: string; readonly counts: { [range in Range]?: Counts } };

/** With the newest title that it went out under. */
function rowOf(rows: Map<string, Row>, { name, title }: Named, date: string): Row {
  const known = rows.get(name);
  if (known && known.date >= date) return known;
  const row: Row = { title, date, counts: known?.counts ?? {} };
  rows.set(name, row);
  return row;
}

/**
 * Counters to be fed with the emails of one prospect after the other (`take`), and what they make (`rows`). What they hold grows with the number of things
 * counted, not with that of emails. `today`: the last day, on the company's calendar. Pure but for its own counters.
 */
export function gatherer(titles: Titles, today: string) {
  const since = RANGE_NAMES.map((range) => [range, firstDay(today, RANGES[range])] as const);
  const all = new Map(DIMENSIONS.map((of) => [of, new Map<string, Row>()]));
  const take = (facts: readonly TouchFact[]): void => {
    const counted = new Set<string>();
    const last = lastOfTasks(facts);
    for (const fact of facts) {
      const ranges = since.filter(([, from]) => fact.date >= from).map(([range]) => range);
      for (const [of, rows] of all)
        for (const named of NAMES[of](fact, titles)) {
          const row = rowOf(rows, named, fact.date);
          for (const range of ranges) {
            const counts = (row.counts[range] ??= noCounts());
            countEmail(counts, fact);
            if (!fact.callTask || (of === "touch" && last.get(fact.callTask.number) !== fact)) continue;
            const task = `${of} ${range} ${fact.callTask.number} ${named.name}`;
            if (!counted.has(task)) countTask(counts, fact);
            counted.add(task);
          }
        }
    }
  };
  const rows = (of: Dimension, asOf: number): ReportRow[] => rowsOf(of, all.get(of)!, asOf);
  return { take, rows };
}

const firstDay = (today: string, days: number): string => (days === Infinity ? "" : addDays(today, 1 - days));

/** A cohort has the tasks that came with it: each counts with the last email before it. */
function lastOfTasks(facts: readonly TouchFact[]): Map<number, TouchFact> {
  const last = new Map<number, TouchFact>();
  for (const fact of facts) if (fact.callTask) last.set(fact.callTask.number, fact);
  return last;
}

const sentIn = ({ counts }: Row): number => counts.all?.sent ?? 0;

/** The newest dates, or those with the most emails; by name, so that the same facts in any order of prospects give the same. */
function rowsOf(of: Dimension, rows: ReadonlyMap<string, Row>, asOf: number): ReportRow[] {
  const named = [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const best =
    of === "slot" || of === "week" ? named.toReversed() : named.toSorted(([, a], [, b]) => sentIn(b) - sentIn(a));
  const kept = new Set(best.slice(0, rows.size > MOST_ROWS ? MOST_ROWS - 1 : MOST_ROWS).map(([name]) => name));
  const rest = named.filter(([name]) => !kept.has(name)).map(([, row]) => row);
  return [
    ...named
      .filter(([name]) => kept.has(name))
      .map(([name, { title, counts }]) => ({ name, title, asOf, ranges: counts })),
    ...(rest.length > 0 ? [{ name: REST, title: `${rest.length} others`, asOf, ranges: restOf(rest) }] : []),
  ];
}

const restOf = (rest: readonly Row[]): ReportRow["ranges"] =>
  Object.fromEntries(
    RANGE_NAMES.flatMap((range) => {
      const counts = rest.flatMap((row) => row.counts[range] ?? []);
      return counts.length > 0 ? [[range, sumOf(counts)]] : [];
    }),
  );
