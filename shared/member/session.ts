import { hkdfSync } from "node:crypto";
import { SignJWT, errors, jwtVerify } from "jose";
import type { JWTPayload } from "jose";
import type { LinkKey } from "../config.ts";
import { DAY } from "../durations.ts";
import type { Table } from "../ports.ts";
import type { Viewer } from "./access.ts";
import { findViewer } from "./store.ts";

/** Long enough that nobody is asked weekly, short enough that a lost laptop is not a key for good. */
export const SESSION_LASTS = 30 * DAY;

/** What a seal is for; the same secret seals links in emails, and none of it may pass for another. */
type Purpose = "midweek session" | "midweek sign-in elsewhere";

const ALGORITHM = "HS256";

const keyFor = (key: LinkKey, purpose: Purpose): Uint8Array =>
  new Uint8Array(hkdfSync("sha256", key.secret, "", purpose, 32));

type Sealing = { readonly keys: readonly LinkKey[]; readonly purpose: Purpose; readonly now: number };

/** A signed statement for a cookie; the first key signs. Not secret: whoever holds it can read it. */
export function seal(claims: JWTPayload, { keys, purpose, now }: Sealing, lasts: number): Promise<string> {
  const key = keys[0];
  if (!key) throw new Error("there is no key to sign with");
  return new SignJWT(claims)
    .setProtectedHeader({ alg: ALGORITHM, kid: key.id })
    .setIssuedAt(now / 1000)
    .setExpirationTime((now + lasts) / 1000)
    .sign(keyFor(key, purpose));
}

/** What was sealed, unless it is over or not as any of our keys sealed it. Never throws, whatever the text. */
export async function unseal(token: string, { keys, purpose, now }: Sealing): Promise<JWTPayload | undefined> {
  if (token.length > 4096 || !isCanonical(token)) return undefined;
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.find(({ id }) => id === kid);
        if (!key) throw new errors.JWSInvalid("no key of ours");
        return keyFor(key, purpose);
      },
      { algorithms: [ALGORITHM], currentDate: new Date(now), requiredClaims: ["iat", "exp"] },
    );
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** The last character of base64url may carry bits that mean nothing; a seal has one spelling only. */
const isCanonical = (token: string): boolean =>
  token.split(".").every((part) => Buffer.from(part, "base64url").toString("base64url") === part);

type Keys = Pick<Sealing, "keys" | "now">;

/** What the browser keeps of who signed in. */
export const newSession = (memberId: string, { keys, now }: Keys): Promise<string> =>
  seal({ sub: memberId }, { keys, now, purpose: "midweek session" }, SESSION_LASTS);

/** Who is signed in with it now: nobody once it is over, was signed out everywhere, or its member is gone. */
export async function viewerOfSession(table: Table, token: string, { keys, now }: Keys): Promise<Viewer | undefined> {
  const claims = await unseal(token, { keys, now, purpose: "midweek session" });
  if (!claims?.sub || claims.iat === undefined) return undefined;
  const found = await findViewer(table, claims.sub);
  const over = found?.member.signedOutAt ?? 0;
  return Math.round(claims.iat * 1000) > over ? found?.viewer : undefined;
}
