import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { AppError } from "../../shared/error.ts";
import type { FeedFile } from "../../shared/content/import-feed.ts";

const LARGEST = 5 * 1024 * 1024;
const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * A feed from a file or an http(s) address: at most 5 MiB, 20 seconds (`timeoutMs`) and five redirects. Throws an AppError that names the place and
 * says what was wrong with it.
 */
export async function readFeedSource(pathOrUrl: string, timeoutMs = 20_000): Promise<FeedFile> {
  if (/^https?:\/\//i.test(pathOrUrl)) return fetchFeed(pathOrUrl, timeoutMs);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(pathOrUrl))
    throw new AppError("invalid", `${pathOrUrl}: only http and https are fetched`);
  const found = await stat(pathOrUrl).catch(() => undefined);
  if (!found) throw new AppError("not-found", `${pathOrUrl}: there is no such file`);
  if (!found.isFile()) throw new AppError("invalid", `${pathOrUrl}: a folder, not a feed`);
  if (found.size > LARGEST) throw tooBig(pathOrUrl);
  return { bytes: await readFile(pathOrUrl), source: basename(pathOrUrl) };
}

const tooBig = (place: string): AppError => new AppError("invalid", `${place}: larger than 5 MiB`);

async function fetchFeed(address: string, timeoutMs: number): Promise<FeedFile> {
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await followed(address, signal);
    if (!response.ok) {
      await response.body?.cancel();
      throw new AppError(
        response.status === 404 ? "not-found" : "invalid",
        `${address}: answered with HTTP status ${response.status}`,
      );
    }
    const bytes = await bodyOf(response, address);
    return {
      bytes,
      contentType: response.headers.get("content-type") ?? undefined,
      url: response.url,
      source: address,
    };
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (signal.aborted) throw new AppError("invalid", `${address}: no answer within ${timeoutMs / 1000} seconds`);
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
    throw new AppError("not-found", `${address}: cannot be reached${cause ? ` (${cause})` : ""}`);
  }
}

async function followed(address: string, signal: AbortSignal): Promise<Response> {
  let at = address;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const accept = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8";
    const response = await fetch(at, { signal, redirect: "manual", headers: { accept, "user-agent": "Midweek" } });
    const next = REDIRECTS.has(response.status) ? response.headers.get("location") : null;
    if (!next) return response;
    await response.body?.cancel();
    if (!URL.canParse(next, at) || !/^https?:$/.test(new URL(next, at).protocol))
      throw new AppError("invalid", `${address}: leads to "${next.slice(0, 100)}", which is not a web address`);
    at = new URL(next, at).href;
  }
  throw new AppError("invalid", `${address}: more than ${MOST_REDIRECTS} redirects`);
}

async function bodyOf(response: Response, address: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > LARGEST) throw tooBig(address);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
