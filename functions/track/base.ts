import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import type { App } from "../../shared/app.ts";
import { failed, notFound, tooLarge } from "./failures.tsx";
import { styleSource } from "./pages/style.ts";
import type { Report } from "./report.ts";

const LARGEST_BODY = 10 * 1024;

/** What all addresses in an email share: headers, the size of a form, and what is said when something fails. */
export function linksBase(app: App, report: Report): Hono {
  const http = new Hono();
  http.use(privately, headers, bodyLimit({ maxSize: LARGEST_BODY, onError: tooLarge(app) }));
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
