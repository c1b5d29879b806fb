import * as z from "zod";
import { DAY, HOUR } from "../durations.ts";
import { idOf } from "../id.ts";
import { addressKey } from "./addresses.ts";

/** What one look at a feed came to. */
export const FeedLook = z.object({
  at: z.number(),
  outcome: z.enum(["new", "unchanged", "failed"]),
  imported: z.number().int().default(0),
  updated: z.number().int().default(0),
  /** Items that were not taken because of what they are, and new ones that have to wait for another day. */
  refused: z.number().int().default(0),
  waiting: z.number().int().default(0),
  /** What went wrong, in words for people. */
  says: z.string().optional(),
});
export type FeedLook = z.infer<typeof FeedLook>;

/** A feed that is looked at once a day. */
export const WatchedFeed = z.object({
  id: z.string(),
  url: z.string(),
  addedAt: z.number(),
  /** Name of who wanted it. */
  addedBy: z.string(),
  /** As the server gave them with what was last read whole, for asking whether anything changed. */
  etag: z.string().optional(),
  lastModified: z.string().optional(),
  /** Not to be looked at before (epoch ms). */
  nextLookAt: z.number(),
  /** Looks that failed, in a row. */
  failures: z.number().int().default(0),
  /** Pieces taken on which date (UTC), for not taking too many. */
  taken: z.object({ date: z.iso.date(), count: z.number().int() }).optional(),
  /** The newest first. */
  looks: z.array(FeedLook).default([]),
});
export type WatchedFeed = z.infer<typeof WatchedFeed>;

/** A feed may bring so many new pieces a day; the rest of a long one comes in the days after. */
export const MOST_NEW_A_DAY = 20;
const KEPT_LOOKS = 10;
/** A little less than a day, so that a daily look which is early once does not leave a day out. */
const NEXT = 20 * HOUR;
const LONGEST_REST = NEXT + 13 * DAY;

export const feedIdOf = (url: string): string => idOf(`feed:${addressKey(url)}`);

export const newFeed = (url: string, by: string, now: number): WatchedFeed => ({
  id: feedIdOf(url),
  url,
  addedAt: now,
  addedBy: by,
  nextLookAt: now,
  failures: 0,
  looks: [],
});

const dateOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/** So many new pieces it may still bring today. */
export const roomToday = ({ taken }: Pick<WatchedFeed, "taken">, now: number): number =>
  Math.max(0, MOST_NEW_A_DAY - (taken?.date === dateOf(now) ? taken.count : 0));

/** What the server said beside its answer. */
export type Served = {
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** It asked to be left alone so long. */
  readonly restMs?: number | undefined;
};

/** Twice as long after each failure in a row: 1 day, 2, 4, 8, at last two weeks. */
const restAfter = (failures: number): number => Math.min(LONGEST_REST, NEXT + (2 ** (failures - 1) - 1) * DAY);

/**
 * The feed after a look. What was served with it is kept only when nothing had to wait: else the server would say tomorrow that nothing changed.
 */
export function afterLook(feed: WatchedFeed, look: FeedLook, served: Served = {}): WatchedFeed {
  const { etag: _etag, lastModified: _lastModified, ...rest } = feed;
  const failures = look.outcome === "failed" ? feed.failures + 1 : 0;
  const wait = Math.max(failures ? restAfter(failures) : NEXT, Math.min(served.restMs ?? 0, LONGEST_REST));
  const already = MOST_NEW_A_DAY - roomToday(feed, look.at);
  const fresh = look.outcome === "new" && look.waiting === 0;
  const etag = fresh ? served.etag : look.outcome === "new" ? undefined : feed.etag;
  const lastModified = fresh ? served.lastModified : look.outcome === "new" ? undefined : feed.lastModified;
  return {
    ...rest,
    ...(etag && { etag }),
    ...(lastModified && { lastModified }),
    failures,
    nextLookAt: look.at + wait,
    taken: { date: dateOf(look.at), count: already + look.imported },
    looks: [look, ...feed.looks].slice(0, KEPT_LOOKS),
  };
}
