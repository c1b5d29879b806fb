import type { ArticleKind, CaseStudy } from "./article.ts";
import { slugOf } from "./addresses.ts";
import { type Fields, fieldOf, textOf, textsOf } from "./fields.ts";

const CASE_STUDY =
  /^(?:case-?(?:study|studies)|(?:customer|client|success)-?(?:story|stories|spotlights?)|customers|testimonials?)$/;
/** "Case study: Acme", "Acme case study: half the time". */
const CASE_STUDY_TITLE = /^(?:case study|customer story|success story)\b|\b(?:case study|customer story):/i;
const RESOURCE =
  /^(?:resources?|e-?books?|reports?|white-?papers?|videos?|guides?|webinars?|checklists?|templates?|podcasts?|infographics?)$/;

/** A kind by the word a category, layout or folder has for it. */
export const kindOfWord = (word: string): ArticleKind | undefined => {
  const slug = slugOf(word);
  if (CASE_STUDY.test(slug)) return "case-study";
  return RESOURCE.test(slug) ? "resource" : undefined;
};

/** What it calls itself, and whether it says so in so many words (`kind: case-study`) or by where it lies. */
function claimedKind(fields: Fields, folders: readonly string[]): { kind: ArticleKind; explicit: boolean } {
  const own = textsOf(fieldOf(fields, "kind", "contenttype"))
    .map(kindOfWord)
    .find(Boolean);
  if (own) return { kind: own, explicit: true };
  if (slugOf(textOf(fieldOf(fields, "kind")) ?? "") === "blog-post") return { kind: "blog-post", explicit: true };
  const words = [
    ...textsOf(fieldOf(fields, "type")),
    ...textsOf(fieldOf(fields, "layout")),
    ...textsOf(fieldOf(fields, "category")),
    ...textsOf(fieldOf(fields, "categories")),
  ];
  const titles = [fieldOf(fields, "title"), fieldOf(fields, "linktitle")].map((title) => textOf(title) ?? "");
  if (titles.some((title) => CASE_STUDY_TITLE.test(title))) words.push("case-study");
  const kinds = [...words.map(kindOfWord), ...folders.map(kindOfWord)].filter((kind) => kind !== undefined);
  // A customer story filed under guides is still a customer story.
  return { kind: kinds.find((kind) => kind === "case-study") ?? kinds[0] ?? "blog-post", explicit: false };
}

/** The parts of a case study that front matter gives; `missing` names the ones it cannot do without. */
function caseStudyOf(
  fields: Fields,
  plain: (text: string) => string,
): { parts: Partial<CaseStudy>; missing: string[] } {
  const part = (...names: string[]): string | undefined => {
    const value = textsOf(fieldOf(fields, ...names))
      .map(plain)
      .filter(Boolean)
      .join(" ");
    return value || undefined;
  };
  const client = part("client", "customer", "clientname", "customername");
  const problem = part("problem", "challenge", "challenges", "situation");
  const result = part("result", "results", "outcome", "outcomes", "solution", "impact");
  const number = part("number", "metric", "figure", "headlinenumber", "stat");
  const quote = part("quote", "testimonial");
  const required = { client, problem, result };
  return {
    parts: Object.fromEntries(
      Object.entries({ ...required, number, quote }).filter(([, value]) => value !== undefined),
    ),
    missing: Object.entries(required).flatMap(([name, value]) => (value === undefined ? [name] : [])),
  };
}

export type KindDecision =
  | { readonly kind: ArticleKind; readonly caseStudy?: CaseStudy; readonly warning?: string }
  | { readonly refused: string };

/**
 * A case study is one that names client, problem and result; no other may be mailed as one. What says `kind: case-study`, or has begun to fill the
 * parts in, is refused until they are all there. What only lies in such a folder or category is read as a blog post, and said to be.
 */
export function decideKind(fields: Fields, folders: readonly string[], plain: (text: string) => string): KindDecision {
  const { kind, explicit } = claimedKind(fields, folders);
  if (kind !== "case-study") return { kind };
  const { parts, missing } = caseStudyOf(fields, plain);
  const { client, problem, result, ...others } = parts;
  if (client && problem && result) return { kind, caseStudy: { client, problem, result, ...others } };
  const list = missing.join(", ");
  if (explicit || missing.length < 3)
    return { refused: `a case study without ${list}: front matter must name client, problem and result` };
  return { kind: "blog-post", warning: `called a case study but names no ${list}: imported as a blog post` };
}
