import { Hono } from "hono";
import type { Context } from "hono";
import { etag } from "hono/etag";
import { secureHeaders } from "hono/secure-headers";
import type { App } from "../../shared/app.ts";
import { calendarOf, inCalendar } from "../../shared/call/calendar.ts";
import { repDay } from "../../shared/call/rep-day.ts";
import { dayAround } from "../../shared/time.ts";
import { promisesDue } from "../../shared/call/promise-store.ts";
import { mayEnter } from "../../shared/member/access.ts";
import { viewerOfToken } from "../../shared/member/tokens.ts";
import { getProspects } from "../../shared/prospect/store.ts";
import { getRep } from "../../shared/rep/store.ts";

const CALENDAR = {
  "Content-Type": "text/calendar; charset=utf-8",
  "Content-Disposition": 'inline; filename="calls.ics"',
};

/** The same for whatever is wrong with the address, so that nothing is to be learned from it. */
const nothingHere = (c: Context) => c.text("There is no calendar at this address, or no longer.\n", 404);

const headers = secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"] }, strictTransportSecurity: false });

/** `/feeds/<token>.ics`: a rep's calls for their own calendar. The address is the key to it, and is revoked on the account page. */
export function feedsApp(app: App): Hono {
  const feeds = new Hono();
  feeds.notFound(nothingHere);
  feeds.onError((error, c) => {
    // oxlint-disable-next-line no-console -- the log is the only place where the details may stand
    console.error(error);
    return c.text("Midweek could not make this calendar. The details are in its log.\n", 500);
  });
  feeds.use(headers, async (c, next) => {
    await next();
    c.header("Cache-Control", "private, no-cache");
    c.header("X-Robots-Tag", "noindex, nofollow");
    c.header("Referrer-Policy", "no-referrer");
  });
  feeds.get("/feeds/:file", etag(), async (c) => {
    const token = /^([\w-]{20,100})\.ics$/.exec(c.req.param("file"))?.[1];
    const calendar = token && (await calendarFor(app, token));
    return calendar ? c.body(calendar, 200, CALENDAR) : nothingHere(c);
  });
  return feeds;
}

async function calendarFor(app: App, token: string): Promise<string | undefined> {
  const viewer = await viewerOfToken(app, token, "feed");
  const rep = viewer?.repId === undefined ? undefined : await getRep(app.table, viewer.repId);
  if (!viewer || !rep || !mayEnter(viewer, "calls")) return undefined;
  const [{ groups }, promises] = await Promise.all([repDay(app, rep), promisesDue(app.table, rep.id)]);
  const calls = inCalendar(groups, dayAround(rep.timeZone, app.now()));
  const ids = new Set([...calls, ...promises].map(({ prospectId }) => prospectId));
  const prospects = await getProspects(app.table, [...ids]);
  return calendarOf({ rep, calls, promises, prospects, consoleUrl: app.config.publicUrl });
}
