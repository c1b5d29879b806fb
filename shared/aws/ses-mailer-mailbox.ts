import { domainToASCII } from "node:url";
import { headerSafe } from "../touch/fill.ts";

const PRINTABLE_ASCII = /^[ -~]*$/;
/** RFC 2047: an encoded word is at most 75 characters, 12 of which go for `=?UTF-8?B?` and `?=`; 45 bytes are 60 in base 64. */
const BYTES_PER_WORD = 45;

/** The address with its domain in ASCII, as SES wants it; undefined where there is none, because SES has no SMTPUTF8 for names before the @. */
export function asciiAddress(address: string): string | undefined {
  const at = address.lastIndexOf("@");
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  if (!PRINTABLE_ASCII.test(local)) return undefined;
  const ascii = PRINTABLE_ASCII.test(domain) ? domain : domainToASCII(domain);
  return ascii === "" ? undefined : `${local}@${ascii}`;
}

/** `"Ada Byron" <ada@example.com>`, the name on one line and in encoded words where it is not ASCII: SES does not encode it itself. */
export function mailbox({ name, address }: { readonly name?: string | undefined; readonly address: string }): string {
  const written = headerSafe((name ?? "").toWellFormed()).trim();
  const to = asciiAddress(address) ?? address;
  if (written === "") return to;
  return `${PRINTABLE_ASCII.test(written) ? quoted(written) : encodedWords(written)} <${to}>`;
}

const quoted = (name: string): string => `"${name.replaceAll(/["\\]/g, "\\$&")}"`;

function encodedWords(name: string): string {
  const words: string[] = [];
  let word = "";
  for (const character of name) {
    if (Buffer.byteLength(word + character) > BYTES_PER_WORD) {
      words.push(word);
      word = "";
    }
    word += character;
  }
  return [...words, word].map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`).join(" ");
}
