import { Article } from "./article.ts";

/** Fields that people set; what an article is, when it came and what is wrong with it is not theirs to say. */
export const OWN_FIELDS = [
  "title",
  "subject",
  "summary",
  "kind",
  "caseStudy",
  "sector",
  "topics",
  "talkingPoint",
  "perspective",
  "expiresOn",
  "image",
  "url",
  "author",
  "publishedOn",
] as const satisfies readonly (keyof Article)[];
export type OwnField = (typeof OWN_FIELDS)[number];

/** What is the article of a case study cannot be one thing by hand and another by import. */
const TOGETHER: readonly OwnField[] = ["kind", "caseStudy"];

const sameValue = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Which fields of `after` a person set: those that changed, and those that were set before. */
export function ownOf(after: Article, before: Article | undefined): OwnField[] {
  const isGiven = (field: OwnField): boolean =>
    before
      ? before.own?.includes(field) || !sameValue(after[field], before[field])
      : after[field] !== undefined && !sameValue(after[field], []) && after[field] !== "";
  return OWN_FIELDS.filter((field) => isGiven(field) || (TOGETHER.includes(field) && TOGETHER.some(isGiven)));
}

/** What an import read, with what people said of the article before: their fields, that it is retired. */
export function keptByHand(read: Article, before: Article | undefined): Article {
  if (!before) return read;
  const { own = [], retiredAt } = before;
  const kept = new Map<string, unknown>(Object.entries(read));
  for (const field of OWN_FIELDS) {
    if (!own.includes(field)) continue;
    if (before[field] === undefined) kept.delete(field);
    else kept.set(field, before[field]);
  }
  for (const [name, value] of Object.entries({ own: own.length ? own : undefined, retiredAt }))
    if (value === undefined) kept.delete(name);
    else kept.set(name, value);
  return Article.parse(Object.fromEntries(kept));
}
