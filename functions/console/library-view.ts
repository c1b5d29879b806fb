import { ArticleKind, type Article } from "../../shared/content/article.ts";
import { ARTICLE_STATES, stateOf, type ArticleState } from "../../shared/content/state.ts";
import { Sector } from "../../shared/sector.ts";

/** What of the library is asked for; empty = all. Sector "-" is none. */
export type LibraryAsked = {
  readonly q: string;
  readonly kind: ArticleKind | "";
  readonly sector: Sector | "-" | "";
  readonly topic: string;
  readonly state: ArticleState | "";
  readonly from: number;
};

const AT_ONCE = 24;

type Query = { readonly [name: string]: string | undefined };

/** Whatever stands in the address; what means nothing asks for nothing. */
export function readAsked(query: Query): LibraryAsked {
  const { q = "", kind, sector, topic = "", state, from } = query;
  return {
    q: q.trim().slice(0, 200),
    kind: ArticleKind.safeParse(kind).data ?? "",
    sector: sector === "-" ? "-" : (Sector.safeParse(sector).data ?? ""),
    topic: topic.trim().slice(0, 60),
    state: ARTICLE_STATES.find((one) => one === state) ?? "",
    from: Math.max(0, Number.parseInt(from ?? "0", 10) || 0),
  };
}

/** The address of the same question with some of it changed. */
export function libraryPath(asked: LibraryAsked, change: Partial<LibraryAsked>): string {
  const now = { ...asked, from: 0, ...change };
  const given = Object.entries(now).filter(([, value]) => value !== "" && value !== 0);
  const query = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString();
  return query ? `/library?${query}` : "/library";
}

function fits(article: Article, { q, kind, sector, topic }: LibraryAsked): boolean {
  if (kind && article.kind !== kind) return false;
  if (sector && (article.sector ?? "-") !== sector) return false;
  if (topic && !article.topics.includes(topic)) return false;
  if (!q) return true;
  const { title, summary, topics, talkingPoint, author = "", caseStudy } = article;
  const text = [title, summary, topics.join(" "), talkingPoint, author, caseStudy?.client ?? ""]
    .join(" ")
    .toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

export type LibraryLine = { readonly article: Article; readonly state: ArticleState };

/** The page that was asked for. `today`: on the company's calendar. */
export function libraryView(library: readonly Article[], asked: LibraryAsked, today: string) {
  const open = library
    .filter((article) => fits(article, asked))
    .map((article): LibraryLine => ({ article, state: stateOf(article, today) }));
  const byState = new Map(ARTICLE_STATES.map((state) => [state, open.filter((line) => line.state === state).length]));
  const found = asked.state ? open.filter(({ state }) => state === asked.state) : open;
  const until = asked.from + AT_ONCE;
  return {
    lines: found.slice(asked.from, until),
    found: found.length,
    total: library.length,
    /** Of what fits all but the state. */
    byState,
    any: open.length,
    next: until < found.length ? libraryPath(asked, { from: until }) : undefined,
    first: asked.from > 0 ? libraryPath(asked, {}) : undefined,
    topics: topicsOf(library),
  };
}
export type LibraryView = ReturnType<typeof libraryView>;

const MOST_TOPICS = 150;

/** What pieces are about, by how many there are; as many as one can choose from. */
function topicsOf(library: readonly Article[]): { readonly topic: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const topic of library.flatMap(({ topics }) => topics)) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  return [...counts]
    .map(([topic, count]) => ({ topic, count }))
    .toSorted((a, b) => b.count - a.count || a.topic.localeCompare(b.topic))
    .slice(0, MOST_TOPICS);
}

export type SectorCoverage = {
  readonly sector: Sector | undefined;
  readonly studies: number;
  readonly people: number | undefined;
};

/**
 * For each sector, how many case studies can be mailed and how many prospects it has (as the runway counted them; undefined before). Those who have
 * prospects and no case study first.
 */
export function coverageOf(
  library: readonly Article[],
  people: ReadonlyMap<string, number> | undefined,
  today: string,
): SectorCoverage[] {
  const studies = library.filter((one) => one.kind === "case-study" && stateOf(one, today) === "sendable");
  const all = [undefined, ...Sector.options].map((sector) => ({
    sector,
    studies: studies.filter((one) => one.sector === sector).length,
    people: people && (people.get(sector ?? "-") ?? 0),
  }));
  const bare = ({ studies: count, people: many }: SectorCoverage): number => (count === 0 ? (many ?? 0) : 0);
  return all
    .filter(({ studies: count, people: many }) => count > 0 || (many ?? 0) > 0)
    .toSorted((a, b) => bare(b) - bare(a) || (b.people ?? 0) - (a.people ?? 0) || b.studies - a.studies);
}
