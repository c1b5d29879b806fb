import { type CssRule, rulesOf } from "./css.ts";
import { allText, type El, elements, isHidden, isPixel, outwards, readHtml } from "./html.ts";
import { oneSpace } from "./say.ts";

/** What has to be in an email, which differs between one to the whole audience and a letter. */
export type Expected = {
  /** Where its reader leaves, and what the letter begins with if the way out has to stand before it. */
  readonly wayOut?: { readonly href: string; readonly before?: string | undefined } | undefined;
  readonly postalAddress?: string | undefined;
  /** Whether it needs preview text and one button; a letter of one person to another begins with its first words and may have none. */
  readonly toMany: boolean;
  /** Words that are the article's own, and no fault of the template's. */
  readonly given?: string | undefined;
};

/** One email as it goes out. Without a subject only the body is looked at. */
export type LintEmail = {
  readonly subject?: string | undefined;
  readonly html: string;
  readonly text: string;
  readonly expected: Expected;
};

/** Words that are seen together: those of a paragraph, a heading, a cell. */
type Block = { readonly el: El; readonly text: string };

export type ReadEmail = LintEmail & {
  readonly root: El;
  readonly all: readonly El[];
  readonly rules: readonly CssRule[];
  readonly preview: string;
  /** Texts a reader sees, with what they stand in. */
  readonly runs: readonly { readonly el: El; readonly text: string }[];
  readonly blocks: readonly Block[];
  /** Links a reader sees. */
  readonly links: readonly El[];
  /** Pictures a reader sees. */
  readonly pictures: readonly El[];
};

const IN_LINE = new Set([
  "a",
  "abbr",
  "b",
  "big",
  "code",
  "del",
  "em",
  "font",
  "i",
  "img",
  "ins",
  "s",
  "small",
  "span",
  "strike",
  "strong",
  "sub",
  "sup",
  "u",
]);

const blockOf = (el: El): El => outwards(el).find(({ tag }) => !IN_LINE.has(tag)) ?? el;

/** Each text with what it stands in, line breaks as spaces. */
function* texts(el: El): Generator<{ el: El; text: string }> {
  for (const child of el.children) {
    if (typeof child === "string") yield { el, text: child };
    else if (child.tag === "br") yield { el, text: "\n" };
    else yield* texts(child);
  }
}

function blocksOf(runs: ReadEmail["runs"]): Block[] {
  const blocks = new Map<El, string>();
  for (const { el, text } of runs) {
    const block = blockOf(el);
    blocks.set(block, (blocks.get(block) ?? "") + text);
  }
  return Array.from(blocks, ([el, text]) => ({ el, text: text.trim() })).filter(({ text }) => text !== "");
}

/** The first words of the body that are there and not seen. */
function previewOf(all: readonly El[]): string {
  const body = all.find(({ tag }) => tag === "body");
  if (!body) return "";
  for (const el of all) {
    if (el.tag !== "div" && el.tag !== "span") continue;
    if (isHidden(el) && outwards(el).some((around) => around === body)) return oneSpace(allText(el));
  }
  return "";
}

/** Reads an email once for all rules. */
export function readEmail(email: LintEmail): ReadEmail {
  const root = readHtml(email.html);
  const all = elements(root).toArray();
  const runs = texts(root)
    .filter(({ el }) => !isHidden(el))
    .toArray();
  const sheets = all.filter(({ tag }) => tag === "style").map(allText);
  return {
    ...email,
    root,
    all,
    rules: sheets.flatMap((sheet) => rulesOf(sheet)),
    preview: previewOf(all),
    runs: runs.filter(({ text }) => text.trim() !== ""),
    blocks: blocksOf(runs),
    links: all.filter((el) => el.tag === "a" && el.attrs["href"] !== undefined && !isHidden(el)),
    pictures: all.filter((el) => el.tag === "img" && !isPixel(el) && !isHidden(el)),
  };
}
