import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { App } from "../../shared/app.ts";
import { getCadences } from "../../shared/cadence/store.ts";
import { getCompany } from "../../shared/company.ts";
import { getReps } from "../../shared/rep/store.ts";
import { sendingPause } from "../../shared/sending/watch.ts";
import { repsSeen, seesWorkOf } from "../../shared/member/access.ts";
import type { Viewer } from "../../shared/member/access.ts";
import type { Chrome, Reader } from "./chrome.ts";
import type { Env } from "./env.ts";
import { flashOf } from "./flash.ts";
import type { LocalWorld } from "./local-world.ts";

const COOKIE = "rep";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Reads who reads and what stands around the page. */
export async function chromeOf(c: Context<Env>, app: App, local: LocalWorld | undefined): Promise<Chrome> {
  const viewer = c.get("viewer");
  // At once: every page waits for them.
  const [company, reps, cadences, pause, moves = []] = await Promise.all([
    getCompany(app.table),
    getReps(app.table),
    getCadences(app.table),
    sendingPause(app),
    local?.time.moves(),
  ]);
  const zone = company?.timeZone ?? app.config.company.timeZone;
  return {
    viewer,
    reader: readerOf(viewer, { reps, chosen: getCookie(c, COOKIE), zone, now: app.now() }),
    path: c.req.path,
    flash: flashOf(c.req.query("done"), c.req.query("about")),
    companySaved: company !== undefined,
    started: cadences.some(({ paused }) => !paused),
    pause,
    local: local !== undefined,
    moves,
  };
}

/** What stands around a page for who has not signed in: nothing that is the company's. */
export const chromeOfNobody = (now: number): Chrome => ({
  viewer: undefined,
  reader: { rep: undefined, reps: [], seen: [], ownerless: false, zone: "UTC", now },
  path: "/sign-in",
  flash: undefined,
  companySaved: true,
  started: true,
  pause: undefined,
  local: false,
  moves: [],
});

/** What a reader is made of: all reps, whom they chose, and the company's zone. */
type Read = Pick<Reader, "reps" | "zone" | "now"> & { readonly chosen: string | undefined };

/** A rep reads their own work and nobody else's; others choose among those they see. */
function readerOf(viewer: Viewer, { reps: all, chosen, zone, now }: Read): Reader {
  const reps = all.toSorted((a, b) => a.name.localeCompare(b.name));
  const seen = repsSeen(viewer, reps);
  const own = viewer.repId === undefined ? undefined : reps.find(({ id }) => id === viewer.repId);
  const rep = viewer.role === "rep" ? own : seen.find(({ id }) => id === chosen);
  const reading = { zone: rep?.timeZone ?? own?.timeZone ?? zone, now };
  return { rep, reps, seen, ownerless: seesWorkOf(viewer, undefined), ...reading };
}

/** Keeps whose work to show; "" = that of all reps. */
export const keepRep = (c: Context, repId: string): void =>
  setCookie(c, COOKIE, repId, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: new URL(c.req.url).protocol === "https:",
    maxAge: YEAR_SECONDS,
  });
