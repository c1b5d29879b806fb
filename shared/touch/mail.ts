import type { App } from "../app.ts";
import type { Article } from "../content/article.ts";
import { linkUrl } from "../link.ts";
import type { BulkMail, MailEntry } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Rep } from "../rep/rep.ts";
import { fromOf, listHeaders, personValues, renderArticle } from "./compose.ts";
import type { Touch } from "./touch.ts";

/** What the emails about one article from one rep have in common. */
export type Mail = Omit<BulkMail, "entries">;

type Parts = { readonly touch: Touch; readonly prospect: Prospect; readonly rep: Rep; readonly article: Article };

/** Emails of the same key differ only in people's values, and go together. */
export const mailKey = ({ article, rep, touch }: Omit<Parts, "prospect">): string =>
  `${article.id} ${rep.id} ${touch.tracked}`;

/** Sender, reply-to and rendering; compiled once and then remembered. Throws what is wrong with the article. */
export async function mailOf(app: App, { article, rep, touch }: Omit<Parts, "prospect">): Promise<Mail> {
  const { company } = app.config;
  const variant = { tracked: touch.tracked === true, meeting: rep.callingLink !== undefined };
  return {
    from: fromOf(rep, company),
    replyTo: rep.email,
    rendering: await renderArticle(article, company, variant),
  };
}

/** What is the prospect's own in the email. */
export function entryOf(app: App, { touch, prospect, rep, article }: Parts): MailEntry {
  const { config } = app;
  const at = { prospectId: prospect.id, slot: touch.date };
  const links = {
    read: touch.tracked ? linkUrl(config, { kind: "click", ...at, link: "read" }) : article.url,
    unsubscribe: linkUrl(config, { kind: "unsubscribe", ...at }),
    preferences: linkUrl(config, { kind: "preferences", ...at }),
    ...(rep.callingLink && {
      meeting: touch.tracked ? linkUrl(config, { kind: "click", ...at, link: "meeting" }) : rep.callingLink,
    }),
    ...(touch.tracked && { pixel: linkUrl(config, { kind: "open", ...at }) }),
  };
  const name = [prospect.firstName, prospect.lastName].filter(Boolean).join(" ");
  return {
    to: { address: prospect.email, ...(name && { name }) },
    values: personValues({ prospect, rep, company: config.company, links }),
    headers: listHeaders(links),
    tags: { prospect: prospect.id, slot: touch.date, article: article.id },
  };
}
