import type { SectorRules } from "../cadence/cadence.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Article, ArticleKind } from "./article.ts";
import { isOver } from "./state.ts";

/** What the picking looks at besides the library: who, the day, and the topics they clicked before (with how often). */
export type PickFor = {
  readonly prospect: Pick<Prospect, "seen" | "sector" | "topics">;
  readonly date: string;
  readonly slotKind: ArticleKind;
  readonly sectorRules: SectorRules;
  readonly clickedTopics: { readonly [topic: string]: number };
};

type Fits = (article: Article) => boolean;

const isPost: Fits = (article) => article.kind === "blog-post";
const isResource: Fits = (article) => article.kind === "resource";
const isNeutral: Fits = (article) => article.kind === "case-study" && article.sector === undefined;

/** In order of preference: what may fill the slot. A case study of another sector is in none of them. */
function choices({ slotKind, prospect, sectorRules }: PickFor): Fits[] {
  if (slotKind === "blog-post") return [isPost, isResource];
  if (slotKind === "resource") return [isResource, isPost];
  const ownSector: Fits = (article) => article.kind === "case-study" && article.sector === prospect.sector;
  return [
    ...(prospect.sector ? [ownSector] : []),
    ...(sectorRules.neutralCaseStudy ? [isNeutral] : []),
    ...(sectorRules.blogPostInstead ? [isPost] : []),
  ];
}

const interest = (article: Article, clicked: PickFor["clickedTopics"]): number =>
  article.topics.reduce((sum, topic) => sum + (clicked[topic] ?? 0), 0);

/** Not yet mailed, published by then and not over, and of a topic they asked for, if they asked. */
const isOpen =
  ({ prospect: { topics }, date }: PickFor, seen: { readonly has: (id: string) => boolean }): Fits =>
  (article) =>
    !seen.has(article.id) &&
    article.publishedOn <= date &&
    !isOver(article, date) &&
    (topics.length === 0 || article.topics.length === 0 || article.topics.some((topic) => topics.includes(topic)));

/** How well an article fills the slot for a prospect: 0 is what the slot asks for, more is what stands in for it, undefined cannot go to them. */
export function rankOf(article: Article, wanted: PickFor): number | undefined {
  const { seen } = wanted.prospect;
  const isFree = isOpen(wanted, { has: (id) => seen.includes(id) });
  const rank = isFree(article) ? choices(wanted).findIndex((fits) => fits(article)) : -1;
  return rank < 0 ? undefined : rank;
}

/**
 * The article for one prospect and slot: not yet mailed, published by then and not expired, of a topic they asked for (if they asked), then by the
 * topics they clicked, then the newest. Undefined when the library has nothing left for them.
 * @param library newest first, as getLibrary gives it
 */
export function pickArticle(library: readonly Article[], wanted: PickFor): Article | undefined {
  const isFree = isOpen(wanted, new Set(wanted.prospect.seen));
  const isPartial = Object.keys(wanted.clickedTopics).length > 0;
  for (const fits of choices(wanted)) {
    let best: Article | undefined;
    let bestInterest = -1;
    for (const article of library) {
      if (!fits(article) || !isFree(article)) continue;
      // Of those that are all the same to them the newest is the first.
      if (!isPartial) return article;
      const found = interest(article, wanted.clickedTopics);
      if (found > bestInterest) [best, bestInterest] = [article, found];
    }
    if (best) return best;
  }
  return undefined;
}
