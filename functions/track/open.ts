import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import { linkOf } from "./link-of.ts";
import { notice } from "./notice.ts";
import type { Report } from "./report.ts";

/** One transparent dot: GIF89a, 1 x 1, 43 bytes. */
const DOT = Uint8Array.from(Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAICRAEAOw==", "base64"));

/** The pixel of an email. A token that is not ours gets the same dot, so that no email ever shows a broken image. */
export const open = (app: App, report: Report) => async (c: Context) => {
  const link = linkOf(app, c, "open");
  if (link) await notice(app, c, link, report);
  return c.body(DOT, 200, { "Content-Type": "image/gif", "Content-Length": String(DOT.length) });
};
