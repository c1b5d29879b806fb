import { randomBytes } from "node:crypto";
import { text as textOf } from "node:stream/consumers";
import { createElement, Suspense, type ReactElement } from "react";
import { prerenderToNodeStream } from "react-dom/static";
import { toPlainText } from "react-email";
import { idOf } from "../id.ts";
import type { Rendering, Segments } from "../ports.ts";
import type { Values } from "./fill.ts";

/** What an email is made of, given a value for each of its placeholders. */
export type Email = { readonly subject: string; readonly body: ReactElement };

/** Where each placeholder's value must turn up; in the other part it may. */
export type Places = { readonly [name: string]: "html" | "text" | "both" };

/** What html-to-text hands to a formatter, as far as links need it; the package comes without types. */
type Anchor = { readonly attribs: { readonly href: string }; readonly children: unknown };
type Builder = { addInline(text: string): void };

/**
 * How the text part is taken from the html: titles as written, pictures left out, each link after its words and a colon; links
 * of class `quiet` lead where the button leads, so only their words stay.
 */
export const textOptions = {
  wordwrap: false,
  formatters: {
    linkAfterWords: (link: Anchor, walk: (children: unknown, builder: Builder) => void, builder: Builder): void => {
      walk(link.children, builder);
      builder.addInline(`: ${link.attribs.href}`);
    },
  },
  selectors: [
    { selector: "h1", options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    { selector: "a", format: "linkAfterWords" },
    { selector: "a.quiet", format: "inline" },
  ],
};

const DOCTYPE =
  '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">';

/**
 * What `render` of React Email gives, to the byte. That one brings all of React's ways to write html along, a tenth of what the function that sends
 * weighs; emails need one.
 */
async function htmlOf(body: ReactElement): Promise<string> {
  const flaws: unknown[] = [];
  const { prelude } = await prerenderToNodeStream(createElement(Suspense, undefined, body), {
    progressiveChunkSize: Number.POSITIVE_INFINITY,
    onError: (error) => void flaws.push(error),
  });
  const html = await textOf(prelude);
  if (flaws.length > 0) throw flaws[0];
  // React would have a browser fetch pictures early.
  return DOCTYPE + html.replace("<!DOCTYPE html>", "").replaceAll(/<link rel="preload" as="image"[^>]*\/>/g, "");
}

/** Text around the tokens, and the names the tokens stand for, alternating. */
function segmentsOf(part: string, tokens: ReadonlyMap<string, string>, mark: string): Segments {
  const pieces = part.split(new RegExp(`(${mark}[0-9]+z)`));
  return pieces.map((piece, at) => {
    if (at % 2 === 1) return tokens.get(piece)!;
    if (piece.toLowerCase().includes(mark)) throw new Error("a placeholder came out of the rendering altered");
    return piece;
  });
}

function checkPlaces(places: Places, rendering: Omit<Rendering, "id">): void {
  for (const [name, place] of Object.entries(places)) {
    for (const part of ["html", "text"] as const) {
      if (place !== part && place !== "both") continue;
      if (!rendering[part].some((segment, at) => at % 2 === 1 && segment === name))
        throw new Error(`the ${part} of the email does not show "${name}"`);
    }
  }
}

/**
 * Renders an email once with a token in place of each of a person's values and keeps what stands between them; `fill` puts the
 * values in. The outcome is what React Email would render with the values themselves, as long as no value is empty and none is in
 * the preview text, which is padded by its length. Throws when a placeholder is missing from a part it must be in.
 */
export async function compileEmail(email: (values: Values) => Email, places: Places): Promise<Rendering> {
  // Lower-case letters and digits pass through html, links, text and escaping unchanged, and 96 random bits are in nobody's article.
  const mark = `q${randomBytes(12).toString("hex")}x`;
  const names = Object.keys(places);
  const values = Object.fromEntries(names.map((name, at) => [name, `${mark}${at}z`]));
  const tokens = new Map(names.map((name, at) => [`${mark}${at}z`, name]));

  const { subject, body } = email(values);
  const html = await htmlOf(body);
  const parts = {
    subject: segmentsOf(subject.toWellFormed(), tokens, mark),
    html: segmentsOf(html, tokens, mark),
    text: segmentsOf(toPlainText(html, textOptions), tokens, mark),
  };
  checkPlaces(places, parts);
  return { id: idOf(JSON.stringify(parts)), ...parts };
}
