import { Hono } from "hono";
import type { App } from "../../shared/app.ts";
import { apiApp } from "./app.ts";
import { feedsApp } from "./feeds.ts";

/** Everything that programs ask, by a token of a member and never by a session: /api and /feeds, each with its own headers and errors. */
export function programsApp(app: App): Hono {
  const api = apiApp(app);
  const feeds = feedsApp(app);
  return new Hono().all("/feeds/*", (c) => feeds.fetch(c.req.raw)).all("*", (c) => api.fetch(c.req.raw));
}
