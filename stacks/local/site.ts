import { serve } from "@hono/node-server";
import { consoleApp } from "../../functions/console/app.tsx";
import { trackApp } from "../../functions/track/app.ts";
import { AppError } from "../../shared/error.ts";
import type { Heartbeat } from "./heartbeat.ts";
import { localWorld } from "./local-world.ts";
import type { OpenWorld } from "./open-world.ts";
import { isLoopback } from "./settings.ts";
import type { Settings } from "./settings.ts";

export type Site = { readonly fetch: (request: Request, env?: object) => Response | Promise<Response> };

/**
 * May the console be asked for under this name? On loopback only under loopback's own: a page elsewhere could have its name lead here and
 * read along, and a proxy that passes on prospects' links must not pass on the rest (there is no sign-in yet). Who listens wider has said so.
 */
const mayAsk = (host: string, hostname: string): boolean => !isLoopback(host) || isLoopback(hostname);

/** Prospects' links and the console under one address, each with its own headers and errors. */
export function siteOf(world: OpenWorld, heartbeat: Heartbeat, host = "127.0.0.1"): Site {
  const track = trackApp(world.app);
  const desk = consoleApp(world.app, localWorld(world, heartbeat));
  return {
    fetch: (request, env) => {
      const { hostname, pathname } = new URL(request.url);
      if (/^\/[ocump]\//.test(pathname)) return track.fetch(request, env);
      if (mayAsk(host, hostname)) return desk.fetch(request);
      return new Response("Midweek is not called that here. Open it as localhost.\n", { status: 421 });
    },
  };
}

/** Why the port cannot be had, in words for whoever set PORT and HOST. */
export function notListening(error: NodeJS.ErrnoException, { port, host }: Pick<Settings, "port" | "host">): AppError {
  if (error.code === "EADDRINUSE")
    return new AppError("conflict", `port ${port} is taken; choose another with PORT=4700 npm start`);
  return new AppError("invalid", `cannot listen on HOST ${host}, PORT ${port}: ${error.message}`);
}

/** Listens; a port that is taken is the caller's mistake. */
export function listen(
  site: Site,
  settings: Pick<Settings, "port" | "host">,
): Promise<{ address: string; close: () => Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: site.fetch, port: settings.port, hostname: settings.host }, ({ port }) => {
      const host = settings.host === "127.0.0.1" || settings.host === "0.0.0.0" ? "localhost" : settings.host;
      resolve({
        address: `http://${host}:${port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            // Browsers keep connections open; they must not keep the process.
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
    server.on("error", (error) => reject(notListening(error, settings)));
  });
}
