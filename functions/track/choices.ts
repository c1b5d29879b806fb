import type { Hono } from "hono";
import type { App } from "../../shared/app.ts";
import { linksBase } from "./base.ts";
import { changeByForm, showPreferences } from "./preferences.tsx";
import { toStandardError } from "./report.ts";
import type { Report } from "./report.ts";
import { askToUnsubscribe, unsubscribe } from "./unsubscribe.tsx";

/** The addresses where a prospect decides: unsubscribe and preferences. */
export const choicesApp = (app: App, report: Report = toStandardError): Hono =>
  withChoices(linksBase(app, report), app);

export function withChoices(http: Hono, app: App): Hono {
  http.get("/u/:token", askToUnsubscribe(app)).post(unsubscribe(app));
  http.get("/p/:token", showPreferences(app)).post(changeByForm(app));
  return http;
}
