import type { Hono } from "hono";
import type { App } from "../../shared/app.ts";
import { linksBase } from "./base.ts";
import { withChoices } from "./choices.ts";
import { withHits } from "./hits.ts";
import { toStandardError } from "./report.ts";
import type { Report } from "./report.ts";

/** All addresses in an email, for where one process answers them: pixel, click, asking for a call, unsubscribe and preferences. */
export const trackApp = (app: App, report: Report = toStandardError): Hono =>
  withChoices(withHits(linksBase(app, report), app, report), app);
