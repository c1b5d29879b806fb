import { headerSafe } from "./fill.ts";

/**
 * One line of at most `max` characters, cut at a word. Controls, white space and direction overrides fold to one space, which is
 * also what html-to-text does to white space: a value written like this comes out the same in html and text.
 */
export function line(text: string | undefined, max: number): string {
  const folded = headerSafe(text ?? "")
    .toWellFormed()
    .replaceAll(/[\s\u200b\u202a-\u202e\u2066-\u2069]+/g, " ")
    .trim();
  if (folded.length <= max) return folded;
  const head = folded.slice(0, max - 1);
  const word = folded[max - 1] === " " ? head.length : head.lastIndexOf(" ");
  const kept = word > max / 2 ? head.slice(0, word) : head.replace(/[\ud800-\udbff]$/, "");
  return `${kept.replace(/[\s,;:.–—-]+$/, "")}…`;
}

/** A company's name as it can stand before a full stop: "Acme Inc". */
export const noStop = (name: string): string => name.replace(/[.\s]+$/, "");
