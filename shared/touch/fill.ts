import type { Rendering, Segments } from "../ports.ts";

export type Values = { readonly [name: string]: string };
export type FilledEmail = { readonly subject: string; readonly html: string; readonly text: string };

const ESCAPES: Values = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/** As React escapes text and attributes, so that a filled email is the email React would have rendered. */
const escapeHtml = (value: string): string =>
  /[&<>"']/.test(value) ? value.replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!) : value;

/**
 * One line that may stand in a mail header: line breaks and other control characters fold to a space, so nobody's name or title
 * can start a header of its own. Folded and not refused, because an odd name in an import is no reason to leave a prospect out.
 */
export const headerSafe = (value: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters are the point
  value.replaceAll(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ");

function weave(segments: Segments, values: Values, written: (value: string) => string): string {
  let out = segments[0] ?? "";
  for (let at = 1; at < segments.length; at += 2) {
    const name = segments[at]!;
    const value = values[name];
    if (typeof value !== "string") throw new Error(`the email needs a value for "${name}"`);
    // A lone surrogate cannot be sent; UTF-8 encoders write the replacement character, and so do we.
    out += written(value.toWellFormed()) + segments[at + 1]!;
  }
  return out;
}

/** The html alone, for showing an email again. Values are escaped. */
export const fillHtml = (rendering: Rendering, values: Values): string => weave(rendering.html, values, escapeHtml);

/** The plain-text part alone. Values stand as they are. */
export const fillText = (rendering: Rendering, values: Values): string =>
  weave(rendering.text, values, (value) => value);

/** The subject alone: one line, whatever the values are. */
export const fillSubject = (rendering: Rendering, values: Values): string =>
  headerSafe(weave(rendering.subject, values, (value) => value)).trim();

/**
 * One person's email out of a compiled rendering. `values` are raw: escaped here for html, as they are in the text, on one line
 * in the subject. Throws when the rendering needs a value that is not there, and names it. Values nobody asks for are ignored.
 */
export const fill = (rendering: Rendering, values: Values): FilledEmail => ({
  subject: fillSubject(rendering, values),
  html: fillHtml(rendering, values),
  text: fillText(rendering, values),
});
