import { createHash } from "node:crypto";
import * as z from "zod";
import { entity, text } from "../entity.ts";
import { tokenKey, tokenListKey, tokensPk } from "../keys.ts";
import type { Table, Write } from "../ports.ts";
import { readAll } from "../read-all.ts";

/** api: asks and does what its member may, over the JSON API. feed: shows a rep's calls to a calendar, and nothing else. */
export const TokenKind = z.enum(["api", "feed"]);
export type TokenKind = z.infer<typeof TokenKind>;

/** A token as it is kept: everything but itself. */
export const Token = z.object({
  id: z.string(),
  memberId: z.string(),
  kind: TokenKind,
  /** What its member calls it. */
  name: z.string().min(1),
  madeAt: z.number(),
  /** Epoch ms, right to the hour. */
  usedAt: z.number().optional(),
});
export type Token = z.infer<typeof Token>;

/** SHA-256 in hex. A token has 256 random bits, so there is nothing to guess it from. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("hex");

export const putToken = (token: Token, hash: string): Write[] => [
  { kind: "put", item: { ...tokenKey(hash), data: Token.parse(token) }, guard: "absent" },
  { kind: "put", item: { ...tokenListKey(token.memberId, token.id), data: { hash } }, guard: "absent" },
];

export const removeToken = (memberId: string, id: string, hash: string): Write[] => [
  { kind: "remove", key: tokenKey(hash) },
  { kind: "remove", key: tokenListKey(memberId, id) },
];

/** Not of a token that was revoked meanwhile. */
export const markUsed = (hash: string, usedAt: number): Write => ({
  kind: "update",
  key: tokenKey(hash),
  set: { usedAt },
  guard: "present",
});

/** The token under this hash, if it is one of this kind. */
export async function tokenUnder(table: Table, hash: string, kind: TokenKind): Promise<Token | undefined> {
  const item = await table.get(tokenKey(hash));
  const token = item && entity<Token>(item);
  return token?.kind === kind ? token : undefined;
}

/** Whose token it is. Whether they are still of the company, their own row says. */
export const memberOfToken = async (table: Table, token: string, kind: TokenKind): Promise<string | undefined> =>
  (await tokenUnder(table, tokenHash(token), kind))?.memberId;

/** Hashes of a member's tokens, by the token's id. */
export async function hashesOf(table: Table, memberId: string): Promise<Map<string, string>> {
  const items = await readAll(table, { pk: tokensPk(memberId) });
  return new Map(items.map((item) => [item.sk, text(item, "hash")]));
}

/** A member's tokens, oldest first. */
export async function tokensOf(table: Table, memberId: string): Promise<Token[]> {
  const items = await table.getMany([...(await hashesOf(table, memberId)).values()].map(tokenKey));
  return items.map(entity<Token>).toSorted((a, b) => a.madeAt - b.madeAt);
}
