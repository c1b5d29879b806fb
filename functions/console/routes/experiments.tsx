/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { getCadences } from "../../../shared/cadence/store.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { adoptSubject } from "../../../shared/experiment/adopt.ts";
import { usualSubject } from "../../../shared/experiment/draft.ts";
import { endExperiment, mustExperiment } from "../../../shared/experiment/end.ts";
import { articlesOf, isRunning } from "../../../shared/experiment/experiment.ts";
import type { Experiment } from "../../../shared/experiment/experiment.ts";
import { draftFacts, startExperiment } from "../../../shared/experiment/start.ts";
import { getExperiments } from "../../../shared/experiment/store.ts";
import { getTallies, getTally } from "../../../shared/experiment/tally-store.ts";
import { toLocal } from "../../../shared/time.ts";
import { sendableLibrary } from "../../../shared/touch/sendable.ts";
import type { Env } from "../env.ts";
import { freshExperimentForm, isOf, readExperimentForm } from "../experiment-form.ts";
import type { ExperimentFormState } from "../experiment-form.ts";
import { titlesOf } from "../experiment-words.ts";
import { saying } from "../flash.ts";
import { ExperimentPage } from "../pages/experiment.tsx";
import { NewExperimentPage } from "../pages/experiment-new.tsx";
import { ExperimentsPage } from "../pages/experiments.tsx";
import { show } from "../show.tsx";
import { dateIn } from "../when.ts";

const pathOf = ({ id }: Pick<Experiment, "id">): string => `/experiments/${id}`;

/** Running ones first, and of each the newest. */
const order = (one: Experiment, other: Experiment): number =>
  Number(isRunning(other)) - Number(isRunning(one)) || other.createdAt - one.createdAt;

const endedOn = (c: Context<Env>, { ended }: Experiment): string | undefined =>
  ended && dateIn(c.get("chrome").reader.zone, ended.at);

const today = ({ config, now }: App): string => toLocal(config.company.timeZone, now()).date;

/** Two subjects, or two articles, held against each other. */
export const experimentRoutes = (app: App) =>
  new Hono<Env>()
    .get("/experiments", (c) => showAll(c, app))
    .get("/experiments/new", async (c) => {
      const [{ id: cadenceId } = { id: "" }] = await getCadences(app.table);
      const usual = { cadenceId, startsOn: today(app), articleId: c.req.query("article") ?? "" };
      return showForm(c, app, freshExperimentForm(isOf(c.req.query("of")), usual));
    })
    .post("/experiments", async (c) => {
      const values = readExperimentForm(await c.req.parseBody());
      const started = await startExperiment(app, values, c.get("viewer").name);
      if ("faults" in started) return showForm(c, app, { values, errors: started.faults });
      return c.redirect(saying(pathOf(started.experiment), "experiment-started"), 303);
    })
    .get("/experiments/:id", (c) => showOne(c, app, c.req.param("id")))
    .post("/experiments/:id/end", async (c) => {
      const id = c.req.param("id");
      await endExperiment(app, id, c.get("viewer").name);
      return c.redirect(saying(pathOf({ id }), "experiment-ended"), 303);
    })
    .post("/experiments/:id/adopt", async (c) => {
      const id = c.req.param("id");
      await adoptSubject(app, id, c.get("viewer").name);
      return c.redirect(saying(pathOf({ id }), "subject-adopted"), 303);
    })
    .post("/experiments/:id/work-out", async (c) => {
      const { experiment } = await mustExperiment(app, c.req.param("id"));
      await app.reckonings.send([{ of: "report" }]);
      return c.redirect(saying(pathOf(experiment), "experiment-reckoned"), 303);
    });

async function showAll(c: Context<Env>, app: App) {
  const [experiments, tallies, library] = await Promise.all([
    getExperiments(app.table),
    getTallies(app.table),
    getLibrary(app.table),
  ]);
  const rows = experiments.toSorted(order).map((experiment) => ({
    experiment,
    tally: tallies.get(experiment.id),
    titles: titlesOf(experiment, library),
    endedOn: endedOn(c, experiment),
  }));
  return show(c, "Experiments", <ExperimentsPage rows={rows} today={today(app)} />);
}

async function showOne(c: Context<Env>, app: App, id: string) {
  const { experiment } = await mustExperiment(app, id);
  const [tally, library, sendable, cadences] = await Promise.all([
    getTally(app.table, id),
    getLibrary(app.table),
    sendableLibrary(app),
    getCadences(app.table),
  ]);
  const props = {
    experiment,
    tally,
    titles: titlesOf(experiment, library),
    endedOn: endedOn(c, experiment),
    cadenceName: cadences.find((one) => one.id === experiment.cadenceId)?.name ?? "a cadence that is gone",
    stuck: articlesOf(experiment).some((one) => !sendable.some((article) => article.id === one)),
    today: today(app),
    reader: c.get("chrome").reader,
  };
  return show(c, experiment.name, <ExperimentPage {...props} />);
}

async function showForm(c: Context<Env>, app: App, form: ExperimentFormState) {
  const [{ library, company }, cadences] = await Promise.all([draftFacts(app), getCadences(app.table)]);
  const article = library.find(({ id }) => id === form.values.articleId);
  const usual = article && usualSubject(article, company);
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  return show(c, "New experiment", <NewExperimentPage {...{ form, cadences, library, usual }} />, status);
}
