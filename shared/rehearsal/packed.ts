import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import * as z from "zod";
import { ArticleKind } from "../content/article.ts";

/** What one row may hold at most, in bytes; DynamoDB takes 400 KB. */
export const MOST_BYTES = 300_000;
const Numbers = z.array(z.number().int().min(0));

/** Part 0: what the numbers stand for. */
export const Words = z.object({
  whats: z.array(z.object({ reason: z.string().optional(), detail: z.string().optional() })),
  articles: z.array(z.object({ id: z.string(), title: z.string(), kind: ArticleKind })),
  zones: z.array(z.string()),
  reps: z.array(z.string()),
  sectors: z.array(z.string()),
  segments: z.array(z.string()),
});
export type Words = z.infer<typeof Words>;

/** Outcomes of one date; persons as steps from the one before. */
export const DayPart = z.object({
  date: z.string(),
  person: Numbers,
  what: Numbers,
  article: Numbers,
  minute: Numbers,
  zone: Numbers,
  rep: Numbers,
});
export type DayPart = z.infer<typeof DayPart>;

/** Prospects in the order of their ids, and their quarter: of each as many rows as `rows` says, by the number of the date among those of the index. */
export const PeoplePart = z.object({
  ids: z.array(z.string()),
  zone: Numbers,
  rep: Numbers,
  sector: Numbers,
  segments: z.array(Numbers),
  rows: Numbers,
  day: Numbers,
  what: Numbers,
  article: Numbers,
  minute: Numbers,
});
export type PeoplePart = z.infer<typeof PeoplePart>;

const [zip, unzip] = [promisify(gzip), promisify(gunzip)];

export const pack = async (part: Words | DayPart | PeoplePart): Promise<string> =>
  (await zip(JSON.stringify(part))).toString("base64");

export const unpack = async (text: string): Promise<unknown> =>
  JSON.parse((await unzip(Buffer.from(text, "base64"))).toString());

/** Steps from one to the next, added up. */
export function fromSteps(numbers: readonly number[]): number[] {
  let at = 0;
  return numbers.map((step) => (at += step));
}
