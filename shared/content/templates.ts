import { oneLine } from "./plain-text.ts";

type Mark = { readonly open: string; readonly close: string };

/** Longest opening first: Hugo's shortcodes begin like Liquid's outputs. */
const MARKS: readonly Mark[] = [
  { open: "{{<", close: ">}}" },
  { open: "{{%", close: "%}}" },
  { open: "{{", close: "}}" },
  { open: "{%", close: "%}" },
  { open: "{/*", close: "*/}" },
  { open: "{:", close: "}" },
  { open: "<!--", close: "-->" },
];

/**
 * The text without the template language in it (Liquid, Hugo shortcodes, Nunjucks, kramdown attributes, MDX and HTML comments).
 * One pass, so that a file of a million brackets costs no more than any other.
 */
function withoutMarks(text: string): string {
  const over = new Set<Mark>();
  let kept = "";
  let at = 0;
  for (const opening of text.matchAll(/\{\{|\{%|\{\/\*|\{:|<!--/g)) {
    if (opening.index < at) continue;
    const mark = MARKS.find((one) => !over.has(one) && text.startsWith(one.open, opening.index));
    if (!mark) continue;
    const close = text.indexOf(mark.close, opening.index + mark.open.length);
    if (close < 0) {
      over.add(mark);
      continue;
    }
    kept += text.slice(at, opening.index);
    at = close + mark.close.length;
  }
  return kept + text.slice(at);
}

const HIDDEN = /\{%-?\s*(?:comment|schema|stylesheet|javascript)\s*-?%\}/;
const HIDDEN_END = /\{%-?\s*end(?:comment|schema|stylesheet|javascript)\s*-?%\}/;

function withoutHidden(text: string): string {
  const parts = text.split(HIDDEN);
  return parts.map((part, index) => (index === 0 ? part : part.split(HIDDEN_END).slice(1).join("") || "")).join("");
}

/** `:::note` and what it holds: an aside by the site, not the article's own words. */
function withoutAsides(text: string): string {
  let inside = false;
  return text
    .split("\n")
    .filter((line) => {
      const fence = /^:{3,}\s*(\S?)/.exec(line);
      if (!fence) return !inside;
      inside = !inside && fence[1] !== "";
      return false;
    })
    .join("\n");
}

/** Import and export lines of MDX. */
const withoutImports = (text: string): string => text.replace(/^(?:import|export)\s.+$/gm, "");

const LOOSE = /\{\{[<%]?|[>%]?\}\}|\{%-?|-?%\}/g;

const withoutTemplates = (text: string): string => withoutMarks(withoutHidden(text)).replace(LOOSE, "");

/** Words to be shown, of at most 5,000 characters: of a template language not even a bracket is left, however the rest falls together. */
export function wordsAlone(text: string): string {
  let before = text.slice(0, 5000);
  let words = withoutTemplates(before);
  while (words !== before) {
    before = words;
    words = words.replace(LOOSE, "");
  }
  return oneLine(words);
}

/** A post's body ready to be read as Markdown. */
export const readableBody = (body: string, path: string): string =>
  withoutTemplates(withoutAsides(/\.mdx$/i.test(path) ? withoutImports(body) : body));
