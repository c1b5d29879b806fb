import { serve } from "@hono/node-server";
import { consoleApp } from "../../functions/console/app.tsx";
import { trackApp } from "../../functions/track/app.ts";
import { AppError } from "../../shared/error.ts";
import type { Heartbeat } from "./heartbeat.ts";
import { localWorld } from "./local-world.ts";
import type { OpenWorld } from "./open-world.ts";
import type { Settings } from "./settings.ts";

export type Site = { readonly fetch: (request: Request) => Response | Promise<Response> };

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Under what names the console may be asked for: on loopback its own and no others, or a page elsewhere could have its name lead here
 * and read along (there is no sign-in yet). Who listens wider has said so and may be called anything.
 */
function mayAsk(host: string, publicUrl: string): (hostname: string) => boolean {
  const names = new Set([...LOOPBACK, new URL(publicUrl).hostname]);
  return LOOPBACK.has(host) ? (hostname) => names.has(hostname) : () => true;
}

/** Prospects' links and the console under one address, each with its own headers and errors. */
export function siteOf(world: OpenWorld, heartbeat: Heartbeat, host = "127.0.0.1"): Site {
  const track = trackApp(world.app);
  const desk = consoleApp(world.app, localWorld(world, heartbeat));
  const known = mayAsk(host, world.app.config.publicUrl);
  return {
    fetch: (request) => {
      const { hostname, pathname } = new URL(request.url);
      if (/^\/[ocup]\//.test(pathname)) return track.fetch(request);
      if (known(hostname)) return desk.fetch(request);
      return new Response("Midweek is not called that here. Open it as localhost.\n", { status: 421 });
    },
  };
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
    server.on("error", (error: NodeJS.ErrnoException) => {
      const taken = error.code === "EADDRINUSE";
      reject(
        taken
          ? new AppError("conflict", `port ${settings.port} is taken; choose another with PORT=4700 npm start`)
          : error,
      );
    });
  });
}
