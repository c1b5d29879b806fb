import sanitize from "sanitize-html";

/** What readers never see as text. */
const UNSEEN = ["script", "style", "textarea", "option", "noscript", "svg", "head", "iframe", "object", "template"];
const BLOCK_TAG = /<(?=\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th|table|blockquote|pre|section|article|hr|figure)\b)/gi;
const ESCAPED = /&(amp|lt|gt|quot|#39);/g;
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

export const unescape = (text: string): string =>
  text.replace(ESCAPED, (whole, name: string) => CHARACTERS[name] ?? whole);

/** One line: white space collapsed, control and invisible formatting characters gone. */
export const oneLine = (text: string): string =>
  text
    .replace(/(?!\s)[\p{Cc}\u200b\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]/gu, "")
    .toWellFormed()
    .replace(/\s+/g, " ")
    .trim();

/** The words of a piece of HTML on one line: no tags, no scripts, entities decoded. */
export function plainText(html: string): string {
  const words = sanitize(html.replace(BLOCK_TAG, " <"), {
    allowedTags: [],
    allowedAttributes: {},
    nonTextTags: UNSEEN,
  });
  return oneLine(unescape(words));
}

/** A cleaner that keeps the skeleton of a page: headings, paragraphs, lists, quotes, code and images. */
export const skeleton = (html: string): string =>
  sanitize(html, {
    allowedTags: ["h1", "h2", "h3", "h4", "h5", "h6", "p", "div", "section", "li", "blockquote", "pre", "td", "img"],
    allowedAttributes: { img: ["src", "width"] },
    allowedSchemes: ["http", "https"],
    nonTextTags: [...UNSEEN, "figcaption"],
  });

/** Abbreviations whose full stop ends no sentence. */
const NO_END = /(?:\b(?:e\.g|i\.e|etc|vs|Mr|Mrs|Ms|Dr|Prof|St|No|Inc|Ltd|Co|Corp|approx|U\.S|U\.K)|\b[A-Z])\.$/;

/** The sentences of a plain text, each with its final mark. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  let start = 0;
  for (const end of text.matchAll(/[.!?…]["”’')\]]*(?=\s+["“‘'([]?[\p{Lu}\p{N}\p{Lo}])|[。！？]/gu)) {
    const stop = end.index + end[0].length;
    const sentence = text.slice(start, stop).trim();
    if (NO_END.test(sentence)) continue;
    found.push(sentence);
    start = stop;
  }
  const rest = text.slice(start).trim();
  return rest ? [...found, rest] : found;
}

/**
 * At most `limit` characters: whole sentences where they fill at least half of it, else whole words and an
 * ellipsis.
 */
export function shorten(text: string, limit = 300): string {
  if (text.length <= limit) return text;
  let whole = "";
  for (const sentence of sentences(text.slice(0, limit * 2))) {
    const longer = whole ? `${whole} ${sentence}` : sentence;
    if (longer.length > limit) break;
    whole = longer;
  }
  if (whole.length >= limit / 2) return whole;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(" ");
  const words = (space > limit / 2 ? cut.slice(0, space) : cut).toWellFormed();
  return `${words.replace(/[\s,;:–—-]+$/u, "")}…`;
}
