import { domainToASCII } from "node:url";
import * as z from "zod";

const Address = z.email().max(254);

/** `others`: what else stood in the cell, addresses in lower case; not taken. */
export type Addresses = { readonly email: string; readonly others: readonly string[] };

/**
 * The address of a cell, in lower case: plain, `Name <address>`, `mailto:`, or several with comma, semicolon, bar, slash or space between (the first is
 * taken). A string is the reason why there is none. A domain outside ASCII comes back in its ASCII form.
 */
export function readAddresses(cell: string): Addresses | string {
  const inBrackets = [...cell.matchAll(/<([^<>]*)>/g)].map((match) => match[1] ?? "");
  const parts = (inBrackets.length ? inBrackets : cell.split(/[\s;,|/]+/)).map((part) => part.trim()).filter(Boolean);
  const [first, ...rest] = parts;
  if (first === undefined) return cell.trim() === "" ? "blank" : notAnAddress(cell);
  const email = oneAddress(first);
  if (email === undefined) return notAnAddress(cell);
  return { email, others: [...new Set(rest.map((part) => oneAddress(part) ?? part))].filter((part) => part !== email) };
}

const notAnAddress = (cell: string): string => `"${cell.trim().slice(0, 100)}" is not an email address`;

/** One address in lower case, or undefined when it is none that can be mailed. */
export function oneAddress(text: string): string | undefined {
  const plain = text.replace(/^mailto:/i, "");
  const at = plain.lastIndexOf("@");
  const local = plain.slice(0, Math.max(at, 0));
  const domain = /[^\u0020-\u007e]/.test(plain) ? domainToASCII(plain.slice(at + 1)) : plain.slice(at + 1);
  const address = `${local}@${domain}`.toLowerCase();
  const fits = local.length <= 64 && domain.split(".").every((label) => label.length <= 63);
  return fits && Address.safeParse(address).success ? address : undefined;
}
