import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import type { App } from "../../shared/app.ts";
import { click } from "./click.tsx";
import { failed, notFound, tooLarge } from "./failures.tsx";
import { open } from "./open.ts";
import { styleSource } from "./pages/style.ts";
import { changeByForm, showPreferences } from "./preferences.tsx";
import { toStandardError } from "./report.ts";
import type { Report } from "./report.ts";
import { askToUnsubscribe, unsubscribe } from "./unsubscribe.tsx";

const LARGEST_BODY = 10 * 1024;

/** The four addresses in an email: pixel, click, unsubscribe and preferences. HEAD is answered like GET, without a body. */
export function trackApp(app: App, report: Report = toStandardError): Hono {
  const http = new Hono();
  http.use(privately, headers, bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge(app) }));
  http.get("/o/:token", open(app, report));
  http.get("/c/:token", click(app, report));
  http.get("/u/:token", askToUnsubscribe(app)).post(unsubscribe(app));
  http.get("/p/:token", showPreferences(app)).post(changeByForm(app));
  http.notFound(notFound(app));
  http.onError(failed(app, report));
  return http;
}

/** Each answer is one person's: kept by no cache and listed by no search engine. */
const privately = createMiddleware(async (c, next) => {
  await next();
  c.header("Cache-Control", "no-store");
  c.header("X-Robots-Tag", "noindex, nofollow");
});

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: [styleSource],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  // The pixel is shown by webmail on other hosts.
  crossOriginResourcePolicy: "cross-origin",
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
  // For whoever terminates TLS to say, and for the whole host.
  strictTransportSecurity: false,
});
