import { Hono } from "hono";
import { csrf } from "hono/csrf";
import { secureHeaders } from "hono/secure-headers";
import type { App } from "../../shared/app.ts";
import { clockScriptSource } from "./clock.ts";
import type { Env } from "./env.ts";
import { icon } from "./icon.ts";
import { chromeOf } from "./reader.ts";
import type { LocalWorld } from "./local-world.ts";
import { cadenceRoutes } from "./routes/cadence.tsx";
import { callRoutes } from "./routes/calls.tsx";
import { repRoutes, timeRoutes } from "./routes/chrome.ts";
import { engagementRoutes } from "./routes/engagement.tsx";
import { importRoutes } from "./routes/import.tsx";
import { libraryRoutes } from "./routes/library.tsx";
import { outboxRoutes } from "./routes/outbox.tsx";
import { prospectRoutes } from "./routes/prospects.tsx";
import { settingsRoutes } from "./routes/settings.tsx";
import { worklistRoutes } from "./routes/worklist.tsx";
import { css } from "./style.ts";
import { onError, onNotFound } from "./trouble.tsx";

const FOR_EVER = "public, max-age=31536000, immutable";

/** Nothing runs in these pages but the clock of who asked, known by its hash, and nothing comes from elsewhere. */
const POLICY = `default-src 'none'; style-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; script-src ${clockScriptSource}`;

/** The policy is set beforehand and apart, because an email is shown under one of its own. */
const headers = secureHeaders({
  xFrameOptions: false,
  originAgentCluster: false,
  strictTransportSecurity: false,
  referrerPolicy: "same-origin",
});

/** The pages for reps and marketing. `local` is what only the one-machine world offers: outbox, import, a clock that moves. */
export function consoleApp(app: App, local?: LocalWorld): Hono<Env> {
  const pages = new Hono<Env>();
  pages.onError(onError);
  pages.notFound(onNotFound);
  pages.use(headers, async (c, next) => {
    c.header("Content-Security-Policy", POLICY);
    c.header("Cache-Control", "no-store");
    await next();
  });
  pages.get("/console.css", (c) =>
    c.body(css, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": FOR_EVER }),
  );
  pages.get("/console.svg", (c) => c.body(icon, 200, { "Content-Type": "image/svg+xml", "Cache-Control": FOR_EVER }));
  pages.use(async (c, next) => {
    c.set("chrome", await chromeOf(c, app, local));
    await next();
  });
  pages.use(csrf());
  for (const routes of [
    worklistRoutes,
    callRoutes,
    prospectRoutes,
    libraryRoutes,
    cadenceRoutes,
    engagementRoutes,
    repRoutes,
  ])
    pages.route("/", routes(app));
  pages.route("/", settingsRoutes(app, local));
  if (local) {
    pages.route("/", outboxRoutes(app, local));
    pages.route("/", importRoutes(local));
    pages.route("/", timeRoutes(local));
  }
  return pages;
}
