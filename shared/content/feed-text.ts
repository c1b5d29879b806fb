import { decodeAs, decodeUnicode, toLines, withQuotesForControls } from "./charset.ts";

/** Labels under which anything can be read, and which are often written without meaning it. */
const SINGLE_BYTE = /^(?:us-ascii|ascii|iso-?8859-1|latin-?1|windows-1252|cp1252)$/i;

/** Encodings of feeds that do not name theirs, each with the letters that show it was meant. */
const GUESSES: readonly (readonly [string, RegExp])[] = [
  ["shift_jis", /[\u3041-\u30fa]{2}/u],
  ["euc-jp", /[\u3041-\u30fa]{2}/u],
  ["euc-kr", /\p{Script=Hangul}{2}/u],
  ["gb18030", /[的一是不了在有人这中]{1}\p{Script=Han}/u],
];

/**
 * A feed's text by its byte order mark, the charset it was served with, the one it declares, or what its letters look like. Never fails: bytes that fit
 * nothing are read as windows-1252.
 */
export function feedText(bytes: Uint8Array, contentType: string | undefined): string {
  const served = /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? "")?.[1];
  const declared = /^[^<]{0,10}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]+)/.exec(
    new TextDecoder("latin1").decode(bytes.subarray(0, 300)),
  )?.[1];
  const unicode = decodeUnicode(bytes);
  for (const charset of [served, declared]) {
    if (charset === undefined) continue;
    const text = SINGLE_BYTE.test(charset) ? unicode : decodeAs(bytes, charset);
    if (text !== undefined) return clean(text);
    if (SINGLE_BYTE.test(charset)) return clean(new TextDecoder("windows-1252").decode(bytes));
  }
  if (unicode !== undefined) return clean(unicode);
  for (const [charset, letters] of GUESSES) {
    const text = decodeAs(bytes, charset);
    if (text !== undefined && letters.test(text)) return clean(text);
  }
  return clean(new TextDecoder("windows-1252").decode(bytes));
}

/** Without what XML forbids and parsers stumble over. */
const clean = (text: string): string =>
  withQuotesForControls(toLines(text))
    .replace(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, "")
    .trim();

/** Without its document type: what it declares is never expanded or fetched, so an entity stays the letters it is. */
export function withoutDoctype(xml: string): string {
  const start = /<!DOCTYPE/i.exec(xml)?.index ?? -1;
  if (start < 0) return xml;
  const subset = xml.indexOf("[", start);
  const plainEnd = xml.indexOf(">", start);
  if (subset < 0 || (plainEnd >= 0 && plainEnd < subset))
    return plainEnd < 0 ? xml : xml.slice(0, start) + xml.slice(plainEnd + 1);
  const end = /\]\s*>/g;
  end.lastIndex = subset;
  const closed = end.exec(xml);
  return closed ? xml.slice(0, start) + xml.slice(closed.index + closed[0].length) : xml.slice(0, start);
}

/** A feed that breaks off: kept to its last whole item, with the elements around it closed. */
export function mended(xml: string): string {
  const root = /<((?:[\w-]+:)?(?:rss|feed|RDF))\b[^<>]*>/i.exec(xml);
  if (!root) return xml;
  const name = root[1] ?? "";
  const kind = name.toLowerCase().split(":").at(-1);
  const item = kind === "feed" ? "entry" : "item";
  const end = xml.lastIndexOf(`</${item}>`);
  const body = end < 0 ? "" : xml.slice(root.index + root[0].length, end + item.length + 3);
  if (kind !== "rss") return `${root[0]}${body}</${name}>`;
  return `${root[0]}${/<channel\b/i.test(body) ? body : `<channel>${body}`}</channel></${name}>`;
}
