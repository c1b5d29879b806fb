import { decodeAs, decodeUnicode, toLines, withQuotesForControls } from "./charset.ts";

const NAMED = /charset\s*=\s*["']?\s*([\w.:-]+)/i;

/** A page's text by its byte order mark, as UTF-8, by the charset it was served with, or by the one it declares. Never fails. */
export function pageText(bytes: Uint8Array, contentType: string | undefined): string {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  const served = NAMED.exec(contentType ?? "")?.[1];
  const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1];
  const text =
    decodeUnicode(bytes) ??
    (served && decodeAs(bytes, served)) ??
    (declared && decodeAs(bytes, declared)) ??
    new TextDecoder("windows-1252").decode(bytes);
  return withQuotesForControls(toLines(text));
}
