import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { MINUTE } from "../durations.ts";
import { signInKey } from "../keys.ts";
import type { Item, Write } from "../ports.ts";

/** Long enough to find the email, short enough that an inbox somebody gets into later opens nothing. */
export const LINK_LASTS = 15 * MINUTE;

/** A link to sign in with, as it is kept: of the secrets only hashes. */
export const SignInLink = z.object({
  memberId: z.string().min(1),
  /** Of what the browser keeps that asked; none = good in any browser, for links that were never mailed. */
  browserHash: z.string().optional(),
  /** Epoch ms. */
  until: z.number(),
  /** Where to go then: a path of the console. */
  to: z.string(),
});
export type SignInLink = z.infer<typeof SignInLink>;

/** 256 random bits, fit for a link and a cookie. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

export const isSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

export const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

export const putSignInLink = (token: string, link: SignInLink): Write => {
  // The row may stay a while longer: when a link is over is ours to say.
  const item: Item = { ...signInKey(hashOf(token)), data: SignInLink.parse(link), expiresAt: link.until + MINUTE };
  return { kind: "put", item, guard: "absent" };
};

/** Did this browser ask for it? */
export function isFrom({ browserHash }: SignInLink, browser: string | undefined): boolean {
  if (browserHash === undefined) return true;
  return browser !== undefined && timingSafeEqual(Buffer.from(hashOf(browser)), Buffer.from(browserHash));
}
