import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import type { Article } from "./article.ts";
import { articleAt, mustArticle, putChanged } from "./change.ts";
import { type ArticleEdit, edited } from "./edit.ts";

/** taken: another article stands at that address. */
export type EditOutcome =
  | { readonly outcome: "saved"; readonly article: Article }
  | { readonly outcome: "taken"; readonly by: Article };

/**
 * What a person says of an article, in place of what they had read (`seen`: its `updatedAt`). Imports leave it as they said. Throws `Conflict` when it was
 * changed since they read it.
 */
export async function editArticle(
  app: App,
  of: { readonly id: string; readonly seen: number },
  edit: ArticleEdit,
): Promise<EditOutcome> {
  const before = await mustArticle(app, of.id);
  if (before.updatedAt !== of.seen) throw new Conflict([0]);
  const by = await articleAt(app, edit.url, of.id);
  if (by) return { outcome: "taken", by };
  return { outcome: "saved", article: await putChanged(app, edited(before, edit, app.now()), before) };
}
