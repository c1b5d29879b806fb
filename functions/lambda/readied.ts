import { Hono } from "hono";
import type { AwsApp } from "../../shared/aws/app.ts";

/** The same pages, once the app has read what they stand on. */
export function readied(app: AwsApp, pages: Hono): Hono {
  const http = new Hono();
  http.use(async (_, next) => {
    await app.ready();
    await next();
  });
  return http.route("/", pages);
}
