import { Sector } from "../sector.ts";
import { SECTOR_WORDS } from "./sector-words.ts";
import { fold } from "./text.ts";

/** "FOOD_BEVERAGES", "Food & Beverages" and "food and beverages" are one word. */
const wordOf = (text: string): string =>
  fold(text)
    .split(" ")
    .filter((part) => part !== "and" && part !== "the")
    .join(" ");

const words = new Map<string, Sector>(
  Sector.options.flatMap((sector) => SECTOR_WORDS[sector].split("|").map((word) => [wordOf(word), sector] as const)),
);

/** The sector an exporter's industry word means; undefined for a word we do not know. */
export function readSector(text: string): Sector | undefined {
  const word = wordOf(text);
  const ours = Sector.safeParse(word.replaceAll(" ", "-"));
  if (ours.success) return ours.data;
  return words.get(word) ?? words.get(word.replace(/ (?:industry|sector|services|other)$/, ""));
}
