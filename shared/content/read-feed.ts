import { parseFeed } from "feedsmith";
import { idOf } from "../id.ts";
import { addressKey, webAddress } from "./addresses.ts";
import { readDate } from "./dates.ts";
import { type ArticleDraft, flawOf } from "./draft.ts";
import { type FeedContent, type FeedItem, itemsOf, type Words } from "./feed-item.ts";
import { feedText, mended, withoutDoctype } from "./feed-text.ts";
import { kindOfWord } from "./kind.ts";
import { outlineOf, readingMinutes } from "./outline.ts";
import { oneLine, plainText, sentences, shorten } from "./plain-text.ts";
import { talkingPointOf } from "./talking-point.ts";
import { wordsAlone } from "./templates.ts";
import { joined, topicsFrom } from "./topics.ts";

export type FeedReading = {
  readonly articles: readonly ArticleDraft[];
  /** `item` names it as a person finds it: `item 3 "Title"`, or "the feed" when nothing in it could be read. */
  readonly refused: readonly { readonly item: string; readonly reason: string }[];
};

export type FeedOptions = {
  /** As served, for the charset. */
  readonly contentType?: string | undefined;
  /** Where it was fetched from, for links that are relative. */
  readonly url?: string | undefined;
  /** File name or address, kept with each article. */
  readonly source: string;
  /** Epoch ms; the date of an item that has none. */
  readonly now: number;
};

const LARGEST = 5 * 1024 * 1024;

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0 or a JSON Feed, ill-formed ones as far as they go. Throws nothing, fetches nothing, expands no entity.
 */
export function readFeed(bytes: Uint8Array, options: FeedOptions): FeedReading {
  if (bytes.length > LARGEST) return nothing("larger than 5 MiB");
  const text = feedText(bytes, options.contentType);
  const content = contentOf(text);
  if (typeof content === "string") return nothing(content);
  if (!content.items.length) return nothing("a feed without items");
  const articles: ArticleDraft[] = [];
  const refused: { item: string; reason: string }[] = [];
  for (const [index, item] of content.items.entries()) {
    const draft = draftOf(item, content, options);
    if (typeof draft === "string") refused.push({ item: nameOf(item, index), reason: draft });
    else articles.push(draft);
  }
  return { articles, refused };
}

const nothing = (reason: string): FeedReading => ({ articles: [], refused: [{ item: "the feed", reason }] });

function nameOf(item: FeedItem, index: number): string {
  const title = wordsOf(item.title);
  return `item ${index + 1}${title ? ` "${shorten(title, 80)}"` : ""}`;
}

/** The items, or why there are none. */
function contentOf(text: string): FeedContent | string {
  if (!text) return "an empty file";
  const xml = text.startsWith("{") ? text : withoutDoctype(text.slice(Math.max(0, text.indexOf("<"))));
  for (const version of text.startsWith("{") ? [xml] : [xml, mended(xml)]) {
    try {
      return itemsOf(parseFeed(version));
    } catch {
      // Whatever the parser stumbled over, the version mended from it is tried next.
    }
  }
  if (/<(?:\w+:)?(?:rss|feed|rdf)\b/i.test(xml)) return "a feed without items, or none that could be read";
  return /<html\b/i.test(xml) ? "a web page, not a feed" : "not an RSS, Atom, RDF or JSON feed";
}

const wordsOf = (words: Words | undefined): string => {
  if (!words) return "";
  const beginning = words.text.slice(0, 40_000);
  return wordsAlone(words.plain ? beginning : plainText(beginning));
};

function draftOf(item: FeedItem, feed: FeedContent, options: FeedOptions): ArticleDraft | string {
  const url = linkOf(item, options.url);
  if (typeof url !== "string") return url.reason;
  const about = item.about.map(wordsOf).find(Boolean) ?? "";
  const title = titleOf(item, about);
  if (!title.text) return "no title and no text to take one from";
  const outline = item.content && !item.content.plain ? outlineOf(item.content.text, "html") : undefined;
  const image = webAddress(item.image ?? outline?.image ?? "", url);
  const author = joined(item.authors.map((name) => plainText(name ?? "")));
  const dated = dateOf(item, feed, options.now);
  const topics = topicsFrom(item.topics.map((topic) => plainText(topic ?? "")));
  const kinds = new Set(topics.map(kindOfWord));
  const draft: ArticleDraft = {
    id: idOf(addressKey(url)),
    kind: kinds.has("resource") && !kinds.has("case-study") ? "resource" : "blog-post",
    title: shorten(title.text, 200),
    summary: shorten(about),
    url,
    ...(image && { image }),
    ...(author && { author }),
    publishedOn: dated.date,
    topics,
    readingMinutes: readingMinutes(item.content?.text ?? about),
    talkingPoint: talkingPointOf({
      about,
      paragraphs: (outline?.paragraphs ?? []).slice(0, 6).map(wordsAlone),
      title: title.text,
    }),
    source: options.source,
    warnings: [
      title.warning,
      dated.warning,
      kinds.has("case-study")
        ? "called a case study, but a feed names no client, problem and result: imported as a blog post"
        : undefined,
    ].filter((warning) => warning !== undefined),
    dateIsGuessed: dated.warning !== undefined,
  };
  return flawOf(draft) ?? draft;
}

/** Relative links count from the element's own base, else from the feed's. */
function linkOf(item: FeedItem, feedUrl: string | undefined): string | { readonly reason: string } {
  if (!item.link?.trim()) return { reason: "no link readers could follow" };
  let base = feedUrl;
  for (const own of item.bases.toReversed()) base = (own && webAddress(own, base)) || base;
  return (
    webAddress(item.link, base) ?? { reason: `the link "${shorten(oneLine(item.link), 100)}" is not a web address` }
  );
}

function titleOf(item: FeedItem, about: string): { text: string; warning?: string } {
  const title = wordsOf(item.title);
  if (title) return { text: title };
  return { text: shorten(sentences(about)[0] ?? "", 80), warning: "no title: its first words are used" };
}

const first = (dates: readonly (string | undefined)[]): string | undefined =>
  dates.map((date) => readDate(date ?? "")).find((date) => date !== undefined);

function dateOf(item: FeedItem, feed: FeedContent, now: number): { date: string; warning?: string } {
  const own = first(item.dates);
  if (own) return { date: own };
  const shared = first(feed.dates);
  if (shared) return { date: shared, warning: "no date of its own: the feed's is used" };
  return { date: new Date(now).toISOString().slice(0, 10), warning: "no date: the day of import is used" };
}
