import type { App } from "../app.ts";
import type { Article } from "./article.ts";
import { libraryChanged, putArticles } from "./store.ts";

const BATCH = 200;

/** Writes articles in batches and tells every reader of the library, once. */
export async function saveArticles(app: App, articles: readonly Article[]): Promise<void> {
  if (!articles.length) return;
  try {
    for (let start = 0; start < articles.length; start += BATCH)
      await app.table.writeMany(putArticles(articles.slice(start, start + BATCH)));
  } finally {
    // Also when it breaks off: what was written is there.
    await app.table.write(libraryChanged(app.now()));
  }
}
