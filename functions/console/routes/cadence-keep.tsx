/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { removeCadence, whyNotRemovable } from "../../../shared/cadence/remove.ts";
import { mustRead } from "../../../shared/cadence/save.ts";
import { getCadence } from "../../../shared/cadence/store.ts";
import { listVersions } from "../../../shared/cadence/version-store.ts";
import { AppError } from "../../../shared/error.ts";
import { isRunning } from "../../../shared/experiment/experiment.ts";
import { getExperiments } from "../../../shared/experiment/store.ts";
import { getSegments } from "../../../shared/segment/store.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { CadenceHistoryPage } from "../pages/cadence-history.tsx";
import { CadenceRemovePage } from "../pages/cadence-remove.tsx";
import { show } from "../show.tsx";

const PAGE = 50;

/** What becomes of a cadence in the long run: its history and its end. */
export const cadenceKeepRoutes = (app: App) =>
  new Hono<Env>()
    .get("/cadence/:id/history", async (c) => {
      const id = c.req.param("id");
      const page = { limit: PAGE, cursor: c.req.query("cursor") };
      const [cadence, { versions, cursor }] = await Promise.all([
        getCadence(app.table, id),
        listVersions(app.table, id, page),
      ]);
      const name = cadence?.name ?? versions[0]?.cadence.name;
      if (name === undefined) throw new AppError("not-found", "There never was such a cadence.");
      const { zone } = c.get("chrome").reader;
      const older = cursor === undefined ? undefined : `cursor=${encodeURIComponent(cursor)}`;
      return show(
        c,
        `History of ${name}`,
        <CadenceHistoryPage {...{ id, name, versions, zone, older }} current={cadence?.version} />,
      );
    })
    .get("/cadence/:id/remove", async (c) => {
      const id = c.req.param("id");
      const { cadence } = await mustRead(app, id);
      const why = await reasonsToKeep(app, id);
      return show(c, `Remove ${cadence.name}?`, <CadenceRemovePage id={id} name={cadence.name} why={why} />);
    })
    .post("/cadence/:id/remove", async (c) => {
      const id = c.req.param("id");
      const [why] = await reasonsToKeep(app, id);
      if (why !== undefined) throw new AppError("invalid", why);
      await removeCadence(app, id, c.get("viewer").name);
      return c.redirect(saying("/cadence", "cadence-removed"), 303);
    });

/** A segment would bring people into it tomorrow, and an experiment would wait for slots that never come. */
async function reasonsToKeep(app: App, id: string): Promise<string[]> {
  const [why, segments, experiments] = await Promise.all([
    whyNotRemovable(app, id),
    getSegments(app.table),
    getExperiments(app.table),
  ]);
  const naming = namesOf(segments.filter(({ cadenceId }) => cadenceId === id));
  const running = namesOf(experiments.filter((one) => isRunning(one) && one.cadenceId === id));
  return [
    ...(why === undefined ? [] : [why]),
    ...(naming ? [`It is the cadence of the segment ${naming}. Give that another first.`] : []),
    ...(running ? [`The experiment ${running} takes place in it. End that first.`] : []),
  ];
}

const namesOf = (things: readonly { readonly name: string }[]): string =>
  things.map(({ name }) => `"${name}"`).join(", ");
