import { mailable } from "../prospect/prospect.ts";
import type { Placed } from "./place.ts";
import type { Segment } from "./segment.ts";
import type { SegmentCount, SegmentWords } from "./store.ts";

/** As many as a page shows of a segment. */
const SAMPLE = 10;
const MOST_WORDS = 100;

type Members = { members: number; mailable: number; sample: string[] };
type Words = Map<string, number>;

/** Counts that are under way. */
export type Tally = {
  readonly seen: Set<string>;
  readonly bySegment: ReadonlyMap<string, Members>;
  readonly words: { readonly [of in "tags" | "stages" | "countries"]: Words };
};

export const openTally = (segments: readonly Segment[]): Tally => ({
  seen: new Set(),
  bySegment: new Map(segments.map(({ id }) => [id, { members: 0, mailable: 0, sample: [] }])),
  words: { tags: new Map(), stages: new Map(), countries: new Map() },
});

/** Whoever goes to another rep while everybody is walked may come by twice, and counts once. */
export function noteAll(tally: Tally, placed: readonly Placed[]): void {
  for (const one of placed) {
    if (tally.seen.has(one.prospect.id)) continue;
    tally.seen.add(one.prospect.id);
    note(tally, one);
  }
}

function note({ bySegment, words }: Tally, { prospect, facts, segments }: Placed): void {
  for (const { id } of segments) {
    const of = bySegment.get(id);
    if (!of) continue;
    of.members += 1;
    if (mailable(prospect)) of.mailable += 1;
    of.sample = sampleWith(of.sample, prospect.id);
  }
  count(words.tags, facts.tags);
  count(words.stages, facts.stage === undefined ? [] : [facts.stage]);
  count(words.countries, facts.country === undefined ? [] : [facts.country]);
}

/** A few that stay the same ones as long as they are in it, from all over: ids tell nothing of whom they name. */
export function sampleWith(sample: readonly string[], id: string): string[] {
  const last = sample.at(-1);
  if (sample.length === SAMPLE && last !== undefined && last <= id) return [...sample];
  return [...sample, id].toSorted().slice(0, SAMPLE);
}

function count(words: Words, more: readonly string[]): void {
  for (const word of more) words.set(word, (words.get(word) ?? 0) + 1);
}

export const countsOf = ({ bySegment }: Tally, asOf: number): SegmentCount[] =>
  [...bySegment].map(([segmentId, { members, mailable: may, sample }]) => ({
    segmentId,
    members,
    mailable: may,
    sample,
    asOf,
  }));

export const wordsOf = ({ seen, words }: Tally, asOf: number): Omit<SegmentWords, "allDefault"> => ({
  people: seen.size,
  tags: mostOf(words.tags),
  stages: mostOf(words.stages),
  countries: mostOf(words.countries),
  asOf,
});

const mostOf = (words: Words): { word: string; people: number }[] =>
  [...words]
    .map(([word, people]) => ({ word, people }))
    .toSorted((one, other) => other.people - one.people || (one.word < other.word ? -1 : 1))
    .slice(0, MOST_WORDS);
