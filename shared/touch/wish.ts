import * as z from "zod";
import type { SectorRules } from "../cadence/cadence.ts";
import type { Article } from "../content/article.ts";
import { isOver } from "../content/state.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Guard } from "../ports.ts";
import type { Decision } from "./decide.ts";

/** What somebody of ours wants of one slot of a prospect: no email this once, or another article. */
export const Wish = z.object({
  prospectId: z.string(),
  /** The slot: a date on the prospect's calendar. */
  date: z.iso.date(),
  kind: z.enum(["veto", "replace"]),
  /** Of "replace". */
  articleId: z.string().optional(),
  /** Name of who wants it, for the history. */
  by: z.string(),
  at: z.number(),
  why: z.string().optional(),
});
export type Wish = z.infer<typeof Wish>;

/** So far ahead a wish may be for. */
export const WISH_DAYS = 8;

type For = {
  readonly prospect: Pick<Prospect, "seen" | "sector" | "topics">;
  /** The date it would be sent on. */
  readonly date: string;
  readonly sectorRules: SectorRules;
};

/** Why this article must not go to this prospect, in words that follow "it "; undefined when it may. */
export function whyNotFor(article: Article, { prospect, date, sectorRules }: For): string | undefined {
  if (prospect.seen.includes(article.id)) return "was mailed to them already";
  if (article.retiredAt !== undefined) return "is retired";
  if (isOver(article, date)) return `expired after ${article.expiresOn}`;
  if (article.publishedOn > date) return `is not published before ${article.publishedOn}`;
  if (article.kind === "case-study" && article.sector === undefined && !sectorRules.neutralCaseStudy)
    return "is a case study of no sector, which the cadence does not send";
  if (article.kind === "case-study" && article.sector !== undefined && article.sector !== prospect.sector)
    return "is a case study of another sector";
  const asked = prospect.topics;
  if (asked.length > 0 && article.topics.length > 0 && !article.topics.some((topic) => asked.includes(topic)))
    return `is about nothing they asked for (${asked.join(", ")})`;
  return undefined;
}

/** What may be chosen for a prospect by hand: case studies of their own sector first, then the newest. `library`: newest first. */
export function articlesFor(library: readonly Article[], wanted: For): Article[] {
  const open = library.filter((article) => whyNotFor(article, wanted) === undefined);
  const own = (article: Article): number =>
    article.kind === "case-study" && article.sector !== undefined && article.sector === wanted.prospect.sector ? 0 : 1;
  return open.toSorted((one, other) => own(one) - own(other));
}

/** What becomes of a date, a word on why where that was not the picking's own choice, and what may be there of the date already (nothing, if it is not said). */
export type Heeded = Decision & { readonly detail?: string; readonly over?: Guard };

/**
 * The decision as the wish would have it. A wish makes no email out of what must not go out: it keeps one back, or puts another article in its place, and a
 * chosen article that cannot go any more gives way to the usual pick.
 */
export function heed(decision: Decision, wish: Wish | undefined, library: readonly Article[], wanted: For): Heeded {
  const nothingLeft = "skip" in decision && decision.skip === "library-used-up";
  if (!wish || ("skip" in decision && !nothingLeft)) return decision;
  if (wish.kind === "veto")
    return nothingLeft
      ? decision
      : { skip: "vetoed", detail: `${wish.by} wanted none${wish.why ? `: ${wish.why}` : ""}` };
  const article = library.find(({ id }) => id === wish.articleId);
  const why = article ? whyNotFor(article, wanted) : "is no longer in the library";
  if (article && why === undefined) return { send: article, detail: `Chosen by ${wish.by}` };
  const chosen = article ? `"${article.title}"` : "the article";
  return { ...decision, detail: `${wish.by} had chosen ${chosen}, but it ${why}` };
}
