/** @jsxImportSource hono/jsx */
import { Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { getUsual } from "../../../shared/engagement/store.ts";
import type { Env } from "../env.ts";
import { EngagementPage } from "../pages/engagement.tsx";
import { show } from "../show.tsx";
import { thresholdsOf } from "../thresholds.ts";

/** The method on one page, with the figures that hold now. */
export const engagementRoutes = (app: App) =>
  new Hono<Env>().get("/engagement", async (c) => {
    const { reader } = c.get("chrome");
    const usual = await getUsual(app.table);
    const allowed = app.config.company.falseTasksPerFortnight;
    const thresholds = thresholdsOf(usual, reader.reps, allowed, reader.now);
    return show(c, "Engagement", <EngagementPage {...{ usual, allowed, thresholds, reader }} />);
  });
