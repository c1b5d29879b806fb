import type { App } from "../app.ts";
import { getCadences } from "../cadence/store.ts";
import type { Company } from "../config.ts";
import type { Article } from "../content/article.ts";
import { getLinksOf } from "../content/link-store.ts";
import { ownTemplate, shownAs, templateFor } from "../template/template-for.ts";
import { type TemplateName, templateOf } from "../template/templates.ts";
import type { Variant } from "../touch/compose.ts";
import { articleFlaws } from "./article-words.ts";
import { checkedFlaws } from "./checked-links.ts";
import { type Found, findingOf, inOrder, type LintFinding } from "./finding.ts";
import { lintRendered, type Rendered } from "./render.ts";
import type { RuleName } from "./rules.ts";
import { sampleArticles, VARIANTS } from "./samples.ts";

type Reads = Pick<App, "config" | "table">;

const WHOLE: Variant = { tracked: true, meeting: true };
/** Its links are the article's and the company's own. */
const PLAIN: Variant = { tracked: false, meeting: true };

/** What is wrong with a template as this company sends it: in every variant, with all an article can have and with as little as it must. */
export async function templateFlaws(company: Company, name: TemplateName): Promise<Found[]> {
  const found: Found[] = [];
  for (const kind of templateOf(name).carries) {
    const { full, bare, long } = sampleArticles(kind);
    const rendered = { company, template: name };
    for (const variant of VARIANTS) found.push(...(await lintRendered({ ...rendered, article: full }, variant)));
    for (const article of [bare, long]) found.push(...(await lintRendered({ ...rendered, article }, WHOLE)));
  }
  return found;
}

/**
 * All that is wrong with a template in this company's name and colours, errors first; takes some 0.1 s. Nobody's email is in it. A cadence may not use one
 * that has errors.
 */
export async function lintTemplate(app: Pick<App, "config">, name: TemplateName): Promise<LintFinding[]> {
  return inOrder((await templateFlaws(app.config.company, name)).map((found) => findingOf(found)));
}

/** Said by the article itself already, and in better words. */
const OF_THE_ARTICLE: ReadonlySet<RuleName> = new Set([
  "says-nothing",
  "capitals",
  "field-left-over",
  "spam",
  "https-link",
  "picture",
]);

/** Whether the template does so by itself. What it leaves out or shows pale it does with other words; what programs drop is named, and may be the article's. */
const isSame = (one: Found, other: Found): boolean =>
  one.rule === other.rule && (one.says === other.says || !one.rule.startsWith("dropped-"));

/** What is wrong with the email about an article and not with that about any other: what our samples show as well is the template's. */
async function ownFlaws(rendered: Rendered): Promise<Found[]> {
  const found = (await lintRendered(rendered, PLAIN)).filter(({ rule }) => !OF_THE_ARTICLE.has(rule));
  if (found.length === 0) return found;
  const { full, bare } = sampleArticles(shownAs(rendered.article));
  const templates = [
    ...(await lintRendered({ ...rendered, article: full }, PLAIN)),
    ...(await lintRendered({ ...rendered, article: bare }, PLAIN)),
  ];
  return found.filter((one) => !templates.some((other) => isSame(one, other)));
}

/**
 * All that is wrong with an article: its own words and addresses, whether those answer, and the emails it makes in the company's own name in the
 * template of its kind and in those that cadences name for it. What is wrong with a template is said by `lintTemplate` alone. Errors first.
 */
export async function lintArticle(app: Reads, article: Article): Promise<LintFinding[]> {
  const { company } = app.config;
  const links = await getLinksOf(app.table, [article.url, ...(article.image === undefined ? [] : [article.image])]);
  const found: Found[] = [...articleFlaws(article), ...checkedFlaws(article, links)];
  const cadences = await getCadences(app.table);
  const templates = new Set([ownTemplate(article), ...cadences.map((cadence) => templateFor(cadence, article))]);
  for (const template of templates) found.push(...(await ownFlaws({ company, article, template })));
  return inOrder(found.map((one) => findingOf(one)));
}
