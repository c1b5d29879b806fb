import { Parser } from "htmlparser2";
import { type Style, styleOf } from "./css.ts";

/** An element of an email's html, with its inline style read. */
export type El = {
  readonly tag: string;
  readonly attrs: { readonly [name: string]: string };
  readonly style: Style;
  readonly children: (El | string)[];
  readonly parent: El | undefined;
};

const VOID_STYLE: Style = [];

/** The email's html as a tree under an element without a name. Comments, and so what only Outlook reads, are left out. */
export function readHtml(html: string): El {
  const root: El = { tag: "", attrs: {}, style: VOID_STYLE, children: [], parent: undefined };
  let open = root;
  const parser = new Parser(
    {
      onopentag(tag, attrs) {
        const style = attrs["style"] === undefined ? VOID_STYLE : styleOf(attrs["style"]);
        const el: El = { tag, attrs, style, children: [], parent: open };
        open.children.push(el);
        open = el;
      },
      ontext(text) {
        const last = open.children.at(-1);
        if (typeof last === "string") open.children[open.children.length - 1] = last + text;
        else open.children.push(text);
      },
      onclosetag() {
        open = open.parent ?? root;
      },
    },
    { lowerCaseTags: true, lowerCaseAttributeNames: true, decodeEntities: true },
  );
  parser.end(html);
  return root;
}

/** All elements in the order in which they stand. */
export function* elements(el: El): Generator<El> {
  for (const child of el.children) {
    if (typeof child === "string") continue;
    yield child;
    yield* elements(child);
  }
}

/** The element, what it is in, and so on outwards. */
export function* outwards(el: El): Generator<El> {
  for (let at: El | undefined = el; at; at = at.parent) yield at;
}

/** Everything that is written in it, whether it is seen or not. */
export const allText = (el: El): string =>
  el.children.map((child) => (typeof child === "string" ? child : allText(child))).join("");

const UNSEEN_TAGS = new Set(["head", "title", "style", "script", "meta", "link", "template"]);

const hides = ({ tag, attrs, style }: El): boolean =>
  UNSEEN_TAGS.has(tag) ||
  attrs["hidden"] !== undefined ||
  style.some(
    ([name, value]) =>
      (name === "display" && value === "none") ||
      (name === "visibility" && value === "hidden") ||
      (name === "opacity" && Number(value) === 0),
  );

/** Whether a reader does not see it: it, or something around it, is hidden. */
export const isHidden = (el: El): boolean => outwards(el).some(hides);

/** Whether the plain text leaves it out, as marked: what is only decoration, or stands in the text elsewhere. */
export const isMarkedOut = (el: El): boolean =>
  outwards(el).some(({ attrs }) => attrs["data-skip-in-text"] !== undefined);

/** What the pixel is known by. */
export const isPixel = ({ tag, attrs }: El): boolean =>
  tag === "img" && attrs["width"] === "1" && attrs["height"] === "1" && attrs["alt"] === "";
