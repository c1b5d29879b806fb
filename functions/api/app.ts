import { OpenAPIHono } from "@hono/zod-openapi";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";
import type { App } from "../../shared/app.ts";
import { AppError } from "../../shared/error.ts";
import { docsPage } from "./docs.tsx";
import { documentOf } from "./document.ts";
import { door } from "./door.ts";
import type { ApiEnv } from "./env.ts";
import { onError, onNotFound } from "./problems.ts";
import { callMoveRoutes } from "./routes/call-moves.ts";
import { callRoutes } from "./routes/call.ts";
import { gotInTouchRoutes } from "./routes/got-in-touch.ts";
import { logRoutes } from "./routes/log.ts";
import { meRoutes } from "./routes/me.ts";
import { prospectRoutes } from "./routes/prospects.ts";
import { worklistRoutes } from "./routes/worklist.ts";

const LARGEST_BODY = 64 * 1024;

const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  strictTransportSecurity: false,
});

/** `/api/v1`: what the console can, for programs. Its document and the page that lists it are for everybody. */
export function apiApp(app: App): OpenAPIHono<ApiEnv> {
  const api = new OpenAPIHono<ApiEnv>();
  api.onError(onError);
  api.notFound(onNotFound);
  api.use(headers, async (c, next) => {
    await next();
    c.header("Cache-Control", "no-store");
  });
  api.use(
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: () => {
        throw new AppError("invalid", "body: at most 64 KB");
      },
    }),
  );
  api.get("/api/v1/openapi.json", (c) => c.json(documentOf(api, app.config.publicUrl)));
  api.get("/api/v1/docs", (c) => c.html(docsPage(documentOf(api, app.config.publicUrl))));
  api.use("/api/*", door(app));
  for (const routes of [
    meRoutes,
    worklistRoutes,
    logRoutes,
    prospectRoutes,
    gotInTouchRoutes,
    callRoutes,
    callMoveRoutes,
  ])
    api.route("/api/v1", routes(app));
  return api;
}
