/** @jsxImportSource hono/jsx */
import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import { linkOf } from "./link-of.ts";
import { notice } from "./notice.ts";
import { NoSuchLink } from "./pages/short.tsx";
import { show } from "./pages/show.ts";
import type { Report } from "./report.ts";
import { targetOf } from "./target.ts";

/** Sends the reader on to what the email linked to. */
export const click = (app: App, report: Report) => async (c: Context) => {
  const link = linkOf(app, c, "click");
  const target = link && (await targetOf(app, link));
  if (!link || !target) return show(c, <NoSuchLink company={app.config.company} />, 404);
  await notice(app, c, link, report);
  return c.redirect(target, 302);
};
