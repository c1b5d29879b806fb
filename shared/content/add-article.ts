import type { App } from "../app.ts";
import { idOf } from "../id.ts";
import { addressKey } from "./addresses.ts";
import { articleAt, putChanged } from "./change.ts";
import { added, type ArticleEdit } from "./edit.ts";
import type { EditOutcome } from "./edit-article.ts";
import { getLibrary } from "./store.ts";

/** How a person came by it, as people know it, and how long it takes to read. */
export type Found = { readonly source: string; readonly readingMinutes: number };

/** Puts an article into the library that a person wrote down or had read from its page. The id is that of its address, so that a feed finds it again. */
export async function addArticle(app: App, edit: ArticleEdit, { source, readingMinutes }: Found): Promise<EditOutcome> {
  const id = idOf(addressKey(edit.url));
  // One whose address was changed by hand keeps the id of the old one.
  const by = (await articleAt(app, edit.url, "")) ?? (await getLibrary(app.table)).find((one) => one.id === id);
  if (by) return { outcome: "taken", by };
  const origin = { id, source, readingMinutes };
  return { outcome: "saved", article: await putChanged(app, added(origin, edit, app.now()), undefined) };
}
