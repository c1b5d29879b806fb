import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { HOUR, MINUTE } from "../../../shared/durations.ts";
import { SESSION_LASTS } from "../../../shared/member/session.ts";
import { isSecret, newSecret } from "../../../shared/member/sign-in-link.ts";

/** Who is signed in. */
const SESSION = "midweek";
/** Which browser asked for a link; says nothing of who. */
const BROWSER = "midweek-browser";
/** On the way to the company's own provider and back. */
const ELSEWHERE = "midweek-elsewhere";
/** The owner of this machine wants to be signed out. */
const OWNER_OUT = "midweek-owner-out";

/** Longer than a link lasts, so that "in the browser where you asked for it" is never said of that browser. */
const BROWSER_LASTS = HOUR;
export const ELSEWHERE_LASTS = 10 * MINUTE;

/** `https`: the browser came over TLS, even where something before us ended it. */
type Kept = { readonly value: string; readonly lasts: number; readonly https: boolean };

const keep = (c: Context, name: string, { value, lasts, https }: Kept): void =>
  setCookie(c, name, value, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: https,
    maxAge: Math.floor(lasts / 1000),
  });

const drop = (c: Context, name: string): void => void deleteCookie(c, name, { path: "/" });

export const sessionIn = (c: Context): string | undefined => getCookie(c, SESSION);

/** From here on the browser is signed in, and as nobody else. */
export function keepSession(c: Context, value: string, https: boolean): void {
  keep(c, SESSION, { value, lasts: SESSION_LASTS, https });
  drop(c, OWNER_OUT);
}

export const dropSession = (c: Context): void => drop(c, SESSION);

export function browserIn(c: Context): string | undefined {
  const secret = getCookie(c, BROWSER);
  return secret !== undefined && isSecret(secret) ? secret : undefined;
}

/** The same browser stays the same, so that of several links it asked for each works. */
export function keepBrowser(c: Context, https: boolean): string {
  const value = browserIn(c) ?? newSecret();
  keep(c, BROWSER, { value, lasts: BROWSER_LASTS, https });
  return value;
}

export const ownerIsOut = (c: Context): boolean => getCookie(c, OWNER_OUT) !== undefined;

export const keepOwnerOut = (c: Context): void =>
  keep(c, OWNER_OUT, { value: "1", lasts: SESSION_LASTS, https: false });

export const letOwnerIn = (c: Context): void => drop(c, OWNER_OUT);

export const elsewhereIn = (c: Context): string | undefined => getCookie(c, ELSEWHERE);

export const keepElsewhere = (c: Context, value: string, https: boolean): void =>
  keep(c, ELSEWHERE, { value, lasts: ELSEWHERE_LASTS, https });

export const dropElsewhere = (c: Context): void => drop(c, ELSEWHERE);
