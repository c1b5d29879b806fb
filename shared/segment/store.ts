import * as z from "zod";
import { segmentCountKey, segmentCountsPk, segmentKey, segmentWordsKey, segmentsPk } from "../keys.ts";
import type { Guard, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Segment, inOrder } from "./segment.ts";

/** All of them, first come first. */
export const getSegments = async (table: Table): Promise<Segment[]> =>
  inOrder((await readAll(table, { pk: segmentsPk })).map((item) => Segment.parse(item.data)));

export async function getSegment(table: Table, id: string): Promise<Segment | undefined> {
  const item = await table.get(segmentKey(id));
  return item && Segment.parse(item.data);
}

export const putSegment = (segment: Segment, guard: Guard): Write => ({
  kind: "put",
  item: { ...segmentKey(segment.id), data: Segment.parse(segment) },
  guard,
});

/** Its row, if it is as read, and what was counted of it. */
export const dropSegment = ({ id, updatedAt }: Segment): Write[] => [
  { kind: "remove", key: segmentKey(id), guard: { match: { updatedAt } } },
  { kind: "remove", key: segmentCountKey(id) },
];

/** Who was in a segment when that was last worked out (`asOf`, epoch ms). `sample`: ids of a few of them; names are not kept twice. */
export const SegmentCount = z.object({
  segmentId: z.string(),
  members: z.number().int(),
  /** Of them, who may be mailed. */
  mailable: z.number().int(),
  sample: z.array(z.string()),
  asOf: z.number(),
});
export type SegmentCount = z.infer<typeof SegmentCount>;

export const putCount = (count: SegmentCount): Write => ({
  kind: "put",
  item: { ...segmentCountKey(count.segmentId), data: SegmentCount.parse(count) },
});

/** By segment id; those that were never counted are left out. */
export async function getCounts(table: Table): Promise<Map<string, SegmentCount>> {
  const rows = (await readAll(table, { pk: segmentCountsPk })).map((item) => SegmentCount.parse(item.data));
  return new Map(rows.map((count) => [count.segmentId, count]));
}

const Tally = z.array(z.object({ word: z.string(), people: z.number().int() }));

/** How many prospects there are, and the words that most of them have, to choose from. */
export const SegmentWords = z.object({
  people: z.number().int(),
  tags: Tally,
  stages: Tally,
  countries: Tally,
  /** There were no segments, and nobody is left in a cadence that one gave. */
  allDefault: z.boolean(),
  asOf: z.number(),
});
export type SegmentWords = z.infer<typeof SegmentWords>;

export const putWords = (words: SegmentWords): Write => ({
  kind: "put",
  item: { ...segmentWordsKey(), data: SegmentWords.parse(words) },
});

/** So that the next look at everybody is one, also where there are no segments. */
export const forgetWords = (): Write => ({ kind: "remove", key: segmentWordsKey() });

/** Undefined before anybody was ever looked at. */
export async function getWords(table: Table): Promise<SegmentWords | undefined> {
  const item = await table.get(segmentWordsKey());
  return item && SegmentWords.parse(item.data);
}
