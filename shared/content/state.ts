import type { Article } from "./article.ts";

/** May an article be mailed, and what stands in the way if not: what lasts longest first. */
export const ARTICLE_STATES = ["sendable", "flawed", "retired", "expired", "to come"] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

type Looked = Pick<Article, "retiredAt" | "expiresOn" | "flaws" | "publishedOn">;

/** Is it over for good: nobody should be offered it on that date (of whoever would read it) any more. */
export const isOver = ({ retiredAt, expiresOn }: Pick<Looked, "retiredAt" | "expiresOn">, date: string): boolean =>
  retiredAt !== undefined || (expiresOn !== undefined && expiresOn < date);

/** As it is on that date; an article expires after its last day. */
export function stateOf(article: Looked, date: string): ArticleState {
  if (article.retiredAt !== undefined) return "retired";
  if (isOver(article, date)) return "expired";
  if (article.flaws?.length) return "flawed";
  return article.publishedOn > date ? "to come" : "sendable";
}
