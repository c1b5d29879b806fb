import type { Table } from "../ports.ts";
import { DayPart, PeoplePart, Words, fromSteps } from "./packed.ts";
import type { Rehearsed } from "./rehearsal.ts";
import { getPart } from "./store.ts";
import { byBytes, firstWhere } from "./ordered.ts";

/** What the numbers of a dry run's parts stand for; undefined when the parts are gone. */
export async function getWords(table: Table, { id }: Rehearsed): Promise<Words | undefined> {
  const part = await getPart(table, id, 0);
  return part === undefined ? undefined : Words.parse(part);
}

/** An email or a skip, by numbers. `person` is the prospect's number in the order of ids. */
export type Row = {
  readonly person: number;
  readonly what: number;
  readonly article: number;
  readonly minute: number;
  readonly zone: number;
  readonly rep: number;
};

/** Everything of one date, in the order of prospects' ids. */
export async function rowsOf(table: Table, { id, index }: Rehearsed, date: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { part } of index.days.filter((day) => day.date === date)) {
    const found = await getPart(table, id, part);
    if (found === undefined) continue;
    const day = DayPart.parse(found);
    for (const [n, person] of fromSteps(day.person).entries())
      rows.push({
        person,
        what: day.what[n]!,
        article: day.article[n]!,
        minute: day.minute[n]!,
        zone: day.zone[n]!,
        rep: day.rep[n]!,
      });
  }
  return rows;
}

/** A prospect's own quarter. `date` of a row is the slot's. */
export type Quarter = {
  readonly id: string;
  readonly zone: number;
  readonly rep: number;
  readonly sector: number;
  readonly segments: readonly number[];
  readonly rows: readonly {
    readonly date: string;
    readonly what: number;
    readonly article: number;
    readonly minute: number;
  }[];
};

function quartersIn(part: PeoplePart, dates: readonly string[]): Quarter[] {
  let from = 0;
  return part.ids.map((id, n) => {
    const start = from;
    from += part.rows[n]!;
    return {
      id,
      zone: part.zone[n]!,
      rep: part.rep[n]!,
      sector: part.sector[n]!,
      segments: part.segments[n]!,
      rows: Array.from({ length: from - start }, (_, row) => ({
        date: dates[part.day[start + row]!]!,
        what: part.what[start + row]!,
        article: part.article[start + row]!,
        minute: part.minute[start + row]!,
      })),
    };
  });
}

const datesOf = ({ index }: Rehearsed): string[] => [...new Set(index.days.map(({ date }) => date))];

async function peopleAt(table: Table, rehearsed: Rehearsed, n: number): Promise<PeoplePart | undefined> {
  const part = await getPart(table, rehearsed.id, rehearsed.index.peoplePart + n);
  return part === undefined ? undefined : PeoplePart.parse(part);
}

/** The quarter of one prospect, in one read; undefined for who was not in it. */
export async function quarterOf(table: Table, rehearsed: Rehearsed, prospectId: string): Promise<Quarter | undefined> {
  const n = firstWhere(rehearsed.index.people, (first) => byBytes(first, prospectId) > 0) - 1;
  const part = n < 0 ? undefined : await peopleAt(table, rehearsed, n);
  return part && quartersIn(part, datesOf(rehearsed)).find(({ id }) => id === prospectId);
}

/** All quarters, some hundreds at a time, in the order of ids. */
export async function* eachQuarters(table: Table, rehearsed: Rehearsed): AsyncGenerator<Quarter[]> {
  const dates = datesOf(rehearsed);
  for (const n of rehearsed.index.people.keys()) {
    const part = await peopleAt(table, rehearsed, n);
    if (part) yield quartersIn(part, dates);
  }
}

/** Ids of prospects by their numbers, in as many reads as there are parts that they are in. */
export async function idsOf(
  table: Table,
  rehearsed: Rehearsed,
  persons: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const { perPart } = rehearsed.index;
  const ids = new Map<number, string>();
  for (const n of new Set(persons.map((person) => Math.floor(person / perPart)))) {
    const part = await peopleAt(table, rehearsed, n);
    for (const person of persons) {
      const id = Math.floor(person / perPart) === n ? part?.ids[person % perPart] : undefined;
      if (id !== undefined) ids.set(person, id);
    }
  }
  return ids;
}
