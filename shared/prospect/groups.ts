import { clean, fold } from "./text.ts";

const MOST_TAGS = 50;
const LONGEST_SLUG = 60;

/** "Trade fair 2026" -> "trade-fair-2026"; "" when nothing is left. */
export const slugOf = (text: string): string =>
  fold(clean(text)).replaceAll(" ", "-").slice(0, LONGEST_SLUG).replace(/-$/, "").toWellFormed();

/** "Trade fair; \"VIP\", north" -> one slug each without repeats, at most 50. */
export const readTags = (text: string): string[] => withTags([], text.split(/[,;|\n]/).map(slugOf));

/** What was known and what is new of `more`. */
export const withTags = (known: readonly string[], more: readonly string[]): string[] =>
  [...new Set([...known, ...more])].filter(Boolean).slice(0, Math.max(MOST_TAGS, known.length));

/** How HubSpot's own names and sales people's short ones are written out. */
const WRITTEN_OUT: { readonly [word: string]: string } = {
  marketingqualifiedlead: "marketing-qualified",
  mql: "marketing-qualified",
  salesqualifiedlead: "sales-qualified",
  sql: "sales-qualified",
  sal: "sales-accepted",
};

/** "Marketing Qualified Lead", "marketingqualifiedlead" and "MQL" -> "marketing-qualified"; "Working - Contacted" -> "working-contacted". */
export function readStage(text: string): string {
  const slug = slugOf(text);
  return WRITTEN_OUT[slug.replaceAll("-", "")] ?? slug.replace(/-qualified-lead$/, "-qualified");
}
