import { marked } from "marked";
import { idOf } from "../id.ts";
import { readSector } from "../prospect/sectors.ts";
import { addressKey, underBase, webAddress } from "./addresses.ts";
import { decodeUnicode, decodeWestern, toLines } from "./charset.ts";
import { readDate } from "./dates.ts";
import { type ArticleDraft, flawOf, type ReadResult } from "./draft.ts";
import { type Fields, fieldOf, isNo, isYes, textOf } from "./fields.ts";
import { readFrontMatter } from "./front-matter.ts";
import { decideKind, type KindDecision } from "./kind.ts";
import { leadOf, type Outline, outlineOf, readingMinutes } from "./outline.ts";
import { plainText, shorten } from "./plain-text.ts";
import { type Place, placeOf, postAddress } from "./post-address.ts";
import { isPostPath, postId } from "./post-id.ts";
import { talkingPointOf } from "./talking-point.ts";
import { readableBody, wordsAlone } from "./templates.ts";
import { authorOf, topicsOf } from "./topics.ts";

export type PostFile = {
  /** Relative to the folder, which is what makes the same post the same article again. */
  readonly path: string;
  readonly bytes: Uint8Array;
};

/** `now` in epoch ms; `baseUrl` is where the posts are read, http or https. */
export type Site = { readonly baseUrl: string; readonly now: number };

const LARGEST = 2 * 1024 * 1024;

const refused = (reason: string): ReadResult => ({ outcome: "refused", reason });
const leftOut = (reason: string): ReadResult => ({ outcome: "left-out", reason });

/** Front matter texts may hold Markdown, HTML and Liquid; readers see words. */
function plain(text: string): string {
  const words = wordsAlone(text);
  return wordsAlone(plainText(/[*_`[\]<&\\~]/.test(words) ? inline(words) : words));
}

function inline(text: string): string {
  try {
    return marked.parseInline(text, { async: false });
  } catch {
    return text;
  }
}

/**
 * Reads one Markdown or HTML post of a Jekyll or Hugo site: nothing in it is run, and nothing in it can make this throw. A post without a title,
 * a case study without its parts or a file that cannot be read is refused with the reason; what its author keeps from readers is left out.
 */
export function readPost(file: PostFile, site: Site): ReadResult {
  if (!isPostPath(file.path)) return refused("not a post: only .md, .markdown, .mdx and .html files are read");
  if (file.bytes.length > LARGEST) return refused("larger than 2 MiB");
  const unicode = decodeUnicode(file.bytes);
  const text = unicode ?? decodeWestern(file.bytes);
  if (text === undefined) return refused("not text in UTF-8");
  const read = readFrontMatter(toLines(text));
  if ("problem" in read) return refused(read.problem);
  const place = placeOf(file.path);
  const kept = keptBack(read.fields, place, site.now);
  if (kept) return leftOut(kept);
  const kind = decideKind(read.fields, place.folders, plain);
  if ("refused" in kind) return refused(kind.refused);
  const warnings = unicode === undefined ? ["not in UTF-8: read as windows-1252"] : [];
  return draftOf({ file, site, place, fields: read.fields, body: readableBody(read.body, file.path), kind, warnings });
}

/** Why readers of the site do not see this file (yet). */
function keptBack(fields: Fields, place: Place, now: number): string | undefined {
  const name = place.path.split("/").at(-1) ?? "";
  if (/^_index\./i.test(name)) return "the page of a section, not a post";
  if (/^readme\./i.test(name)) return "a readme, not a post";
  if (place.folders.some((folder) => /^_?drafts$/i.test(folder))) return "in a drafts folder";
  if (isYes(fieldOf(fields, "draft"))) return "a draft";
  if (isNo(fieldOf(fields, "published"))) return "published: false";
  const today = new Date(now).toISOString().slice(0, 10);
  const from = dateIn(fields, "publishdate", "date") ?? place.date;
  // A day's grace: the author's calendar may be ahead of UTC.
  if (from && from > new Date(now + 86_400_000).toISOString().slice(0, 10))
    return `dated ${from}, which is still to come`;
  const until = expiryOf(fields);
  return until && until < today ? `expired on ${until}` : undefined;
}

/** The last day on which readers of the site see it. */
const expiryOf = (fields: Fields): string | undefined => dateIn(fields, "expirydate", "expires");

const dateIn = (fields: Fields, ...names: string[]): string | undefined =>
  readDate(textOf(fieldOf(fields, ...names)) ?? "");

type Reading = {
  readonly file: PostFile;
  readonly site: Site;
  readonly place: Place;
  readonly fields: Fields;
  readonly body: string;
  readonly kind: Exclude<KindDecision, { readonly refused: string }>;
  readonly warnings: readonly string[];
};

function draftOf({ file, site, place, fields, body, kind, warnings }: Reading): ReadResult {
  const outline = outlineOf(body, /\.html?$/i.test(file.path) ? "html" : "markdown");
  const title = plain(textOf(fieldOf(fields, "title")) ?? "") || wordsAlone(outline.heading ?? "");
  if (!title.trim()) return refused("no title: neither in the front matter nor as a heading");
  const dated = dateOf(fields, place, site.now);
  const address = postAddress(fields, place, site.baseUrl, dated.date);
  if (!address.url) return refused("no address readers could be sent to");
  const description = plain(textOf(fieldOf(fields, "description", "summary", "excerpt", "subtitle", "lead")) ?? "");
  const about = description || wordsAlone(leadOf(outline) ?? "");
  const author = authorOf(fields, plain);
  const image = imageOf(fields, outline, address.url, site.baseUrl);
  const sector = sectorOf(fields);
  const own = plain(textOf(fieldOf(fields, "talkingpoint")) ?? "");
  const perspective = plain(textOf(fieldOf(fields, "perspective")) ?? "");
  const expiresOn = expiryOf(fields);
  const article: ArticleDraft = {
    id: address.canonical ? idOf(addressKey(address.url)) : postId(file.path),
    kind: kind.kind,
    title: shorten(title.trim(), 200),
    summary: shorten(about),
    url: address.url,
    ...(image && { image }),
    ...(author && { author }),
    publishedOn: dated.date,
    topics: topicsOf(fields),
    ...(sector.sector && { sector: sector.sector }),
    readingMinutes: readingMinutes(body),
    talkingPoint: talkingPointOf({
      own,
      caseStudy: kind.caseStudy,
      about,
      paragraphs: outline.paragraphs.slice(0, 6).map(wordsAlone),
      title,
    }),
    ...(kind.caseStudy && { caseStudy: kind.caseStudy }),
    ...(perspective && { perspective: shorten(perspective) }),
    ...(expiresOn && { expiresOn }),
    source: place.path,
    warnings: [...warnings, kind.warning, dated.warning, ...address.warnings, sector.warning].filter(
      (one) => one !== undefined,
    ),
    dateIsGuessed: dated.warning !== undefined,
  };
  const flaw = flawOf(article);
  return flaw ? refused(flaw) : { outcome: "article", article };
}

/** The author's own word first, then what the file name or the address says, then today. */
function dateOf(fields: Fields, place: Place, now: number): { date: string; warning?: string } {
  const written = dateIn(
    fields,
    "date",
    "publishdate",
    "published",
    "publishedon",
    "pubdate",
    "created",
    "updated",
    "lastmod",
  );
  const known =
    written ?? place.date ?? readDate(textOf(fieldOf(fields, "path", "permalink", "url"))?.replace(/^\/+/, "") ?? "");
  if (known) return { date: known };
  return {
    date: new Date(now).toISOString().slice(0, 10),
    warning: "no date in front matter or file name: the day of import is used",
  };
}

function imageOf(fields: Fields, outline: Outline, url: string, baseUrl: string): string | undefined {
  const named = fieldOf(
    fields,
    "image",
    "cover",
    "coverimage",
    "thumbnail",
    "ogimage",
    "featuredimage",
    "heroimage",
    "hero",
    "banner",
    "teaser",
    "images",
    "header",
    "og",
  );
  const source = textOf(named) ?? outline.image;
  if (source === undefined || /[{}]/.test(source)) return undefined;
  if (/^(?:[a-z][a-z0-9+.-]*:|\/)/i.test(source)) return webAddress(source, baseUrl);
  // Beside the post in its own folder, or from the root of the site without saying so.
  return /^\.{1,2}\//.test(source) || !source.includes("/")
    ? webAddress(source, `${url.replace(/\/$/, "")}/`)
    : underBase(source, baseUrl);
}

function sectorOf(fields: Fields): { sector?: ReturnType<typeof readSector>; warning?: string } {
  const word = textOf(fieldOf(fields, "sector", "industry", "vertical"));
  if (word === undefined) return {};
  const sector = readSector(word);
  return sector ? { sector } : { warning: `sector "${word.slice(0, 60)}" is not one Midweek knows: left open` };
}
