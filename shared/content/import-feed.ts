import type { App } from "../app.ts";
import type { Article } from "./article.ts";
import { readFeed } from "./read-feed.ts";
import { saveArticles } from "./save-articles.ts";
import { type ImportReport, type ImportRow, reportOf, settle, shelfOf } from "./settle.ts";
import { getLibrary } from "./store.ts";

export type FeedFile = {
  readonly bytes: Uint8Array;
  /** As served, for the charset. */
  readonly contentType?: string | undefined;
  /** Where it was fetched from. */
  readonly url?: string | undefined;
  /** File name or address, as people know it. */
  readonly source: string;
};

export type ImportFeedOptions = {
  /** Reports what would happen and writes nothing. */
  readonly dryRun: boolean;
  /** Called after each item with how many there were so far. */
  readonly onProgress?: ((done: number) => void) | undefined;
};

/**
 * Takes the items of an RSS, Atom, RDF or JSON feed into the library. Every item ends in one row; a feed that cannot be read is one row, refused. The
 * same item again updates its article, and an article that came from a post stays as its post has it.
 */
export async function importFeed(app: App, feed: FeedFile, options: ImportFeedOptions): Promise<ImportReport> {
  const now = app.now();
  const shelf = shelfOf(await getLibrary(app.table));
  const { articles, refused } = readFeed(feed.bytes, { ...feed, now });
  const rows: ImportRow[] = [];
  const changed: Article[] = [];
  for (const draft of articles) {
    const { row, put } = settle(draft, shelf, draft.url, now);
    rows.push(row);
    if (put) changed.push(put);
    options.onProgress?.(rows.length);
  }
  for (const { item, reason } of refused)
    rows.push({ source: `${feed.source}, ${item}`, outcome: "refused", reason, warnings: [] });
  if (!options.dryRun) await saveArticles(app, changed);
  return reportOf(rows);
}
