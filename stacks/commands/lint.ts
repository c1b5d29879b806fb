import type { Command } from "commander";
import type { App } from "../../shared/app.ts";
import { isOver } from "../../shared/content/state.ts";
import { getLibrary } from "../../shared/content/store.ts";
import { lintArticle, lintTemplate } from "../../shared/lint/check-templates.ts";
import type { LintFinding } from "../../shared/lint/finding.ts";
import { templateNames } from "../../shared/template/templates.ts";
import { toLocal } from "../../shared/time.ts";
import { answer, type CommonOptions, progress } from "./answer.ts";
import type { Place } from "./place.ts";
import { countsOf, failOnErrors, findingLine, numbered } from "./finding-words.ts";

type Looked = { readonly of: string; readonly findings: readonly LintFinding[] };

/** Every template in the company's name, and every article that may still go out. */
async function look(app: App, onProgress: (share: number) => void): Promise<Looked[]> {
  const { date } = toLocal(app.config.company.timeZone, app.now());
  const articles = (await getLibrary(app.table)).filter((article) => !isOver(article, date));
  const names = templateNames();
  const looked: Looked[] = [];
  for (const name of names) looked.push({ of: name, findings: await lintTemplate(app, name) });
  for (const [at, article] of articles.entries()) {
    looked.push({ of: article.source, findings: await lintArticle(app, article) });
    onProgress((at + 1) / articles.length);
  }
  return looked;
}

export function addLint(program: Command, place: Place): void {
  place
    .options(program.command("lint"))
    .description("what is wrong with the templates in your name and with the articles of your library")
    .action(async (options: CommonOptions) => {
      const bar = progress(options, "Looking");
      const looked = await place.within(options, "there", (app) => look(app, bar.to)).finally(bar.stop);
      const templates = templateNames().length;
      const all = looked.flatMap(({ findings }) => findings);
      answer(options, looked, () =>
        [
          ...looked.flatMap(({ of, findings }) => findings.map((finding) => `${of}, ${findingLine(finding)}`)),
          `${numbered(templates, "template")} and ${numbered(looked.length - templates, "article")}: ${countsOf(all)}`,
        ].join("\n"),
      );
      failOnErrors(all);
    });
}
