import { randomBytes } from "node:crypto";
import type { App } from "../app.ts";
import { HOUR } from "../durations.ts";
import { AppError, Conflict } from "../error.ts";
import { newId } from "../id.ts";
import type { Viewer } from "./access.ts";
import { findViewer } from "./store.ts";
import { hashesOf, markUsed, putToken, removeToken, tokenHash, tokenUnder } from "./tokens-store.ts";
import type { TokenKind } from "./tokens-store.ts";

/** Readable, so that whoever finds one in a file or a log knows what it is and where to revoke it. */
const PREFIX: { readonly [kind in TokenKind]: string } = { api: "mwa_", feed: "mwf_" };
const BYTES = 32;
const LONGEST_NAME = 60;
const MOST = 20;

export type TokenOrder = { readonly memberId: string; readonly kind: TokenKind; readonly name: string };

/**
 * A token of 256 random bits by which a program comes in a member's place. Only its hash is kept, so `token` can be shown this once.
 * @throws AppError("invalid") naming the field for a name that is missing or too long, or one token too many
 */
export async function newToken(app: App, { memberId, kind, name }: TokenOrder): Promise<{ token: string; id: string }> {
  const called = name.trim();
  if (!called || called.length > LONGEST_NAME)
    throw new AppError("invalid", `name: say in 1 to ${LONGEST_NAME} characters where it will be used`);
  if ((await hashesOf(app.table, memberId)).size >= MOST)
    throw new AppError("invalid", `name: you have ${MOST} already; revoke one that is no longer used`);
  const token = `${PREFIX[kind]}${randomBytes(BYTES).toString("base64url")}`;
  const id = newId();
  await app.table.write(...putToken({ id, memberId, kind, name: called, madeAt: app.now() }, tokenHash(token)));
  return { token, id };
}

/** From now on the token opens nothing. False: the member has none of that id. */
export async function revokeToken(app: App, memberId: string, id: string): Promise<boolean> {
  const hash = (await hashesOf(app.table, memberId)).get(id);
  if (hash === undefined) return false;
  await app.table.write(...removeToken(memberId, id, hash));
  return true;
}

/** For a member who is removed, so that none of their tokens comes back to life should they ever come back. */
export async function revokeTokens(app: App, memberId: string): Promise<void> {
  const hashes = await hashesOf(app.table, memberId);
  await app.table.writeMany([...hashes].flatMap(([id, hash]) => removeToken(memberId, id, hash)));
}

/** Somebody with this address may come in, as it is at this moment; both rows are read anew. */
async function readViewer(table: App["table"], memberId: string): Promise<Viewer | undefined> {
  return (await findViewer(table, memberId))?.viewer;
}

/**
 * In whose place a program comes, with the role they have now; that it was used is noted once an hour. Undefined for a token that is wrong, of the other
 * kind, revoked, or of somebody who is no longer here.
 */
export async function viewerOfToken(app: App, token: string, kind: TokenKind): Promise<Viewer | undefined> {
  const hash = tokenHash(token);
  const kept = token.startsWith(PREFIX[kind]) ? await tokenUnder(app.table, hash, kind) : undefined;
  const viewer = kept && (await readViewer(app.table, kept.memberId));
  if (!viewer) return undefined;
  if (app.now() - (kept.usedAt ?? -Infinity) < HOUR) return viewer;
  try {
    await app.table.write(markUsed(hash, app.now()));
    return viewer;
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}
