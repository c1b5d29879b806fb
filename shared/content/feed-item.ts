import type { parseFeed } from "feedsmith";

type Parsed = ReturnType<typeof parseFeed<string>>;
type Feed<Format> = Extract<Parsed, { format: Format }>["feed"];
type Item<Of> = Of extends { items?: infer Items }
  ? NonNullable<Items> extends readonly (infer One)[]
    ? One
    : never
  : never;
type Entry = NonNullable<Feed<"atom">["entries"]>[number];
type Rss = Feed<"rss">;
type Rdf = Feed<"rdf">;
type JsonFeed = Feed<"json">;

/** Text as the feed gave it; `plain` when it says that it is no HTML. */
export type Words = { readonly text: string; readonly plain?: boolean };

/** What the formats have in common, before anything is checked. */
export type FeedItem = {
  readonly title?: Words | undefined;
  readonly link?: string | undefined;
  readonly bases: readonly (string | undefined)[];
  /** Best first. */
  readonly about: readonly (Words | undefined)[];
  readonly content?: Words | undefined;
  readonly dates: readonly (string | undefined)[];
  readonly authors: readonly (string | undefined)[];
  readonly topics: readonly (string | undefined)[];
  readonly image?: string | undefined;
};

export type FeedContent = { readonly items: readonly FeedItem[]; readonly dates: readonly (string | undefined)[] };

const html = (text: string | undefined): Words | undefined => (text === undefined ? undefined : { text });

/** Atom says what a text is; one that says nothing and holds tags was meant as HTML. */
function atomWords(words: { value?: string; type?: string } | undefined): Words | undefined {
  if (words?.value === undefined) return undefined;
  const plain = words.type ? /^text(?:\/plain)?$/i.test(words.type) : !/<\/?[a-z][^<>]*>/i.test(words.value);
  return { text: words.value, plain };
}

type Link = { href?: string; rel?: string; type?: string };

function alternate(links: readonly Link[] | undefined): string | undefined {
  const own = (links ?? []).filter((link) => !link.rel || /(?:^|\/)alternate$/i.test(link.rel));
  return (own.find((link) => !link.type || /html/i.test(link.type)) ?? own[0])?.href;
}

type Media = { thumbnails?: { url?: string }[]; contents?: { url?: string; type?: string; medium?: string }[] };

const mediaImage = (media: Media | undefined): string | undefined =>
  media?.contents?.find((one) => one.medium === "image" || one.type?.startsWith("image/"))?.url ??
  media?.thumbnails?.[0]?.url;

const person = (one: { name?: string; email?: string }): string | undefined => one.name ?? one.email;

function rssItem(item: Item<Rss>, feed: Rss): FeedItem {
  const permalink =
    item.guid?.isPermaLink !== false && /^https?:/i.test(item.guid?.value ?? "") ? item.guid?.value : undefined;
  const picture = item.enclosures?.find((one) => one.type?.startsWith("image/"))?.url;
  return {
    title: html(item.title ?? item.dc?.titles?.[0]),
    link: item.link ?? alternate(item.atom?.links) ?? permalink,
    bases: [item.xml?.base, feed.xml?.base, feed.link],
    about: [html(item.description), atomWords(item.atom?.summary), html(item.content?.encoded)],
    content: html(item.content?.encoded ?? item.description),
    dates: [item.pubDate, item.dc?.dates?.[0], item.atom?.published, item.atom?.updated],
    authors: [...(item.dc?.creators ?? []), ...(item.authors ?? []).map(person)],
    topics: [...(item.categories ?? []).map((one) => one.name), ...(item.dc?.subjects ?? [])],
    image: mediaImage(item.media) ?? picture,
  };
}

function rdfItem(item: Item<Rdf>, feed: Rdf): FeedItem {
  return {
    title: html(item.title ?? item.dc?.titles?.[0]),
    link: item.link ?? item.rdf?.about,
    bases: [item.xml?.base, feed.xml?.base, feed.link],
    about: [html(item.description), html(item.dc?.descriptions?.[0]), html(item.content?.encoded)],
    content: html(item.content?.encoded ?? item.description),
    dates: [item.dc?.dates?.[0]],
    authors: item.dc?.creators ?? [],
    topics: item.dc?.subjects ?? [],
    image: mediaImage(item.media),
  };
}

function atomItem(entry: Entry, feed: Feed<"atom">): FeedItem {
  return {
    title: atomWords(entry.title),
    link: alternate(entry.links),
    bases: [entry.xml?.base, feed.xml?.base, alternate(feed.links)],
    about: [atomWords(entry.summary), atomWords(entry.content)],
    content: atomWords(entry.content ?? entry.summary),
    dates: [entry.published, entry.updated, entry.dc?.dates?.[0]],
    authors: [...(entry.authors ?? feed.authors ?? []).map(person), ...(entry.dc?.creators ?? [])],
    topics: (entry.categories ?? []).map((one) => one.label ?? one.term),
    image:
      mediaImage(entry.media) ??
      entry.links?.find((link) => link.rel === "enclosure" && link.type?.startsWith("image/"))?.href,
  };
}

function jsonItem(item: Item<JsonFeed>, feed: JsonFeed): FeedItem {
  const text = item.content_text === undefined ? undefined : { text: item.content_text, plain: true };
  const summary = item.summary === undefined ? undefined : { text: item.summary, plain: true };
  return {
    title: item.title === undefined ? undefined : { text: item.title, plain: true },
    link: item.url ?? item.external_url,
    bases: [feed.home_page_url, feed.feed_url],
    about: [summary, text, html(item.content_html)],
    content: html(item.content_html) ?? text,
    dates: [item.date_published, item.date_modified],
    authors: (item.authors ?? feed.authors ?? []).map((author) => author.name),
    topics: item.tags ?? [],
    image: item.image ?? item.banner_image,
  };
}

/** The items of any feed in one shape. */
export function itemsOf(parsed: Parsed): FeedContent {
  if (parsed.format === "rss") {
    const { feed } = parsed;
    const items = (feed.items ?? []).map((item) => rssItem(item, feed));
    return { items, dates: [feed.pubDate, feed.lastBuildDate, feed.dc?.dates?.[0]] };
  }
  if (parsed.format === "rdf") {
    const { feed } = parsed;
    return { items: (feed.items ?? []).map((item) => rdfItem(item, feed)), dates: [feed.dc?.dates?.[0]] };
  }
  if (parsed.format === "atom") {
    const { feed } = parsed;
    return { items: (feed.entries ?? []).map((entry) => atomItem(entry, feed)), dates: [feed.updated] };
  }
  const { feed } = parsed;
  return { items: (feed.items ?? []).map((item) => jsonItem(item, feed)), dates: [] };
}
