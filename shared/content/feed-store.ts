import { entity } from "../entity.ts";
import { feedKey, feedsPk } from "../keys.ts";
import type { Guard, Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";
import { WatchedFeed } from "./watched-feed.ts";

/** All that are watched, in the order in which they were added. */
export const getFeeds = async (table: Table): Promise<WatchedFeed[]> =>
  (await readAll(table, { pk: feedsPk }))
    .map(entity<WatchedFeed>)
    .toSorted((one, other) => one.addedAt - other.addedAt || one.url.localeCompare(other.url));

export async function getFeed(table: Table, id: string): Promise<WatchedFeed | undefined> {
  const item = await table.get(feedKey(id));
  return item && entity<WatchedFeed>(item);
}

export const putFeed = (feed: WatchedFeed, guard: Guard): Write => ({
  kind: "put",
  item: { ...feedKey(feed.id), data: WatchedFeed.parse(feed) },
  guard,
});

export const removeFeed = (id: string): Write => ({ kind: "remove", key: feedKey(id) });
