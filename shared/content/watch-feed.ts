import type { App } from "../app.ts";
import { webAddress } from "./addresses.ts";
import { FEED_ACCEPT, LARGEST_FEED } from "./ask-feed.ts";
import { courtesy } from "./courtesy.ts";
import { getFeed, getFeeds, putFeed, removeFeed } from "./feed-store.ts";
import { lookAtFeed } from "./look-at-feed.ts";
import { partsOf } from "./page-parts.ts";
import { pageText } from "./page-text.ts";
import { readFeed } from "./read-feed.ts";
import { feedIdOf, newFeed, type WatchedFeed } from "./watched-feed.ts";

/** A row is looked at whole, and each costs a request a day. */
const MOST_FEEDS = 50;

/** refused: why it cannot be watched, in words that follow the address. */
export type WatchOutcome = { readonly watched: WatchedFeed } | { readonly refused: string };

/**
 * Has a feed looked at once a day, and now for the first time. The address of a page that names its feed will do. Nothing is watched that could not be
 * read.
 */
export async function watchFeed(app: App, address: string, by: string): Promise<WatchOutcome> {
  const url = webAddress(address);
  if (!url) return { refused: "give a whole address, like https://example.com/feed.xml" };
  const known = await getFeeds(app.table);
  if (known.length >= MOST_FEEDS) return { refused: `${MOST_FEEDS} feeds are watched already: stop one first` };
  const found = await feedAt(app, url);
  if ("refused" in found) return found;
  const feed = newFeed(found.url, by, app.now());
  if (known.some(({ id }) => id === feedIdOf(found.url))) return { refused: "it is watched already" };
  await app.table.write(putFeed(feed, "absent"));
  await lookAtFeed(app, feed);
  return { watched: (await getFeed(app.table, feed.id)) ?? feed };
}

type Place = { readonly url: string } | { readonly refused: string };

async function feedAt(app: App, url: string, through = false): Promise<Place> {
  const headers = { ...courtesy(app.config), accept: FEED_ACCEPT };
  const answer = await app.outlet.get({ url, headers, mostBytes: LARGEST_FEED });
  if ("failed" in answer) return { refused: answer.failed };
  if (answer.status < 200 || answer.status > 299) return { refused: `it answered with HTTP status ${answer.status}` };
  const contentType = answer.headers["content-type"];
  const read = readFeed(answer.body, { contentType, url: answer.url, source: url, now: app.now() });
  if (read.articles.length) return { url };
  const [named] = through ? [] : partsOf(pageText(answer.body, contentType)).feeds;
  const further = named === undefined ? undefined : webAddress(named, answer.url);
  if (further) return feedAt(app, further, true);
  return { refused: read.refused[0]?.reason ?? "nothing in it could be read" };
}

/** Looks at a feed out of turn. False when it is watched no more. */
export async function lookNow(app: App, id: string): Promise<boolean> {
  const feed = await getFeed(app.table, id);
  if (feed) await lookAtFeed(app, feed);
  return feed !== undefined;
}

/** What came of it stays in the library. */
export const unwatchFeed = (app: App, id: string): Promise<void> => app.table.write(removeFeed(id));
