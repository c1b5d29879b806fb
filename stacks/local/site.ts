import { serve } from "@hono/node-server";
import { programsApp } from "../../functions/api/programs.ts";
import { consoleApp } from "../../functions/console/app.tsx";
import { joinApp } from "../../functions/join/app.tsx";
import { trackApp } from "../../functions/track/app.ts";
import { AppError } from "../../shared/error.ts";
import type { Heartbeat } from "./heartbeat.ts";
import { localWorld } from "./local-world.ts";
import type { OpenWorld } from "./open-world.ts";
import { isLoopback } from "../../shared/loopback.ts";
import { isOnlyHere } from "./settings.ts";
import type { Settings } from "./settings.ts";

export type Site = { readonly fetch: (request: Request, env?: object) => Response | Promise<Response> };

/** How this machine is reached, and who else says who somebody is. */
export type SiteSettings = Pick<Settings, "host"> & Partial<Pick<Settings, "oidc">>;

/**
 * May the console be asked for under this name? On loopback only under loopback's own and the public one: a page elsewhere could have its own name lead
 * here. Who listens wider has said so.
 */
const mayAsk = (host: string, publicUrl: string, hostname: string): boolean =>
  !isLoopback(host) || isLoopback(hostname) || hostname === new URL(publicUrl).hostname;

/** After the answer, so that how long it takes tells nobody whether there was an email to send. */
const deliver = async (work: () => Promise<void>): Promise<void> => void setImmediate(() => void work());

/** Prospects' links and the console under one address, each with its own headers and errors. */
export function siteOf(
  world: OpenWorld,
  heartbeat: Heartbeat,
  { host, oidc }: SiteSettings = { host: "127.0.0.1" },
): Site {
  const { publicUrl } = world.app.config;
  const track = trackApp(world.app);
  const join = joinApp(world.app);
  const programs = programsApp(world.app);
  const owner = isOnlyHere({ host, publicUrl });
  const desk = consoleApp(world.app, { local: localWorld(world, heartbeat), owner, oidc, deliver });
  return {
    fetch: (request, env) => {
      const { hostname, pathname } = new URL(request.url);
      if (/^\/[ocump]\//.test(pathname)) return track.fetch(request, env);
      if (pathname.startsWith("/join/")) return join.fetch(request);
      if (mayAsk(host, publicUrl, hostname))
        return /^\/(?:api|feeds)\//.test(pathname) ? programs.fetch(request) : desk.fetch(request);
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
