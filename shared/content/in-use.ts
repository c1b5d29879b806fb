import type { App } from "../app.ts";
import { toLocal } from "../time.ts";
import type { Article } from "./article.ts";
import { isOver } from "./state.ts";
import { getLibrary } from "./store.ts";

/** What of the library is still to be told of, newest first: nothing retired, flawed, or expired on the company's own calendar. */
export async function libraryInUse({
  table,
  config,
  now,
}: Pick<App, "table" | "config" | "now">): Promise<readonly Article[]> {
  const { date } = toLocal(config.company.timeZone, now());
  return (await getLibrary(table)).filter((article) => !isOver(article, date) && !article.flaws?.length);
}
