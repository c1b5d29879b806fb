import type { Article } from "../../shared/content/article.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";

/** As many as fit a page without becoming a catalogue. */
const MOST = 24;

/** The topics most written about, and those already chosen, in alphabetical order. */
export function topicsToChoose(library: readonly Article[], prospect: Pick<Prospect, "topics">): string[] {
  const articles = new Map<string, number>();
  for (const topic of library.flatMap((article) => article.topics)) articles.set(topic, (articles.get(topic) ?? 0) + 1);
  const usual = [...articles].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST);
  return [...new Set([...usual.map(([topic]) => topic), ...prospect.topics])].toSorted();
}
