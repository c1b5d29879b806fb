import type { App } from "../app.ts";
import type { Sector } from "../sector.ts";
import type { Article } from "./article.ts";
import { mustArticle, putChanged } from "./change.ts";
import { ownOf } from "./own.ts";
import { topicsFrom } from "./topics.ts";

/** What a person ticked of what was suggested. */
export type Tags = { readonly topics: readonly string[]; readonly sector?: Sector | undefined };

/** Adds topics, and sets the sector if one is given; what a person confirmed is theirs. */
export async function tagArticle(app: App, id: string, tags: Tags): Promise<Article> {
  const before = await mustArticle(app, id);
  const after: Article = {
    ...before,
    topics: topicsFrom([...before.topics, ...tags.topics]),
    ...(tags.sector && { sector: tags.sector }),
    updatedAt: Math.max(app.now(), before.updatedAt + 1),
  };
  return putChanged(app, { ...after, own: ownOf(after, before) }, before);
}
