import type { Cadence } from "../cadence/cadence.ts";
import type { Article, ArticleKind } from "../content/article.ts";
import { isTemplate, templateOf, type TemplateName } from "./templates.ts";

const OWN = { "blog-post": "blog-post", "case-study": "case-study", resource: "blog-post" } as const satisfies {
  readonly [kind in ArticleKind]: TemplateName;
};

type About = Pick<Article, "kind" | "caseStudy">;

/** As what an article can be shown: a case study that came without client, problem and result as a post. */
export const shownAs = ({ kind, caseStudy }: About): ArticleKind =>
  kind === "case-study" && caseStudy === undefined ? "blog-post" : kind;

/** The template that is there for the kind, whatever a cadence says. */
export const ownTemplate = (article: About): TemplateName => OWN[shownAs(article)];

/** Whether the template can show the article. */
export const carries = (name: TemplateName, article: About): boolean =>
  templateOf(name).carries.includes(shownAs(article));

/**
 * The template an article goes out in: the one that the cadence names for its kind, or the kind's own where that is gone or cannot show it. To be
 * written to the touch, which is made of it.
 */
export function templateFor(cadence: { readonly templates?: Cadence["templates"] }, article: About): TemplateName {
  const named = cadence.templates?.[article.kind];
  return isTemplate(named) && carries(named, article) ? named : ownTemplate(article);
}
