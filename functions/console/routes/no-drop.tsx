/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { checkNoDrop } from "../../../shared/prospect/no-drop.ts";
import { getNoDrop } from "../../../shared/prospect/no-drop-store.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { repIdsOf } from "../coming-view.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { NoDropPage } from "../pages/no-drop.tsx";
import { show } from "../show.tsx";

export const noDropRoutes = (app: App) =>
  new Hono<Env>()
    .get("/no-drop", async (c) => {
      const { reader } = c.get("chrome");
      const found = await getNoDrop(app.table);
      const seen = new Set(repIdsOf(reader));
      const prospects = await getProspects(
        app.table,
        (found?.dropped ?? []).map(({ prospectId }) => prospectId),
      );
      const names = new Map(reader.reps.map(({ id, name }) => [id, name]));
      const lines = (found?.dropped ?? []).flatMap(({ prospectId, why }) => {
        const prospect = prospects.get(prospectId);
        // By whose they are now: they may have changed hands since the look.
        if (!prospect || !seen.has(prospect.repId)) return [];
        return [{ prospect, why, repName: reader.rep ? undefined : names.get(prospect.repId ?? "") }];
      });
      const all = reader.rep === undefined && reader.ownerless && reader.seen.length === reader.reps.length;
      return show(c, "Nobody dropped", <NoDropPage found={found} lines={lines} all={all} reader={reader} />);
    })
    .post("/no-drop", async (c) => {
      await checkNoDrop(app);
      return c.redirect(saying("/no-drop", "looked-again"), 303);
    });
