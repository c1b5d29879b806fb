import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { webAddress } from "./addresses.ts";
import { postId } from "./post-id.ts";
import { type PostFile, readPost } from "./read-post.ts";
import { getLinks } from "./link-store.ts";
import { saveArticles } from "./save-articles.ts";
import type { Article } from "./article.ts";
import { type ImportReport, type ImportRow, reportOf, settle, type Shelf, shelfOf } from "./settle.ts";
import { getLibrary } from "./store.ts";

export type ImportPostsOptions = {
  /** Where the posts are read, http or https; a post's address is this and its slug unless it names one. */
  readonly baseUrl: string;
  /** Reports what would happen and writes nothing. */
  readonly dryRun: boolean;
  /** Called after each file with how many there were so far. */
  readonly onProgress?: ((done: number) => void) | undefined;
};

/**
 * Takes Markdown posts into the library, one by one: every file ends in one row, and a broken one keeps no other from going in. The same post again
 * updates its article. Throws `invalid` when `baseUrl` is no web address.
 */
export async function importPosts(
  app: App,
  files: AsyncIterable<PostFile> | Iterable<PostFile>,
  options: ImportPostsOptions,
): Promise<ImportReport> {
  if (!webAddress(options.baseUrl))
    throw new AppError(
      "invalid",
      `base address "${options.baseUrl}" is not a web address like https://example.com/blog`,
    );
  const now = app.now();
  const shelf = shelfOf(await getLibrary(app.table), await getLinks(app.table));
  const rows: ImportRow[] = [];
  const changed: Article[] = [];
  for await (const file of files) {
    const { row, put } = readAndSettle(file, shelf, options.baseUrl, now);
    rows.push(row);
    if (put) changed.push(put);
    options.onProgress?.(rows.length);
  }
  if (!options.dryRun) await saveArticles(app, changed);
  return reportOf(rows);
}

function readAndSettle(file: PostFile, shelf: Shelf, baseUrl: string, now: number): ReturnType<typeof settle> {
  const read = readPost(file, { baseUrl, now });
  if (read.outcome === "article") return settle(read.article, shelf, file.path, now);
  const stays = shelf.byId.has(postId(file.path)) ? ["what an earlier import took of it is still in the library"] : [];
  return { row: { source: file.path, outcome: read.outcome, reason: read.reason, warnings: stays } };
}
