import type { App } from "../app.ts";
import type { Article } from "../content/article.ts";
import { getLibrary } from "../content/store.ts";

/**
 * What of the library can be mailed, newest first. A post without an address of its own, imported before a website was known, would lead prospects to
 * Midweek itself.
 */
export const sendableLibrary = async ({ table, config }: Pick<App, "table" | "config">): Promise<readonly Article[]> =>
  (await getLibrary(table)).filter((article) => !article.url.startsWith(`${config.publicUrl}/`));
