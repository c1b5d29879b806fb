import type { App } from "../app.ts";
import type { Article } from "./article.ts";
import { getLinks } from "./link-store.ts";
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
  /** At most so many new pieces; what is beyond waits for another time and is `left-out`. None said: all. */
  readonly mostNew?: number | undefined;
  /** Called after each item with how many there were so far. */
  readonly onProgress?: ((done: number) => void) | undefined;
};

/**
 * Takes the items of an RSS, Atom, RDF or JSON feed into the library. Every item ends in one row; a feed that cannot be read is one row, refused. The
 * same item again updates its article, and an article that came from a post stays as its post has it.
 */
export async function importFeed(app: App, feed: FeedFile, options: ImportFeedOptions): Promise<ImportReport> {
  const now = app.now();
  const shelf = shelfOf(await getLibrary(app.table), await getLinks(app.table));
  const { articles, refused } = readFeed(feed.bytes, { ...feed, now });
  const rows: ImportRow[] = [];
  const changed: Article[] = [];
  let room = options.mostNew ?? Infinity;
  for (const draft of articles) {
    const { row, put } = settle(draft, shelf, draft.url, now);
    const waits = row.outcome === "imported" && room <= 0;
    if (row.outcome === "imported") room -= 1;
    rows.push(waits ? { ...row, outcome: "left-out", reason: "enough new pieces for one day" } : row);
    if (put && !waits) changed.push(put);
    options.onProgress?.(rows.length);
  }
  for (const { item, reason } of refused)
    rows.push({ source: `${feed.source}, ${item}`, outcome: "refused", reason, warnings: [] });
  if (!options.dryRun) await saveArticles(app, changed);
  return reportOf(rows);
}
