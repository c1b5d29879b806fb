import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { articleKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import { addressKey } from "./addresses.ts";
import { Article } from "./article.ts";
import { withFlaws } from "./flaws.ts";
import { getLinksOf } from "./link-store.ts";
import { getLibrary, libraryChanged } from "./store.ts";

/** The article of that id; AppError("not-found") when there is none. */
export async function mustArticle(app: App, id: string): Promise<Article> {
  const article = (await getLibrary(app.table)).find((one) => one.id === id);
  if (!article) throw new AppError("not-found", "There is no such piece in the library.");
  return article;
}

/** Another article of the library at that address; two at one address are one to a reader. */
export const articleAt = async (app: App, url: string, id: string): Promise<Article | undefined> =>
  (await getLibrary(app.table)).find((one) => one.id !== id && addressKey(one.url) === addressKey(url));

const replaced = (article: Article, before: Article | undefined): Write => ({
  kind: "put",
  item: { ...articleKey(article.id), data: Article.parse(article) },
  guard: before ? { match: { updatedAt: before.updatedAt } } : "absent",
});

/**
 * Writes one article, with its flaws as they are now, in place of `before` (undefined: it is new). Throws `Conflict` when somebody else was faster.
 */
export async function putChanged(app: App, article: Article, before: Article | undefined): Promise<Article> {
  const links = await getLinksOf(app.table, [article.url, ...(article.image ? [article.image] : [])]);
  const now = withFlaws(article, links);
  await app.table.write(replaced(now, before), libraryChanged(app.now()));
  return now;
}
