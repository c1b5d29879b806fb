import type { App } from "../app.ts";
import type { Company, Config } from "../config.ts";
import type { Article } from "../content/article.ts";
import { linkUrl } from "../link.ts";
import type { BulkMail, MailEntry } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import { ownTemplate } from "../template/template-for.ts";
import { isTemplate } from "../template/templates.ts";
import { fromOf, listHeaders, personValues, pricingPage, renderArticle } from "./compose.ts";
import type { PersonLinks } from "./compose.ts";
import type { Touch } from "./touch.ts";

/** What the emails about one article from one rep have in common. */
export type Mail = Omit<BulkMail, "entries">;

type Parts = { readonly touch: Touch; readonly prospect: Prospect; readonly rep: Rep; readonly article: Article };

/** Emails of the same key differ only in people's values, and go together. */
export const mailKey = ({ article, rep, touch }: Omit<Parts, "prospect">): string =>
  `${article.id} ${rep.id} ${touch.tracked} ${touch.template ?? ""} ${touch.subject ?? ""}`;

/** Sender, reply-to and rendering; compiled once and then remembered. Throws what is wrong with the article. */
export async function mailOf(app: App, { article, rep, touch }: Omit<Parts, "prospect">): Promise<Mail> {
  const { company } = app.config;
  const variant = { tracked: touch.tracked === true, meeting: Boolean(rep.callingLink), subject: touch.subject };
  const template = isTemplate(touch.template) ? touch.template : ownTemplate(article);
  return {
    from: fromOf(rep, company),
    replyTo: rep.email,
    rendering: await renderArticle(article, company, variant, template),
  };
}

/** How many links that are measured a reader can see: the article, the call, and what it costs where the company says it. */
export const visibleLinks = (company: Company): number => (pricingPage(company) ? 3 : 2);

/** What is the prospect's own in the email. */
export function entryOf(app: App, parts: Parts): MailEntry {
  const { touch, prospect, rep, article } = parts;
  const links = linksOf(app.config, parts);
  const name = [prospect.firstName, prospect.lastName].filter(Boolean).join(" ");
  return {
    to: { address: prospect.email, ...(name && { name }) },
    values: personValues({ prospect, rep, company: app.config.company, links }),
    headers: listHeaders(links),
    tags: { prospect: prospect.id, slot: touch.date, article: article.id },
  };
}

/** Asking for a call, leaving and choosing are the reader's own acts on pages of ours, whether measured or not. */
function linksOf(config: Config, { touch, prospect, rep, article }: Parts): PersonLinks {
  const at = { prospectId: prospect.id, slot: touch.date };
  const click = (link: "read" | "meeting" | "pricing", plain: string): string =>
    touch.tracked ? linkUrl(config, { kind: "click", ...at, link }) : plain;
  const pricing = pricingPage(config.company);
  return {
    read: click("read", touch.target ?? article.url),
    ...(rep.callingLink
      ? { meeting: click("meeting", rep.callingLink) }
      : { callMe: linkUrl(config, { kind: "call-me", ...at }) }),
    ...(pricing && { pricing: click("pricing", pricing) }),
    unsubscribe: linkUrl(config, { kind: "unsubscribe", ...at }),
    preferences: linkUrl(config, { kind: "preferences", ...at }),
    ...(touch.tracked && {
      pixel: linkUrl(config, { kind: "open", ...at }),
      hidden: linkUrl(config, { kind: "click", ...at, link: "hidden" }),
    }),
  };
}
