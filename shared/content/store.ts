import { articleKey, libraryPk, libraryVersionKey } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { Article } from "./article.ts";

const read = new WeakMap<Table, { version: unknown; library: readonly Article[] }>();

/**
 * The whole library, newest first. Read again only when its version has moved, so a batch of touches costs one small read and not hundreds of
 * articles; treat it as frozen.
 */
export async function getLibrary(table: Table): Promise<readonly Article[]> {
  const version = (await table.get(libraryVersionKey()))?.data["version"];
  const known = read.get(table);
  if (known && known.version === version) return known.library;
  const library = (await readAll(table, { pk: libraryPk }))
    .map((item) => Article.parse(item.data))
    .toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn) || a.id.localeCompare(b.id));
  read.set(table, { version, library });
  return library;
}

export const putArticles = (articles: readonly Article[]): Write[] =>
  articles.map((article) => ({ kind: "put", item: { ...articleKey(article.id), data: Article.parse(article) } }));

/** To be written after any change of articles, so that no reader keeps an old library. */
export const libraryChanged = (now: number): Write => ({
  kind: "put",
  item: { ...libraryVersionKey(), data: { version: `${now}-${Math.random().toString(36).slice(2)}` } },
});
