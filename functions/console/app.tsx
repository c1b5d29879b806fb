import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import { secureHeaders } from "hono/secure-headers";
import type { App } from "../../shared/app.ts";
import type { Env } from "./env.ts";
import { icon } from "./icon.ts";
import type { ConsoleOptions } from "./options.ts";
import { POLICY } from "./policy.ts";
import { accountRoutes } from "./routes/account.tsx";
import { cadenceRoutes } from "./routes/cadence.tsx";
import { calendarRoutes } from "./routes/calendar.tsx";
import { callRoutes } from "./routes/calls.tsx";
import { repRoutes, timeRoutes } from "./routes/chrome.ts";
import { comingRoutes } from "./routes/coming.tsx";
import { engagementRoutes } from "./routes/engagement.tsx";
import { experimentRoutes } from "./routes/experiments.tsx";
import { feedRoutes } from "./routes/feeds.ts";
import { formsRoutes } from "./routes/forms.tsx";
import { importRoutes } from "./routes/import.tsx";
import { eventRoutes } from "./routes/events.ts";
import { libraryRoutes } from "./routes/library.tsx";
import { membersRoutes } from "./routes/members.tsx";
import { noDropRoutes } from "./routes/no-drop.tsx";
import { oneOffRoutes } from "./routes/one-off.tsx";
import { outboxRoutes } from "./routes/outbox.tsx";
import { outletRoutes } from "./routes/outlets.tsx";
import { prospectEditRoutes } from "./routes/prospect-edit.tsx";
import { prospectSearchRoutes } from "./routes/prospect-search.tsx";
import { prospectRoutes } from "./routes/prospects.tsx";
import { segmentRoutes } from "./routes/segments.tsx";
import { sendingRoutes } from "./routes/sending.tsx";
import { reportRoutes } from "./routes/reports.tsx";
import { startRoutes } from "./routes/start.tsx";
import { settingsRoutes } from "./routes/settings.tsx";
import { teamRoutes } from "./routes/team.tsx";
import { templateRoutes } from "./routes/templates.tsx";
import { rehearsalRowsRoutes } from "./routes/rehearsal-rows.tsx";
import { rehearsalRoutes } from "./routes/rehearsal.tsx";
import { oidcRoutes } from "./routes/sign-in-oidc.ts";
import { signInRoutes } from "./routes/sign-in.tsx";
import { tokenRoutes, tokensSection } from "./routes/tokens.tsx";
import { worklistRoutes } from "./routes/worklist.tsx";
import { guard } from "./sign-in/guard.ts";
import { script } from "./script.ts";
import { css } from "./style.ts";
import { onError, onNotFound } from "./trouble.tsx";

const FOR_EVER = "public, max-age=31536000, immutable";

/** Notes of 20,000 characters, as a form has them, are a quarter of it at most. */
const LARGEST_FORM = 1024 * 1024;

const largest = bodyLimit({
  maxSize: LARGEST_FORM,
  onError: () => {
    throw new HTTPException(413, { message: "That is more than a form may hold. Shorten it and send it again." });
  },
});

/** A form is read whole into memory, that of a stranger who signs in too. Files to import have a limit of their own, behind the guard. */
const formLimit: typeof largest = (c, next) => (c.req.path.startsWith("/import/") ? next() : largest(c, next));

/** The policy is set beforehand and apart, because an email is shown under one of its own. */
const headers = secureHeaders({
  xFrameOptions: false,
  originAgentCluster: false,
  strictTransportSecurity: false,
  referrerPolicy: "same-origin",
});

/** What every page is made with; their addresses change with what is in them. */
const assets = () =>
  new Hono<Env>()
    .get("/console.css", (c) =>
      c.body(css, 200, { "Content-Type": "text/css; charset=utf-8", "Cache-Control": FOR_EVER }),
    )
    .get("/console.js", (c) =>
      c.body(script, 200, { "Content-Type": "text/javascript; charset=utf-8", "Cache-Control": FOR_EVER }),
    )
    .get("/console.svg", (c) => c.body(icon, 200, { "Content-Type": "image/svg+xml", "Cache-Control": FOR_EVER }));

/** Pages that need nothing but the app. */
const EVERYWHERE = [
  worklistRoutes,
  callRoutes,
  // Before any one prospect, or "find" would be looked for as the id of one.
  prospectSearchRoutes,
  prospectRoutes,
  libraryRoutes,
  cadenceRoutes,
  sendingRoutes,
  calendarRoutes,
  rehearsalRoutes,
  rehearsalRowsRoutes,
  engagementRoutes,
  teamRoutes,
  comingRoutes,
  oneOffRoutes,
  noDropRoutes,
  segmentRoutes,
  prospectEditRoutes,
  repRoutes,
  reportRoutes,
  feedRoutes,
  experimentRoutes,
  tokenRoutes,
  formsRoutes,
  templateRoutes,
];

/** The pages for everybody of the company. */
export function consoleApp(app: App, options: ConsoleOptions = {}): Hono<Env> {
  const { local } = options;
  // Where something before us ends TLS, the request alone does not tell what the browser calls us.
  const ownOrigin = new URL(options.url ?? app.config.publicUrl).origin;
  const pages = new Hono<Env>();
  pages.onError(onError);
  pages.notFound(onNotFound);
  pages.use(headers, async (c, next) => {
    c.header("Content-Security-Policy", POLICY);
    c.header("Cache-Control", "no-store");
    await next();
  });
  pages.route("/", assets());
  pages.use(csrf({ origin: (origin, c) => origin === new URL(c.req.url).origin || origin === ownOrigin }));
  pages.use(formLimit, guard(app, options));
  for (const routes of EVERYWHERE) pages.route("/", routes(app));
  pages.route("/", signInRoutes(app, options));
  if (options.oidc) pages.route("/", oidcRoutes(app, options.oidc, options));
  pages.route("/", accountRoutes(app, [(c) => tokensSection(c, app)]));
  pages.route("/", membersRoutes(app));
  pages.route("/", outletRoutes(app));
  pages.route("/", eventRoutes(app, { stays: local !== undefined }));
  pages.route("/", settingsRoutes(app, local));
  pages.route("/", startRoutes(app, local));
  if (local) {
    pages.route("/", outboxRoutes(app, local));
    pages.route("/", importRoutes(local));
    pages.route("/", timeRoutes(local));
  }
  return pages;
}
