import type { App } from "../app.ts";
import { entity } from "../entity.ts";
import { articleKey } from "../keys.ts";
import type { Article } from "./article.ts";
import { keptByHand } from "./own.ts";
import { libraryChanged, putArticles } from "./store.ts";

const BATCH = 200;

/**
 * Writes what an import read in batches, and tells every reader of the library, once. What people said of an article since the import began is not undone.
 */
export async function saveArticles(app: App, articles: readonly Article[]): Promise<void> {
  if (!articles.length) return;
  try {
    for (let start = 0; start < articles.length; start += BATCH) {
      const batch = articles.slice(start, start + BATCH);
      const rows = await app.table.getMany(batch.map(({ id }) => articleKey(id)));
      const there = new Map(rows.map(entity<Article>).map((article) => [article.id, article]));
      await app.table.writeMany(putArticles(batch.map((article) => keptByHand(article, there.get(article.id)))));
    }
  } finally {
    // Also when it breaks off: what was written is there.
    await app.table.write(libraryChanged(app.now()));
  }
}
