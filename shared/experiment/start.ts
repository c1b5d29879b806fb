import type { App } from "../app.ts";
import { getCadences } from "../cadence/store.ts";
import type { Article } from "../content/article.ts";
import { AppError } from "../error.ts";
import { newId } from "../id.ts";
import { toLocal } from "../time.ts";
import { sendableLibrary } from "../touch/sendable.ts";
import { faultsOf, usualSubject } from "./draft.ts";
import type { DraftFaults, DraftFacts, ExperimentDraft } from "./draft.ts";
import { knownExperiments, putExperiment } from "./store.ts";
import type { Experiment } from "./experiment.ts";

/** What a draft is held against, and the version of the experiments at that moment. */
export async function draftFacts(app: App): Promise<DraftFacts & { readonly version: string | null }> {
  const [cadences, library, known] = await Promise.all([
    getCadences(app.table),
    sendableLibrary(app),
    knownExperiments(app.table),
  ]);
  const { company } = app.config;
  return { ...known, cadences, library, company, today: toLocal(company.timeZone, app.now()).date };
}

/**
 * Makes an experiment of a draft; it takes place from its first day on. What is wrong with the draft comes back by field. Throws Conflict when another was
 * made at the same moment.
 * @param by name of who makes it
 */
export async function startExperiment(
  app: App,
  draft: ExperimentDraft,
  by: string,
): Promise<{ readonly experiment: Experiment } | { readonly faults: DraftFaults }> {
  const facts = await draftFacts(app);
  const faults = faultsOf(draft, facts);
  if (Object.keys(faults).length > 0) return { faults };
  const experiment = experimentOf(draft, facts, { id: newId(), createdBy: by, createdAt: app.now() });
  await app.table.write(...putExperiment(experiment, facts.version, app.now()));
  return { experiment };
}

function experimentOf(
  draft: ExperimentDraft,
  { library, company }: DraftFacts,
  made: Pick<Experiment, "id" | "createdBy" | "createdAt">,
): Experiment {
  const { name, cadenceId, startsOn, endsOn } = draft;
  const about = { ...made, name, cadenceId, startsOn, ...(endsOn && { endsOn }) };
  if (draft.of === "article") return { ...about, of: "article", articles: { a: draft.articleA, b: draft.articleB } };
  const a = draft.subjectA || usualSubject(mustArticle(library, draft.articleId), company);
  return { ...about, of: "subject", articleId: draft.articleId, subjects: { a, b: draft.subjectB } };
}

function mustArticle(library: readonly Article[], articleId: string): Article {
  const article = library.find(({ id }) => id === articleId);
  if (!article) throw new AppError("invalid", "articleId: choose an article that can be mailed");
  return article;
}
