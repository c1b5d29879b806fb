import type { Context } from "hono";
import type { App } from "../../shared/app.ts";
import { readLink } from "../../shared/link.ts";
import type { Link } from "../../shared/link.ts";

/** What the token in the address allows, if it was made for this kind of address. */
export function linkOf(app: App, c: Context, kind: Link["kind"]): Link | undefined {
  const link = readLink(app.config.linkKeys, c.req.param("token") ?? "");
  return link?.kind === kind ? link : undefined;
}
