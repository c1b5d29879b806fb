import * as z from "zod";
import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { HOUR } from "../durations.ts";
import { signInCountKey } from "../keys.ts";
import type { Guard, Write } from "../ports.ts";
import type { Member } from "./member.ts";
import { LINK_LASTS, hashOf, newSecret, putSignInLink } from "./sign-in-link.ts";
import { mailSignIn } from "./sign-in-mail.ts";
import { memberByEmail } from "./store.ts";

/** So many links an hour are enough for anybody who mistypes, and too few to fill an inbox with. */
const LINKS_AN_HOUR = 5;

export type SignInRequest = {
  readonly email: string;
  /** The secret in the cookie of the browser that asks. */
  readonly browser: string;
  /** Where to go afterwards, a path of the console. */
  readonly to: string;
  /** Where the console is, without a slash at the end. */
  readonly url: string;
};

/**
 * Mails a link to sign in with, to whom it knows. It says nothing of whether it did: whoever asks may not learn who is a member.
 * @throws Error when the email was not taken, for the log
 */
export async function requestSignIn(app: App, { email, browser, to, url }: SignInRequest): Promise<void> {
  const member = await memberByEmail(app.table, email);
  if (!member) return;
  const count = await counted(app, member.id);
  if (!count) return;
  const token = newSecret();
  const link = { memberId: member.id, browserHash: hashOf(browser), until: app.now() + LINK_LASTS, to };
  try {
    await app.table.write(putSignInLink(token, link), count);
  } catch (error) {
    // Somebody asked for the same member at the same moment, and got theirs.
    if (error instanceof Conflict) return;
    throw error;
  }
  await mailSignIn(app, { member, link: `${url}/sign-in/link/${token}` });
}

/** A link that is good in any browser, for who may see it on the server's own terminal and nowhere else. */
export async function signInLinkByHand(app: App, member: Member, url: string): Promise<string> {
  const token = newSecret();
  await app.table.write(putSignInLink(token, { memberId: member.id, until: app.now() + LINK_LASTS, to: "/" }));
  return `${url}/sign-in/link/${token}`;
}

const Count = z.object({ last: z.number(), askedAt: z.array(z.number()) });

/** One more link of this member's, unless there were enough within the hour. */
async function counted(app: App, memberId: string): Promise<Write | undefined> {
  const now = app.now();
  const key = signInCountKey(memberId);
  const item = await app.table.get(key);
  const before = item && Count.parse(item.data);
  const askedAt = (before?.askedAt ?? []).filter((at) => at > now - HOUR);
  if (askedAt.length >= LINKS_AN_HOUR) return undefined;
  const last = now;
  const guard: Guard = before ? { match: { last: before.last } } : "absent";
  return { kind: "put", item: { ...key, data: { last, askedAt: [...askedAt, now] }, expiresAt: now + HOUR }, guard };
}
