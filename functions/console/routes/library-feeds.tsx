/** @jsxImportSource hono/jsx */
import { type Context, Hono } from "hono";
import type { App } from "../../../shared/app.ts";
import { getFeeds } from "../../../shared/content/feed-store.ts";
import { lookNow, unwatchFeed, watchFeed } from "../../../shared/content/watch-feed.ts";
import { AppError } from "../../../shared/error.ts";
import type { Env } from "../env.ts";
import { saying } from "../flash.ts";
import { FeedsPage } from "../pages/library-feeds.tsx";
import { show } from "../show.tsx";

/** Feeds that are looked at once a day. */
export const libraryFeedRoutes = (app: App) => {
  const showPage = async (c: Context<Env>, address = "", error?: string) => {
    const props = { feeds: await getFeeds(app.table), reader: c.get("chrome").reader, address, error };
    return show(c, "Watched feeds", <FeedsPage {...props} />, error ? 422 : 200);
  };
  return new Hono<Env>()
    .get("/library/feeds", (c) => showPage(c))
    .post("/library/feeds", async (c) => {
      const { address } = await c.req.parseBody();
      const given = typeof address === "string" ? address.trim() : "";
      if (!given) return showPage(c, "", "Give an address.");
      const answer = await watchFeed(app, given, c.get("viewer").name);
      if ("refused" in answer) return showPage(c, given, `That is not watched: ${answer.refused}.`);
      return c.redirect(saying("/library/feeds", "feed-watched"), 303);
    })
    .post("/library/feeds/:id/look", async (c) => {
      if (!(await lookNow(app, c.req.param("id")))) throw new AppError("not-found", "That feed is not watched.");
      return c.redirect(saying("/library/feeds", "feed-looked"), 303);
    })
    .post("/library/feeds/:id/stop", async (c) => {
      await unwatchFeed(app, c.req.param("id"));
      return c.redirect(saying("/library/feeds", "feed-stopped"), 303);
    });
};
