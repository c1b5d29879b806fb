import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import type { Fetched } from "../ports.ts";
import { FEED_ACCEPT, LARGEST_FEED } from "./ask-feed.ts";
import { courtesy } from "./courtesy.ts";
import { putFeed } from "./feed-store.ts";
import { importFeed } from "./import-feed.ts";
import type { ImportReport } from "./settle.ts";
import { afterLook, type FeedLook, roomToday, type Served, type WatchedFeed } from "./watched-feed.ts";

/** What came of a feed, and what the server said beside it. */
type Brought = { readonly look: FeedLook; readonly served?: Served };

/**
 * Asks a watched feed whether anything is new, takes it into the library and notes what came. What goes wrong is noted, and not thrown. Somebody who looks at the
 * same moment, or stops watching, leaves the row to them.
 */
export async function lookAtFeed(app: App, feed: WatchedFeed): Promise<FeedLook> {
  const { look, served } = await bring(app, feed);
  try {
    const guard = { match: { nextLookAt: feed.nextLookAt } };
    await app.table.write(putFeed(afterLook(feed, look, served), guard));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
  return look;
}

async function bring(app: App, feed: WatchedFeed): Promise<Brought> {
  const headers = {
    ...courtesy(app.config),
    accept: FEED_ACCEPT,
    ...(feed.etag && { "if-none-match": feed.etag }),
    ...(feed.lastModified && { "if-modified-since": feed.lastModified }),
  };
  const answer = await app.outlet.get({ url: feed.url, headers, mostBytes: LARGEST_FEED });
  const at = app.now();
  if ("failed" in answer) return { look: lookOf({ at, outcome: "failed", says: answer.failed }) };
  const served = servedOf(answer, at);
  if (answer.status === 304) return { look: lookOf({ at, outcome: "unchanged" }), served };
  if (answer.status < 200 || answer.status > 299)
    return { look: lookOf({ at, outcome: "failed", says: `answered with HTTP status ${answer.status}` }), served };
  const file = { bytes: answer.body, contentType: answer.headers["content-type"], url: answer.url, source: feed.url };
  const report = await importFeed(app, file, { dryRun: false, mostNew: roomToday(feed, at) });
  return { look: lookFrom(report, at), served };
}

const lookOf = (look: Pick<FeedLook, "at" | "outcome"> & Partial<FeedLook>): FeedLook => ({
  imported: 0,
  updated: 0,
  refused: 0,
  waiting: 0,
  ...look,
});

function lookFrom({ rows, counts }: ImportReport, at: number): FeedLook {
  const first = rows.find(({ outcome }) => outcome === "refused");
  if (first && counts.refused === rows.length)
    return lookOf({ at, outcome: "failed", refused: counts.refused, says: first.reason ?? "nothing could be read" });
  const { imported, updated, refused, "left-out": waiting } = counts;
  return lookOf({
    at,
    outcome: "new",
    imported,
    updated,
    refused,
    waiting,
    ...(first?.reason && { says: first.reason }),
  });
}

/** `Retry-After` in seconds or as a date. */
function restOf(text: string | undefined, at: number): number | undefined {
  if (!text) return undefined;
  const ms = /^\d{1,9}$/.test(text.trim()) ? Number(text) * 1000 : Date.parse(text) - at;
  return Number.isFinite(ms) && ms > 0 ? ms : undefined;
}

const servedOf = ({ headers }: Fetched, at: number): Served => ({
  etag: headers["etag"]?.slice(0, 500),
  lastModified: headers["last-modified"]?.slice(0, 100),
  restMs: restOf(headers["retry-after"], at),
});
