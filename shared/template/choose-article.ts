import type { App } from "../app.ts";
import { getCadence } from "../cadence/store.ts";
import type { Article } from "../content/article.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { toLocal } from "../time.ts";
import { comingEmail } from "../touch/coming.ts";
import { sendableLibrary } from "../touch/sendable.ts";
import { articlesFor } from "../touch/wish.ts";
import { sampleArticle } from "./sample.ts";
import { carries } from "./template-for.ts";
import { templateOf, type TemplateName } from "./templates.ts";

/** With what a template is shown. `how`: chosen by hand, what they get next, what fits them, the newest, or ours, as the library has none for it. */
export type Shown = {
  readonly article: Article;
  readonly how: "chosen" | "next" | "fits" | "newest" | "sample";
  /** All of the library that it can show, newest first. */
  readonly articles: readonly Article[];
};

type Wanted = { readonly prospect: Prospect | undefined; readonly articleId: string | undefined };

/** The article to show a template with: the one that is asked for if it can show it, else what the prospect would get next, or could. */
export async function chooseArticle(app: App, name: TemplateName, { prospect, articleId }: Wanted): Promise<Shown> {
  const library = await sendableLibrary(app);
  const articles = library.filter((article) => carries(name, article));
  const chosen = articles.find(({ id }) => id === articleId);
  if (chosen) return { article: chosen, how: "chosen", articles };
  const theirs = prospect && (await articleOf(app, name, prospect, articles));
  if (theirs) return { ...theirs, articles };
  const [newest] = articles;
  if (newest) return { article: newest, how: "newest", articles };
  return { article: sampleArticle(templateOf(name).carries[0] ?? "blog-post"), how: "sample", articles };
}

async function articleOf(app: App, name: TemplateName, prospect: Prospect, articles: readonly Article[]) {
  const coming = await comingEmail(app, prospect);
  if (coming && "send" in coming.next && carries(name, coming.next.send))
    return { article: coming.next.send, how: "next" } as const;
  const cadence = await getCadence(app.table, prospect.cadenceId);
  if (!cadence) return undefined;
  const date = coming?.slot.date ?? toLocal(prospect.timeZone, app.now()).date;
  const [article] = articlesFor(articles, { prospect, date, sectorRules: cadence.sectorRules });
  return article && ({ article, how: "fits" } as const);
}
