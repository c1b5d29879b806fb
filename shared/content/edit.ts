import { Article } from "./article.ts";
import { type OwnField, ownOf } from "./own.ts";

const OPTIONAL = ["subject", "caseStudy", "sector", "perspective", "expiresOn", "image", "author"] as const;
type Optional = (typeof OPTIONAL)[number];

/** All that a person says of an article; what is undefined is none. A case study comes with its parts, and nothing else does. */
export type ArticleEdit = Pick<Article, Exclude<OwnField, Optional>> & {
  readonly [field in Optional]: Article[field] | undefined;
};

/** What is not among an edit: where it came from and how long it takes to read. */
export type ArticleOrigin = Pick<Article, "id" | "source" | "readingMinutes">;

const isOptional = (name: string): boolean => OPTIONAL.some((field) => field === name);

/** Throws a ZodError for what is no article: forms look first. */
function withEdit(rest: object, edit: ArticleEdit): Article {
  const story = edit.kind === "case-study" ? edit.caseStudy : undefined;
  const given = Object.entries({ ...edit, caseStudy: story }).filter(([, value]) => value !== undefined);
  return Article.parse({ ...rest, ...Object.fromEntries(given) });
}

/** The article as a person wants it; what they set is noted as theirs. `updatedAt` grows with every change, so that it tells one from another. */
export function edited(before: Article, edit: ArticleEdit, now: number): Article {
  const rest = Object.fromEntries(Object.entries(before).filter(([name]) => !isOptional(name)));
  const after = withEdit({ ...rest, updatedAt: Math.max(now, before.updatedAt + 1) }, edit);
  return { ...after, own: ownOf(after, before) };
}

/** An article that a person adds: all that they gave is theirs. */
export function added(origin: ArticleOrigin, edit: ArticleEdit, now: number): Article {
  const article = withEdit({ ...origin, addedAt: now, updatedAt: now }, edit);
  return { ...article, own: ownOf(article, undefined) };
}
