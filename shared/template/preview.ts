import type { Config } from "../config.ts";
import type { Article } from "../content/article.ts";
import { idOf } from "../id.ts";
import type { BulkMail, Rendering } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import { fromOf, personValues, pricingPage, renderArticle } from "../touch/compose.ts";
import type { PersonLinks } from "../touch/compose.ts";
import { fill } from "../touch/fill.ts";
import type { FilledEmail, Values } from "../touch/fill.ts";
import { wordingOf } from "../touch/wording.ts";
import { samplePerson, sampleRep } from "./sample.ts";
import type { TemplateName } from "./templates.ts";

export type PreviewParts = {
  readonly template: TemplateName;
  readonly article: Article;
  /** Nobody: the sample's. */
  readonly prospect: Prospect | undefined;
  readonly rep: Rep | undefined;
};

export type Preview = FilledEmail & {
  readonly from: BulkMail["from"];
  /** What an inbox shows after the subject. */
  readonly previewText: string;
};

/** Nobody's: they measure nothing, ask for no call, and take nobody off anything. */
function linksOfNobody({ company, publicUrl }: Config, article: Article, rep: Rep): PersonLinks {
  return {
    read: article.url,
    ...(rep.callingLink ? { meeting: rep.callingLink } : { callMe: `${publicUrl}/m/test` }),
    pricing: pricingPage(company),
    unsubscribe: `${publicUrl}/u/test`,
    preferences: `${publicUrl}/p/test`,
  };
}

/** The email as it would be made for real, in two halves: what all have in common, and what is the person's; nothing in it is measured. */
export async function draftOf(
  config: Config,
  { template, article, prospect, rep = sampleRep }: PreviewParts,
): Promise<{ readonly rendering: Rendering; readonly values: Values; readonly from: BulkMail["from"] }> {
  const { company } = config;
  const variant = { tracked: false, meeting: Boolean(rep.callingLink) };
  const links = linksOfNobody(config, article, rep);
  return {
    rendering: await renderArticle(article, company, variant, template),
    values: personValues({ prospect: prospect ?? samplePerson, rep, company, links }),
    from: fromOf(rep, company),
  };
}

/** What somebody would see of it, in the inbox and opened. */
export async function previewOf(config: Config, parts: PreviewParts): Promise<Preview> {
  const { rendering, values, from } = await draftOf(config, parts);
  const { preview } = wordingOf(parts.article, config.company).props;
  return { ...fill(rendering, values), from, previewText: preview };
}

/** The same rendering with a word before its subject. */
export function marked(rendering: Rendering, word: string): Rendering {
  const [first = "", ...rest] = rendering.subject;
  const parts = { html: rendering.html, text: rendering.text, subject: [`${word}${first}`, ...rest] };
  return { id: idOf(JSON.stringify(parts)), ...parts };
}
