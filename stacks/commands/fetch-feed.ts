import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { FEED_ACCEPT, LARGEST_FEED } from "../../shared/content/ask-feed.ts";
import type { FeedFile } from "../../shared/content/import-feed.ts";
import { AppError } from "../../shared/error.ts";
import type { Outlet } from "../../shared/ports.ts";

/**
 * A feed from a file or an http(s) address outside the own network: at most 5 MiB. Throws an AppError that names the place and says what was wrong with
 * it.
 */
export async function readFeedSource(pathOrUrl: string, outlet: Pick<Outlet, "get">): Promise<FeedFile> {
  if (/^https?:\/\//i.test(pathOrUrl)) return fetchFeed(pathOrUrl, outlet);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(pathOrUrl))
    throw new AppError("invalid", `${pathOrUrl}: only http and https are fetched`);
  const found = await stat(pathOrUrl).catch(() => undefined);
  if (!found) throw new AppError("not-found", `${pathOrUrl}: there is no such file`);
  if (!found.isFile()) throw new AppError("invalid", `${pathOrUrl}: a folder, not a feed`);
  if (found.size > LARGEST_FEED) throw new AppError("invalid", `${pathOrUrl}: larger than 5 MiB`);
  return { bytes: await readFile(pathOrUrl), source: basename(pathOrUrl) };
}

async function fetchFeed(address: string, outlet: Pick<Outlet, "get">): Promise<FeedFile> {
  const answer = await outlet.get({ url: address, headers: { accept: FEED_ACCEPT }, mostBytes: LARGEST_FEED });
  if ("failed" in answer) throw new AppError("invalid", `${address}: ${answer.failed}`);
  const { status, body: bytes, url, headers } = answer;
  if (status < 200 || status > 299)
    throw new AppError(status === 404 ? "not-found" : "invalid", `${address}: answered with HTTP status ${status}`);
  return { bytes, contentType: headers["content-type"], url, source: address };
}
