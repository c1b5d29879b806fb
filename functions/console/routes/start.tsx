/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { pauseCadence } from "../../../shared/cadence/pause.ts";
import { getCadences } from "../../../shared/cadence/store.ts";
import { AppError } from "../../../shared/error.ts";
import { firstSteps } from "../../../shared/first-steps/first-steps.ts";
import { getBeginnings, putStepTaken } from "../../../shared/first-steps/store.ts";
import { resumeSending } from "../../../shared/sending/resume.ts";
import { areTemplatesFlawed } from "../cadence-templates.ts";
import type { Env } from "../env.ts";
import { waitingFor } from "../first-steps-words.ts";
import { saying } from "../flash.ts";
import type { LocalWorld } from "../local-world.ts";
import { StartPage } from "../pages/start.tsx";
import { show } from "../show.tsx";

/** What to do first, in order, and how far one has come. */
export const startRoutes = (app: App, local: LocalWorld | undefined) =>
  new Hono<Env>()
    .get("/start", (c) => showStart(c, app, local))
    .post("/start/cadence", async (c) => {
      await app.table.write(putStepTaken("cadenceAt", app.now()));
      return c.redirect(saying("/start", "step-taken"), 303);
    })
    .post("/start/go", async (c) => {
      const found = await getBeginnings(app);
      const step = firstSteps(found).find(({ id }) => id === "go");
      if (step && step.waitsFor.length > 0) throw new AppError("invalid", `First ${waitingFor(step)}.`);
      if (await areTemplatesFlawed(app))
        throw new AppError(
          "invalid",
          "The emails have faults that keep them from being mailed. Look at Templates first.",
        );
      const by = c.get("viewer").name;
      // One that is paused while others run was paused by somebody who meant it.
      const cadences = found.cadencePaused ? await getCadences(app.table) : [];
      for (const { id } of cadences) await pauseCadence(app, { id, paused: false, by });
      if (c.get("chrome").pause?.cause === "by hand") await resumeSending(app);
      return c.redirect(saying("/start", "gone-live"), 303);
    })
    .post("/start/remove-sample", async (c) => {
      if (!local) throw new AppError("not-found", "There is no sample company here.");
      const { repStays } = await local.sample.remove();
      return c.redirect(saying("/start", repStays ? "sample-removed-rep-stays" : "sample-removed"), 303);
    });

async function showStart(c: Context<Env>, app: App, local: LocalWorld | undefined) {
  const found = await getBeginnings(app);
  const sample = local !== undefined && (await local.sample.there());
  const props = { steps: firstSteps(found), found, local: local !== undefined, sample };
  return show(c, "First steps", <StartPage {...props} />);
}
