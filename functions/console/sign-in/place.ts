import type { Context } from "hono";
import type { App } from "../../../shared/app.ts";
import { isLoopback } from "../../../shared/loopback.ts";
import type { ConsoleOptions } from "../options.ts";

/**
 * Where the console is, without a slash at the end. As it was set up and never as the request says, or whoever asks could have a link mailed that leads
 * to them; only the names of one's own machine may stand for each other, because a browser keeps cookies for each apart.
 */
export function consoleUrl(c: Context, app: App, { url = app.config.publicUrl }: ConsoleOptions): string {
  const asked = new URL(c.req.url);
  return isLoopback(asked.hostname) && isLoopback(new URL(url).hostname) ? asked.origin : url;
}

/** Does the browser come over TLS? Something before us may have ended it. */
export function isHttps(c: Context, app: App, options: ConsoleOptions): boolean {
  const asked = new URL(c.req.url);
  const known = new URL(options.url ?? app.config.publicUrl);
  return asked.protocol === "https:" || (asked.hostname === known.hostname && known.protocol === "https:");
}
