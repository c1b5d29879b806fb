import type { Context, Next } from "hono";
import { HTTPException } from "hono/http-exception";
import type { App } from "../../../shared/app.ts";
import { AppError } from "../../../shared/error.ts";
import { mayEnter } from "../../../shared/member/access.ts";
import type { Viewer } from "../../../shared/member/access.ts";
import { viewerOfSession } from "../../../shared/member/session.ts";
import { areaOf } from "../areas.ts";
import type { Env } from "../env.ts";
import { flashOf } from "../flash.ts";
import type { ConsoleOptions } from "../options.ts";
import { chromeOf, chromeOfNobody } from "../reader.ts";
import { ownerIsOut, sessionIn } from "./cookies.ts";
import { OWNER, isOwnMachine } from "./owner.ts";

/** Who comes: who signed in, or else the owner of the machine on it. */
async function whoComes(c: Context<Env>, app: App, options: ConsoleOptions): Promise<Viewer | undefined> {
  const session = sessionIn(c);
  const keys = { keys: app.config.linkKeys, now: app.now() };
  const member = session === undefined ? undefined : await viewerOfSession(app.table, session, keys);
  return member ?? (isOwnMachine(c, options) && !ownerIsOut(c) ? OWNER : undefined);
}

/** Nobody gets to a page, a form or a feed that the table of areas does not let them to. */
export const guard = (app: App, options: ConsoleOptions) => async (c: Context<Env>, next: Next) => {
  const area = areaOf(c.req.path);
  if (area === "token") return next();
  const viewer = await whoComes(c, app, options);
  if (!viewer) {
    c.set("chrome", { ...chromeOfNobody(app.now()), flash: flashOf(c.req.query("done"), undefined) });
    return area === "open" ? next() : turnAway(c);
  }
  c.set("viewer", viewer);
  c.set("chrome", await chromeOf(c, app, options.local));
  if (area === "open") return next();
  if (area === undefined)
    throw new AppError("not-found", "There is no page at this address, or what it showed is gone.");
  if (mayEnter(viewer, area)) return next();
  // Nobody's first step should be a refusal.
  if (c.req.path === "/" && c.req.method === "GET") return c.redirect("/prospects", 303);
  throw new AppError(
    "forbidden",
    `This is not for you as ${AS[viewer.role]}. Whoever is an admin can change that on the page Members.`,
  );
};

const AS: { readonly [role in Viewer["role"]]: string } = {
  rep: "a rep",
  marketing: "somebody of marketing",
  manager: "a manager",
  admin: "an admin",
};

/** A page leads to the sign-in and from there back; what is no page would not know what to do with one. */
function turnAway(c: Context<Env>): Response {
  const wants = c.req.header("Accept") ?? "*/*";
  const isPage = c.req.method === "GET" && /text\/html|\*\/\*/.test(wants);
  if (!isPage)
    throw new HTTPException(401, { message: "You are not signed in, or no longer. Sign in and do it again." });
  const { pathname, search } = new URL(c.req.url);
  const to = pathname + search;
  return c.redirect(to === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(to)}`, 303);
}
