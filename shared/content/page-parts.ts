import { Parser } from "htmlparser2";

/** What a page says of itself in its markup, as it stands there; nothing is checked yet. */
export type PageParts = {
  /** By name, property or itemprop in lower case; each the first that says something. */
  readonly meta: ReadonlyMap<string, string>;
  readonly metaAll: ReadonlyMap<string, readonly string[]>;
  readonly title: string;
  readonly canonical?: string | undefined;
  /** Feeds that it names. */
  readonly feeds: readonly string[];
  /** Texts of JSON-LD. */
  readonly linkedData: readonly string[];
  readonly times: readonly string[];
  readonly language?: string | undefined;
};

/** A page may be so large and say so much of itself; the rest is somebody's joke. */
const MOST_CHARACTERS = 2_000_000;
const MOST_TEXT = 200_000;
const MOST_OF_A_KIND = 50;
/** Deeper nobody nests, and each level makes the parser slower. */
const MOST_DEEP = 400;

type Attributes = { readonly [name: string]: string };

/** Reads the markup once, in a line: nothing is run, nothing is fetched, and nothing makes this throw. */
export function partsOf(html: string): PageParts {
  const meta = new Map<string, string[]>();
  const parts = { title: "", canonical: undefined as string | undefined, language: undefined as string | undefined };
  const feeds: string[] = [];
  const linkedData: string[] = [];
  const times: string[] = [];
  let text: { of: "title" | "data"; words: string } | undefined;
  const note = (name: string | undefined, value: string | undefined): void => {
    if (!name || !value?.trim() || meta.size > 500) return;
    const known = meta.get(name.toLowerCase()) ?? [];
    if (known.length < MOST_OF_A_KIND) meta.set(name.toLowerCase(), [...known, value.trim().slice(0, 5000)]);
  };
  const open = (tag: string, attributes: Attributes): void => {
    if (tag === "html") parts.language ??= attributes["lang"];
    else if (tag === "meta")
      note(attributes["property"] ?? attributes["name"] ?? attributes["itemprop"], attributes["content"]);
    else if (tag === "link") {
      const rel = (attributes["rel"] ?? "").toLowerCase().split(/\s+/);
      if (rel.includes("canonical")) parts.canonical ??= attributes["href"];
      if (rel.includes("alternate") && /\b(?:rss|atom|feed)\b/i.test(attributes["type"] ?? "") && attributes["href"])
        feeds.push(attributes["href"]);
    } else if (tag === "time" && attributes["datetime"] && times.length < MOST_OF_A_KIND)
      times.push(attributes["datetime"]);
    else if (tag === "title" && !parts.title) text = { of: "title", words: "" };
    else if (tag === "script" && /^application\/ld\+json\b/i.test(attributes["type"] ?? ""))
      text = { of: "data", words: "" };
  };
  let deep = 0;
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (++deep > MOST_DEEP) parser.pause();
      open(tag, attributes);
    },
    ontext: (words) => {
      if (text && text.words.length < MOST_TEXT) text.words += words;
    },
    onclosetag: (tag) => {
      deep -= 1;
      if (!text || (tag !== "title" && tag !== "script")) return;
      if (text.of === "title") parts.title ||= text.words.trim().slice(0, 1000);
      else if (linkedData.length < MOST_OF_A_KIND) linkedData.push(text.words);
      text = undefined;
    },
  });
  parser.write(html.slice(0, MOST_CHARACTERS));
  parser.end();
  const first = new Map([...meta].map(([name, values]) => [name, values[0] ?? ""]));
  return { ...parts, meta: first, metaAll: meta, feeds: feeds.slice(0, 10), linkedData, times };
}
