import { createHash, randomBytes } from "node:crypto";

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/** Twelve characters (60 bits) of lower-case Crockford base 32: safe in links, tags and keys, and says nothing of whom it names. */
export function newId(): string {
  return Array.from(randomBytes(12), (byte) => ALPHABET[byte & 31]).join("");
}

/** The same twelve-character id for the same text, for things that come again (an article from the same place). */
export function idOf(text: string): string {
  return Array.from(createHash("sha256").update(text).digest().subarray(0, 12), (byte) => ALPHABET[byte & 31]).join("");
}

/** SHA-256 of an email address in lower case, in hex: keys and logs name people by it and never by the address. */
export const addressHash = (address: string): string =>
  createHash("sha256").update(address.trim().toLowerCase()).digest("hex");
