import { plainCell } from "../csv-out.ts";

/** Control characters, and marks that turn or hide text; joiners stay, for some scripts need them. */
const UNSEEN = /[\p{Cc}\u00ad\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]+/gu;
/** A half of a pair that stands alone cannot be written as UTF-8. */
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** How exporters write "nothing here". */
const BLANK = new Set(["-", "--", "n/a", "#n/a", "null", "undefined", "(blank)", "(none)", "--none--", "[[unknown]]"]);

/** Longer than any name, title or address; the rest of a cell is cut off. */
export const LONGEST_TEXT = 300;

/** A cell as plain text: no control characters, inner white space folded, composed accents, our own export's apostrophe taken off. */
export function clean(cell: string): string {
  const text = plainCell(cell.trim())
    .replace(UNSEEN, " ")
    .replace(LONE, "")
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim();
  return BLANK.has(text.toLowerCase()) && text !== "Null" ? "" : text;
}

/** For comparing: lower case, no accents, anything but letters and digits is one space. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ł/g, "l")
    .replace(/æ/g, "ae")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const NO = new Set([
  "",
  "0",
  "false",
  "no",
  "n",
  "f",
  "off",
  "never",
  "none",
  "nein",
  "non",
  "nao",
  "unchecked",
  "not opted out",
]);
const STILL_IN = new Set(["subscribed", "opted in", "opt in", "optin", "active", "in"]);
const YES = new Set([
  "1",
  "true",
  "yes",
  "y",
  "t",
  "on",
  "x",
  "checked",
  "ja",
  "oui",
  "si",
  "sim",
  "granted",
  "given",
  "allowed",
]);
const DENIED = new Set(["denied", "refused", "withdrawn", "revoked"]);

/** An opt-out cell: whatever is not plainly a no (a date, a reason, "Opted out") says the person is out. */
export function saysOut(cell: string): boolean {
  const word = fold(clean(cell));
  return !NO.has(word) && !STILL_IN.has(word) && !/^0+(?: 0+)?$/.test(word);
}

/** A yes-or-no cell; undefined when blank or neither. */
export function readYesNo(cell: string): boolean | undefined {
  const word = fold(clean(cell));
  if (word === "") return undefined;
  if (YES.has(word)) return true;
  return NO.has(word) || DENIED.has(word) ? false : undefined;
}
