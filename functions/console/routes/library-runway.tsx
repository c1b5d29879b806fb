/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { displayName } from "../../../shared/prospect/prospect.ts";
import { getProspects } from "../../../shared/prospect/store.ts";
import { getRunway } from "../../../shared/runway/store.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { RunwayPage } from "../pages/runway.tsx";
import { show } from "../show.tsx";

/** How long the library lasts, as it was last worked out. */
export const libraryRunwayRoutes = (app: App) =>
  new Hono<Env>()
    .get("/library/runway", async (c) => {
      const rows = await getRunway(app.table);
      const ids = new Set(rows.flatMap(({ first }) => first.map(({ prospectId }) => prospectId)));
      const prospects = await getProspects(app.table, [...ids]);
      const names = new Map([...prospects].map(([id, prospect]) => [id, displayName(prospect)]));
      return show(c, "Runway", <RunwayPage rows={rows} names={names} reader={c.get("chrome").reader} />);
    })
    .post("/library/runway", async (c) => {
      await app.reckonings.send([{ of: "report" }]);
      return c.redirect(saying("/library/runway", "runway-ordered"), 303);
    });
