import type { Day, Outcomes, Person } from "./outcomes.ts";
import { pack } from "./packed.ts";
import type { DayPart, PeoplePart, Words } from "./packed.ts";
import type { PartsIndex } from "./rehearsal.ts";

/** So many rows pack to half of what a part may hold or less, however little they are alike. */
const DAY_ROWS = 20_000;
/** Of each prospect there are a hundred rows at most: four slots a week. */
const PEOPLE = 400;

const steps = (numbers: readonly number[]): number[] => numbers.map((number, n) => number - (numbers[n - 1] ?? 0));

type Numbered = { readonly words: Words; readonly zone: number[]; readonly rep: number[]; readonly sector: number[] };

function wordsOf({ people, whats, articles }: Outcomes): Numbered & { readonly segments: number[][] } {
  const list = (of: (person: Person) => string): { all: string[]; each: number[] } => {
    const numbers = new Map<string, number>();
    const each = people.map((person) => {
      const name = of(person);
      const number = numbers.get(name) ?? numbers.size;
      numbers.set(name, number);
      return number;
    });
    return { all: [...numbers.keys()], each };
  };
  const zones = list(({ timeZone }) => timeZone);
  const reps = list(({ repId }) => repId ?? "");
  const sectors = list(({ sector }) => sector ?? "");
  const segmentIds = [...new Set(people.flatMap((person) => person.segments))];
  const numberOf = new Map(segmentIds.map((id, n) => [id, n]));
  return {
    words: {
      whats: [...whats],
      articles: [...articles],
      zones: zones.all,
      reps: reps.all,
      sectors: sectors.all,
      segments: segmentIds,
    },
    zone: zones.each,
    rep: reps.each,
    sector: sectors.each,
    segments: people.map((person) => person.segments.map((id) => numberOf.get(id)!)),
  };
}

/** Outcomes in parts, one after the other; the index that it returns in the end says what is where. */
export async function* partsOf(outcomes: Outcomes): AsyncGenerator<string, PartsIndex> {
  const numbered = wordsOf(outcomes);
  yield await pack(numbered.words);
  let parts = 1;
  const days: PartsIndex["days"] = [];
  for (const day of outcomes.days)
    for (let start = 0; start < day.person.length; start += DAY_ROWS) {
      const part = dayPart(day, start, numbered);
      days.push({ date: day.date, part: parts, rows: part.person.length });
      parts += 1;
      yield await pack(part);
    }
  const peoplePart = parts;
  const people: string[] = [];
  const read = quarterReader(outcomes);
  for (let start = 0; start < outcomes.people.length; start += PEOPLE) {
    people.push(outcomes.people[start]!.id);
    parts += 1;
    yield await pack(peoplePartOf(outcomes, read, start, numbered));
  }
  return { days, people, perPart: PEOPLE, peoplePart, parts };
}

function dayPart(day: Day, start: number, { zone, rep }: Numbered): DayPart {
  const cut = (column: readonly number[]): number[] => column.slice(start, start + DAY_ROWS);
  const person = cut(day.person);
  return {
    date: day.date,
    person: steps(person),
    what: cut(day.what),
    article: cut(day.article),
    minute: cut(day.minute),
    zone: person.map((n) => zone[n]!),
    rep: person.map((n) => rep[n]!),
  };
}

type Quarter = {
  readonly day: number[];
  readonly what: number[];
  readonly article: number[];
  readonly minute: number[];
};

/** Gives the quarters of prospects one after the other: the rows of each date are in the order of prospects. */
function quarterReader({ days }: Outcomes): (person: number) => Quarter {
  const next = days.map(() => 0);
  return (person) => {
    const quarter: Quarter = { day: [], what: [], article: [], minute: [] };
    for (const [n, day] of days.entries()) {
      const row = next[n]!;
      if (day.person[row] !== person) continue;
      next[n] = row + 1;
      quarter.day.push(n);
      quarter.what.push(day.what[row]!);
      quarter.article.push(day.article[row]!);
      quarter.minute.push(day.minute[row]!);
    }
    return quarter;
  };
}

function peoplePartOf(
  { people }: Outcomes,
  read: (person: number) => Quarter,
  start: number,
  { zone, rep, sector, segments }: Numbered & { readonly segments: number[][] },
): PeoplePart {
  const cut = <Of>(column: readonly Of[]): Of[] => column.slice(start, start + PEOPLE);
  const ids = cut(people).map(({ id }) => id);
  const own = ids.map((_, n) => read(start + n));
  return {
    ids,
    zone: cut(zone),
    rep: cut(rep),
    sector: cut(sector),
    segments: cut(segments),
    rows: own.map(({ day }) => day.length),
    day: own.flatMap(({ day }) => day),
    what: own.flatMap(({ what }) => what),
    article: own.flatMap(({ article }) => article),
    minute: own.flatMap(({ minute }) => minute),
  };
}
