import type { App } from "../app.ts";
import type { Article } from "./article.ts";
import { mustArticle, putChanged } from "./change.ts";

/** Takes an article out of what may be mailed, or brings it back. What was mailed of it stays known. Nothing when it is so already. */
export async function retireArticle(app: App, id: string, retired: boolean): Promise<Article> {
  const before = await mustArticle(app, id);
  if ((before.retiredAt !== undefined) === retired) return before;
  const { retiredAt: _over, ...rest } = before;
  const updatedAt = Math.max(app.now(), before.updatedAt + 1);
  return putChanged(app, { ...rest, ...(retired && { retiredAt: app.now() }), updatedAt }, before);
}
