import { marked } from "marked";
import { oneLine, plainText, skeleton, unescape } from "./plain-text.ts";

/** What an article shows of itself: its first heading, its own words in order, its first image. */
export type Outline = {
  readonly heading?: string | undefined;
  readonly paragraphs: readonly string[];
  readonly image?: string | undefined;
};

/** Title, summary and image stand at the beginning; more is not laid out, so that no file can be slow. */
const BEGINNING = 40_000;

const PART = /<(\/?)(h[1-6]|p|div|section|li|blockquote|pre|td|img)\b([^<>]*)>|[^<]+/g;
const ASIDE = new Set(["li", "blockquote", "pre", "td"]);

type Block = { readonly text: string; readonly role: "heading" | "paragraph" | "aside" };

function blocksOf(html: string): { blocks: Block[]; images: string[] } {
  const blocks: Block[] = [];
  const images: string[] = [];
  const open: string[] = [];
  let text = "";
  const flush = (): void => {
    const words = oneLine(unescape(text));
    text = "";
    if (!words) return;
    const heading = open.some((tag) => /^h\d$/.test(tag));
    blocks.push({
      text: words,
      role: heading ? "heading" : open.some((tag) => ASIDE.has(tag)) ? "aside" : "paragraph",
    });
  };
  for (const [whole, closing, tag, attributes] of html.matchAll(PART)) {
    if (tag === undefined) text += whole;
    else if (tag === "img") {
      const image = imageOf(attributes ?? "");
      if (image) images.push(image);
    } else {
      flush();
      if (closing) open.splice(open.lastIndexOf(tag), 1);
      else open.push(tag);
    }
  }
  flush();
  return { blocks, images };
}

/** A picture worth showing: not a counting pixel, not a badge, not a drawing mail programs cannot show. */
function imageOf(attributes: string): string | undefined {
  const source = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
  const width = /\bwidth="(\d+)"/.exec(attributes)?.[1];
  if (!source || (width !== undefined && Number(width) < 50)) return undefined;
  return /\.svg\b|shields\.io|badge|^data:/i.test(source) ? undefined : unescape(source);
}

/** Lines about the article rather than of it. */
const META =
  /^(?:posted|published|written|updated?|by|author|reading time|photo|image|source|tl;?dr|table of contents)\b[^.]{0,80}$/i;

/** `from` says what the body is written in. Throws nothing; what cannot be laid out has no outline. */
export function outlineOf(body: string, from: "markdown" | "html"): Outline {
  const beginning = body.length > BEGINNING ? body.slice(0, body.lastIndexOf("\n", BEGINNING) + 1 || BEGINNING) : body;
  let html = beginning;
  if (from === "markdown") {
    try {
      html = marked.parse(beginning, { async: false, gfm: true });
    } catch {
      // Nested so deep that nobody wrote it by hand: the words still count.
      return { paragraphs: [plainText(beginning)].filter(Boolean) };
    }
  }
  const { blocks, images } = blocksOf(skeleton(html));
  const said = blocks
    .filter((block) => block.role === "paragraph" && !META.test(block.text))
    .map((block) => block.text);
  return {
    heading: blocks.find((block) => block.role === "heading")?.text,
    paragraphs: said.length ? said : blocks.filter((block) => block.role === "aside").map((block) => block.text),
    image: images[0],
  };
}

/** The first paragraph with something to say (eight words or more); else the first there is. */
export const leadOf = (outline: Outline): string | undefined =>
  outline.paragraphs.find((paragraph) => paragraph.split(" ").length >= 8) ?? outline.paragraphs[0];

/** Silent reading of English non-fiction: 238 words a minute (Brysbaert 2019, "How many words do we read per minute?"). */
const WORDS_A_MINUTE = 238;

export function readingMinutes(body: string): number {
  const words = body.replace(/<[^<>]*>/g, " ").match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
