import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { App } from "../../shared/app.ts";
import { getCompany } from "../../shared/company.ts";
import type { Company } from "../../shared/config.ts";
import { getReps } from "../../shared/rep/store.ts";
import { sendingPause } from "../../shared/sending/watch.ts";
import type { Chrome, Reader } from "./chrome.ts";
import { flashOf } from "./flash.ts";
import type { LocalWorld } from "./local-world.ts";

const COOKIE = "rep";
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Reads who reads and what stands around the page. */
export async function chromeOf(c: Context, app: App, local: LocalWorld | undefined): Promise<Chrome> {
  const company = await getCompany(app.table);
  return {
    reader: await readerOf(app, getCookie(c, COOKIE), company),
    path: c.req.path,
    flash: flashOf(c.req.query("done"), c.req.query("about")),
    companySaved: company !== undefined,
    pause: await sendingPause(app),
    local: local !== undefined,
    moves: (await local?.time.moves()) ?? [],
  };
}

async function readerOf(app: App, repId: string | undefined, company: Company | undefined): Promise<Reader> {
  const reps = await getReps(app.table);
  const rep = reps.find(({ id }) => id === repId);
  const zone = rep?.timeZone ?? company?.timeZone ?? app.config.company.timeZone;
  return { rep, reps: reps.toSorted((a, b) => a.name.localeCompare(b.name)), zone, now: app.now() };
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
