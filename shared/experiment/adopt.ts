import type { App } from "../app.ts";
import { getLibrary, libraryChanged } from "../content/store.ts";
import { AppError } from "../error.ts";
import { articleKey } from "../keys.ts";
import { mustExperiment } from "./end.ts";
import { isRunning } from "./experiment.ts";
import { winnerOf } from "./result.ts";
import { putExperiment } from "./store.ts";
import { getTally } from "./tally-store.ts";

/**
 * Makes the winning subject the article's own, which imports leave as it is. AppError("invalid") while the experiment runs, has no winner, or was of
 * articles; Conflict when the article was changed at the same moment.
 * @param by name of who adopts it
 */
export async function adoptSubject(app: App, id: string, by: string): Promise<void> {
  const { experiment, version } = await mustExperiment(app, id);
  if (experiment.of !== "subject") throw new AppError("invalid", "Only a subject can be adopted.");
  if (isRunning(experiment)) throw new AppError("invalid", "End the experiment first.");
  const arm = winnerOf(experiment, await getTally(app.table, id));
  if (!arm) throw new AppError("invalid", "There is no winner to adopt.");
  const article = (await getLibrary(app.table)).find((one) => one.id === experiment.articleId);
  if (!article) throw new AppError("not-found", "The article is no longer in the library.");
  const own = [...new Set([...(article.own ?? []), "subject"])];
  const now = app.now();
  const changed = { ...article, subject: experiment.subjects[arm], own, updatedAt: now };
  await app.table.write(
    {
      kind: "put",
      item: { ...articleKey(article.id), data: changed },
      guard: { match: { updatedAt: article.updatedAt } },
    },
    libraryChanged(now),
    ...putExperiment({ ...experiment, adopted: { at: now, by, arm } }, version, now),
  );
}
