import { type ArticleWords, articleFlaws } from "./article-words.ts";
import { RULES } from "./rules.ts";

const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * What keeps an article from being mailed until it is mended, in sentences for people; advice is not among them. Pure and quick: what only the whole
 * email can show is `lintArticle`'s.
 */
export const flawsOfArticle = (article: ArticleWords): string[] => [
  ...new Set(
    articleFlaws(article)
      .filter(({ rule }) => RULES[rule].level === "error")
      .map(({ part, says, rule }) => `${upperFirst(part)}: ${says} ${RULES[rule].why}`),
  ),
];
