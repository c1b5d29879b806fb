import type { Company } from "../config.ts";
import type { Article } from "../content/article.ts";
import type { Rendering } from "../ports.ts";
import type { TemplateName } from "../template/templates.ts";
import { cannotBeMade } from "./cannot-be-made.ts";
import { fill } from "../touch/fill.ts";
import { personValues, pricingPage, renderArticle, type Variant } from "../touch/compose.ts";
import type { Found } from "./finding.ts";
import { lintEmail, lintHoles } from "./lint-email.ts";
import type { LintEmail } from "./read-email.ts";
import { linksFor, people } from "./samples.ts";

export type Rendered = { readonly company: Company; readonly article: Article; readonly template: TemplateName };

const wordsOf = ({ title, summary, talkingPoint, caseStudy }: Article): string =>
  [title, summary, talkingPoint, ...Object.values(caseStudy ?? {})].join("\n");

/**
 * All that is wrong with the email about an article in one variant: whole for somebody of whom all is known, holes alone for the others. Where none can
 * be made, that alone.
 */
export async function lintRendered(rendered: Rendered, variant: Variant): Promise<Found[]> {
  const { company, article, template } = rendered;
  const made = await renderArticle(article, company, variant, template).catch((error: unknown) =>
    cannotBeMade(`emails/${template}.tsx`, error),
  );
  return Array.isArray(made) ? made : lintRendering(rendered, variant, made);
}

function lintRendering({ company, article }: Rendered, variant: Variant, rendering: Rendering): Found[] {
  const links = linksFor(variant, article, pricingPage(company));
  const { whole, lacking } = people(company);
  const emailTo = (person: typeof whole): LintEmail => {
    const values = personValues({ ...person, links });
    const wayOut = { href: links.unsubscribe, before: values["greeting"] };
    const expected = { wayOut, postalAddress: company.postalAddress, toMany: true, given: wordsOf(article) };
    return { ...fill(rendering, values), expected };
  };
  return [...lintEmail(emailTo(whole)), ...lacking.flatMap((person) => lintHoles(emailTo(person)))];
}
