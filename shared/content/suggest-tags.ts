import { Sector } from "../sector.ts";
import { slugOf } from "./addresses.ts";
import type { Article } from "./article.ts";
import { kindOfWord } from "./kind.ts";
import { ownTopics } from "./own-topics.ts";
import { TELLING } from "./sector-prose.ts";

/** What might be said of an article, and what in its text says so, as a sentence without a full stop. */
type Suggestion<Value extends string = string> = { readonly value: Value; readonly why: string };
export type Suggestions = { readonly sectors: readonly Suggestion<Sector>[]; readonly topics: readonly Suggestion[] };

/** The words of an article, as far as they are known; `keywords` are its page's own, as slugs. */
export type Words = {
  readonly title: string;
  readonly summary: string;
  readonly text?: string | undefined;
  readonly keywords?: readonly string[] | undefined;
};

const MOST_SECTORS = 3;
const MOST_TOPICS = 8;
const MOST_TEXT = 30_000;
/** A word in the title counts for so many in the text. */
const TITLE = 3;
/** So many words of text let chance bring one more of them. */
const WORDS_A_CHANCE = 250;

const times = (count: number): string => (count === 1 ? "once" : count === 2 ? "twice" : `${count} times`);
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(", ");

/**
 * Sectors and topics that an article seems to be about, the surest first, each with its reason; what it has already (`has`) is left out. For a person to
 * confirm or not: nothing is decided by it. Pure.
 * @param library what other articles are about is what this one is likelier to be about
 */
export function suggestTags(
  words: Words,
  library: readonly Pick<Article, "topics">[],
  has: Pick<Article, "topics" | "sector">,
): Suggestions {
  const body = `${words.summary}\n${words.text ?? ""}`.slice(0, MOST_TEXT);
  return {
    sectors: sectorsOf(words.title, body).filter(({ value }) => value !== has.sector),
    topics: topicsOf(words, body, library)
      .filter(({ value }) => !isAmong(value, has.topics))
      .slice(0, MOST_TOPICS),
  };
}

/** Also as one of many: who has "audits" needs no "audit". */
const isAmong = (topic: string, topics: readonly string[]): boolean =>
  [topic, `${topic}s`, topic.replace(/s$/, "")].some((one) => topics.includes(one));

function sectorsOf(title: string, body: string): Suggestion<Sector>[] {
  const found = Sector.options.map((sector) => {
    const hits = new Map<string, number>();
    let weight = 0;
    for (const { pattern } of TELLING.filter((one) => one.sector === sector)) {
      for (const [text, factor] of [
        [title, TITLE],
        [body, 1],
      ] as const)
        for (const [word] of text.matchAll(pattern)) {
          const key = word.toLowerCase();
          hits.set(key, (hits.get(key) ?? 0) + 1);
          weight += factor;
        }
    }
    return { sector, hits, weight };
  });
  const least = 2 + Math.floor(body.length / 6 / WORDS_A_CHANCE);
  return found
    .filter(({ weight }) => weight >= least)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, MOST_SECTORS)
    .map(({ sector, hits }) => {
      const most = [...hits].toSorted((a, b) => b[1] - a[1]).slice(0, 3);
      const all = [...hits.values()].reduce((sum, count) => sum + count, 0);
      return { value: sector, why: `${quoted(most.map(([word]) => word))}: ${times(all)}` };
    });
}

/** Letters and digits only, one space between, so that words are found as words. */
const folded = (text: string): string => ` ${slugOf(text).replaceAll("-", " ")} `;

function topicsOf(
  { title, keywords = [] }: Words,
  body: string,
  library: readonly Pick<Article, "topics">[],
): Suggestion[] {
  const inTitle = folded(title);
  const inBody = folded(body);
  const used = new Map<string, number>();
  for (const topic of library.flatMap(({ topics }) => topics)) used.set(topic, (used.get(topic) ?? 0) + 1);
  const known = [...used].flatMap(([topic, articles]) => {
    const word = ` ${topic.replaceAll("-", " ")} `;
    const count = inBody.split(word).length - 1;
    const titled = inTitle.includes(word);
    if (!titled && count < 2) return [];
    const where = titled ? "in the title" : `${times(count)} in the text`;
    const others = articles === 1 ? "another piece has it" : `${articles} others have it`;
    return [{ value: topic, why: `${where}, and ${others}`, weight: (titled ? 10 : 0) + count }];
  });
  const named = keywords.map((value) => ({ value, why: "its page says so" }));
  const all = [...known.toSorted((a, b) => b.weight - a.weight), ...named, ...ownTopics(title, body)];
  const each = new Map<string, Suggestion>();
  for (const { value, why } of all)
    if (!each.has(value) && kindOfWord(value) === undefined) each.set(value, { value, why });
  return [...each.values()];
}
