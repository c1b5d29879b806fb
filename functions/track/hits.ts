import type { Hono } from "hono";
import type { App } from "../../shared/app.ts";
import { linksBase } from "./base.ts";
import { askForCall, showCallMe } from "./call-me.tsx";
import { click } from "./click.tsx";
import { open } from "./open.ts";
import { toStandardError } from "./report.ts";
import type { Report } from "./report.ts";

/** The addresses that are signals when they are hit: pixel, click, and where a call is asked for. HEAD is answered like GET, without a body. */
export const hitsApp = (app: App, report: Report = toStandardError): Hono =>
  withHits(linksBase(app, report), app, report);

export function withHits(http: Hono, app: App, report: Report): Hono {
  http.get("/o/:token", open(app, report));
  http.get("/c/:token", click(app, report));
  http.get("/m/:token", showCallMe(app, report)).post(askForCall(app));
  return http;
}
