import { webAddress } from "./addresses.ts";
import type { Article } from "./article.ts";
import { readDate } from "./dates.ts";
import { leadOf, outlineOf, readingMinutes } from "./outline.ts";
import { type LinkedArticle, linkedArticle } from "./page-data.ts";
import { type PageParts, partsOf } from "./page-parts.ts";
import { pageText } from "./page-text.ts";
import { oneLine, plainText, shorten } from "./plain-text.ts";
import { talkingPointOf } from "./talking-point.ts";
import { joined, topicsFrom } from "./topics.ts";

/** What a page says of itself, to be looked over by a person before anything is kept. */
export type PageFound = Pick<Article, "title" | "summary" | "url" | "readingMinutes" | "talkingPoint"> & {
  readonly image?: string | undefined;
  readonly author?: string | undefined;
  readonly publishedOn?: string | undefined;
  /** Its own keywords, as slugs: to be offered, not taken. */
  readonly keywords: readonly string[];
  /** Its words, for suggestions; at most so many as one reads in a few minutes. */
  readonly text: string;
  readonly warnings: readonly string[];
};

export type PageReading = PageFound | { readonly refused: string };

/** Where it was fetched from (after redirects), and as what. */
export type PageSource = { readonly url: string; readonly contentType?: string | undefined };

const MOST_TEXT = 20_000;

/**
 * Reads a web page for the library by what it says of itself: Open Graph, JSON-LD, its title, description and canonical address. It is a stranger's:
 * nothing in it is run or fetched, everything becomes plain words and web addresses, and nothing makes this throw.
 */
export function readPage(bytes: Uint8Array, { url, contentType }: PageSource): PageReading {
  if (contentType && !/\b(?:html|xml)\b/i.test(contentType))
    return { refused: `that is no web page but ${oneLine(contentType).slice(0, 60)}` };
  const html = pageText(bytes, contentType);
  const parts = partsOf(html);
  const data = linkedArticle(parts.linkedData);
  const outline = outlineOf(mainOf(html), "html");
  const meta = (...names: string[]): string => plain(names.map((name) => parts.meta.get(name)).find(Boolean));
  const site = meta("og:site_name");
  const heading = meta("og:title", "twitter:title") || plain(data?.headline) || plain(parts.title);
  const title = withoutSite(heading || outline.heading || "", site);
  if (!title) return { refused: "that page has no title" };
  const about =
    meta("og:description", "description", "twitter:description") || plain(data?.description) || leadOf(outline) || "";
  const address = addressOf(parts, url);
  const image = webAddress(parts.meta.get("og:image") ?? data?.image ?? parts.meta.get("twitter:image") ?? "", url);
  const author = authorOf(parts, data);
  const publishedOn = dateOf(parts, data);
  const words = outline.paragraphs.join(" ");
  return {
    title: shorten(title, 200),
    summary: shorten(about),
    url: address.url,
    ...(image && { image }),
    ...(author && { author: shorten(author, 120) }),
    ...(publishedOn && { publishedOn }),
    readingMinutes: readingMinutes(words || about),
    talkingPoint: talkingPointOf({ about, paragraphs: outline.paragraphs.slice(0, 6), title }),
    keywords: keywordsOf(parts, data),
    text: words.slice(0, MOST_TEXT),
    warnings: [
      address.warning,
      image === undefined ? "The page names no picture." : undefined,
      publishedOn === undefined ? "The page does not say when it was published." : undefined,
    ].filter((warning) => warning !== undefined),
  };
}

/** Words that anybody may have written there: without markup, on one line. */
const plain = (text: string | undefined): string =>
  text === undefined ? "" : oneLine(/[<&]/.test(text) ? plainText(text.slice(0, 5000)) : text.slice(0, 5000));

/** The article's own part of a page, where it says which that is; else its body. */
function mainOf(html: string): string {
  for (const tag of ["article", "main", "body"]) {
    const start = html.search(new RegExp(`<${tag}[\\s>]`, "i"));
    if (start >= 0) return html.slice(start, start + 200_000);
  }
  return html.slice(0, 200_000);
}

/** "Slow cranes | Ferrow" is "Slow cranes" at Ferrow. */
function withoutSite(title: string, site: string): string {
  if (!site) return title;
  for (const mark of [" | ", " - ", " – ", " — ", " · ", " :: "])
    if (title.endsWith(`${mark}${site}`)) return title.slice(0, -(mark.length + site.length)).trim() || title;
  return title;
}

const bareHost = (url: string): string => new URL(url).hostname.replace(/^www\./, "");

/** The address it gives itself, as long as that is of the same site: a page must not have Midweek send readers elsewhere. */
function addressOf(parts: PageParts, url: string): { readonly url: string; readonly warning?: string } {
  const fetched = webAddress(url) ?? url;
  const named = webAddress(parts.canonical ?? parts.meta.get("og:url") ?? "", url);
  if (!named || named === fetched) return { url: fetched };
  if (bareHost(named) === bareHost(fetched)) return { url: named };
  return { url: fetched, warning: `The page gives ${new URL(named).hostname} as its own place: that is not taken.` };
}

function authorOf({ metaAll }: PageParts, data: LinkedArticle | undefined): string | undefined {
  const named = [
    data?.authors ?? [],
    metaAll.get("author") ?? [],
    metaAll.get("article:author") ?? [],
    metaAll.get("twitter:creator") ?? [],
  ];
  const names = named.map((ones) => ones.map(plain).filter((name) => name && !/^(?:https?:|@)/i.test(name)));
  return joined((names.find((ones) => ones.length) ?? []).slice(0, 4));
}

function dateOf({ meta, times }: PageParts, data: LinkedArticle | undefined): string | undefined {
  const named = ["article:published_time", "og:published_time", "datepublished", "date", "dc.date", "pubdate"];
  const written = [...named.map((name) => meta.get(name)), data?.published, times[0]];
  return written.map((text) => readDate(text ?? "")).find((date) => date !== undefined);
}

function keywordsOf({ meta, metaAll }: PageParts, data: LinkedArticle | undefined): string[] {
  const listed = [meta.get("keywords"), meta.get("news_keywords")].flatMap((text) => text?.split(",") ?? []);
  const words = [...(metaAll.get("article:tag") ?? []), ...(data?.keywords ?? []), ...listed];
  return topicsFrom(words.map(plain)).slice(0, 12);
}
