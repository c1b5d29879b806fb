import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

type Source = { readonly path: string; readonly lines: readonly string[] };

const IMPORT = /(?:from|import)\s+"(\.[^"]+)"/g;

/** A file and what it is put together of, itself first, then outwards. Types and samples have nothing of the look in them, but may have the words. */
export function sourcesOf(path: string): Source[] {
  const found = new Map<string, Source>();
  const waiting = [path];
  for (const at of waiting) {
    if (found.has(at) || !existsSync(at)) continue;
    const text = readFileSync(at, "utf8");
    found.set(at, { path: at, lines: text.split("\n") });
    waiting.push(...Array.from(text.matchAll(IMPORT), ([, to = ""]) => join(dirname(at), to)));
  }
  return [...found.values()];
}

/** What may be found of a text in a file that breaks its lines elsewhere: all of it, then its first words. */
function pieces(text: string): string[] {
  const words = text.trim().split(/\s+/);
  const first = [8, 5, 3].filter((count) => count < words.length).map((count) => words.slice(0, count).join(" "));
  return [text.trim(), ...first].filter((piece) => piece.length > 1);
}

const WORDY = "[\\p{L}\\p{N}_]";

/** Whole words: "hi" is not in "this". */
function sought(piece: string): RegExp {
  const wordy = new RegExp(WORDY, "u");
  const before = wordy.test(piece.slice(0, 1)) ? `(?<!${WORDY})` : "";
  const after = wordy.test(piece.slice(-1)) ? `(?!${WORDY})` : "";
  return new RegExp(`${before}${piece.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}${after}`, "u");
}

/** "emails/case-study.tsx:41": where the first of these texts stands that is found at all, or undefined. */
export function lineOf(sources: readonly Source[], seek: readonly string[]): string | undefined {
  for (const piece of seek.flatMap(pieces)) {
    const pattern = sought(piece);
    for (const { path, lines } of sources) {
      const line = lines.findIndex((text) => pattern.test(text));
      if (line >= 0) return `${relative(process.cwd(), path)}:${line + 1}`;
    }
  }
  return undefined;
}
