/** What a feed is asked for as, and how large it may be. */
export const FEED_ACCEPT =
  "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8";
export const LARGEST_FEED = 5 * 1024 * 1024;
