import type { App } from "../app.ts";
import type { Article } from "../content/article.ts";
import { isOver } from "../content/state.ts";
import { getLibrary } from "../content/store.ts";
import { toLocal } from "../time.ts";

/** Where dates come last: what is over there is over on every prospect's calendar. */
const LAST_ZONE = "Etc/GMT+12";

/**
 * What of the library can be mailed, newest first: nothing with flaws, nothing retired, nothing whose last day is over everywhere. Whether that day is over for
 * one prospect, on their own calendar, the picking looks at for each slot (`isOver`). A post without an address of its own, imported before a website was known,
 * would lead prospects to Midweek itself.
 */
export async function sendableLibrary({
  table,
  config,
  now,
}: Pick<App, "table" | "config" | "now">): Promise<readonly Article[]> {
  const { date } = toLocal(LAST_ZONE, now());
  return (await getLibrary(table)).filter(
    (article) => !article.flaws?.length && !isOver(article, date) && !article.url.startsWith(`${config.publicUrl}/`),
  );
}
