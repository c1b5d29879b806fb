import { flawsOfArticle } from "../lint/article-flaws.ts";
import type { Article } from "./article.ts";
import { linkFlaws, type Link } from "./link.ts";

/** The article with all that keeps it from being mailed noted on it: what it says, and where it leads. Same article, same flaws: the same. */
export function withFlaws(article: Article, links: ReadonlyMap<string, Link>): Article {
  const { flaws: _before, ...sound } = article;
  const flaws = [...flawsOfArticle(sound), ...linkFlaws(sound, links)];
  return flaws.length ? { ...sound, flaws } : sound;
}
