import { expect, test } from "vitest";
import { tokenKey } from "../../../shared/keys.ts";
import { memberIdOf } from "../../../shared/member/member.ts";
import { putMember } from "../../../shared/member/store.ts";
import { removeMember } from "../../../shared/member/remove-member.ts";
import { memberOfToken, tokenHash, tokensOf } from "../../../shared/member/tokens-store.ts";
import { newToken, revokeToken, viewerOfToken } from "../../../shared/member/tokens.ts";
import { viewerOf } from "../../../shared/member/viewer.ts";
import { MONDAY, ana, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const email = "mia@northgate.example";
const mia = memberIdOf(email);
const boss = "boss@northgate.example";

async function worldWithMia(): Promise<TestWorld["app"]> {
  const { app } = await testWorld();
  await app.table.write(
    putMember({ id: mia, name: "Mia", email, role: "manager", team: "north" }),
    putMember({ id: memberIdOf(boss), name: "Boss", email: boss, role: "admin" }),
  );
  return app;
}

test("a token is random and readable, and only its hash is kept", async () => {
  const app = await worldWithMia();
  const { token, id } = await newToken(app, { memberId: mia, kind: "api", name: " CRM " });
  expect(token).toMatch(/^mwa_[\w-]{43}$/);
  expect((await newToken(app, { memberId: mia, kind: "feed", name: "Phone" })).token).toMatch(/^mwf_[\w-]{43}$/);
  const row = await app.table.get(tokenKey(tokenHash(token)));
  expect(row?.data).toEqual({ id, memberId: mia, kind: "api", name: "CRM", madeAt: MONDAY });
  expect(JSON.stringify(await app.table.query({ pk: `TOKENS#${mia}` }))).not.toContain(token.slice(4));
});

test("it speaks for its member with the role they have at that moment", async () => {
  const app = await worldWithMia();
  const { token } = await newToken(app, { memberId: mia, kind: "api", name: "CRM" });
  expect(await memberOfToken(app.table, token, "api")).toBe(mia);
  expect(await viewerOfToken(app, token, "api")).toMatchObject({ memberId: mia, role: "manager", team: "north" });
  await app.table.write(putMember({ id: mia, name: "Mia", email, role: "marketing" }));
  expect(await viewerOfToken(app, token, "api")).toMatchObject({ role: "marketing" });
});

test("of a member who is removed it opens nothing, and does not when they come back", async () => {
  const app = await worldWithMia();
  const { token } = await newToken(app, { memberId: mia, kind: "api", name: "CRM" });
  await removeMember(app, email);
  expect(await viewerOfToken(app, token, "api")).toBeUndefined();
  await app.table.write(putMember({ id: mia, name: "Mia", email, role: "admin" }));
  expect(await viewerOfToken(app, token, "api")).toBeUndefined();
});

test("a token of one kind is none of the other, and revoked it is none at all", async () => {
  const app = await worldWithMia();
  const { token, id } = await newToken(app, { memberId: mia, kind: "feed", name: "Phone" });
  expect(await viewerOfToken(app, token, "api")).toBeUndefined();
  expect(await memberOfToken(app.table, token, "api")).toBeUndefined();
  expect(await revokeToken(app, "somebody-else", id)).toBe(false);
  expect(await viewerOfToken(app, token, "feed")).toBeDefined();
  expect(await revokeToken(app, mia, id)).toBe(true);
  expect(await viewerOfToken(app, token, "feed")).toBeUndefined();
  expect(await tokensOf(app.table, mia)).toEqual([]);
});

test("it needs a name, and there are twenty at most", async () => {
  const app = await worldWithMia();
  const make = (name: string) => newToken(app, { memberId: mia, kind: "api", name });
  await expect(make("  ")).rejects.toMatchObject({ kind: "invalid", message: expect.stringMatching(/^name: /) });
  await expect(make("x".repeat(61))).rejects.toMatchObject({ kind: "invalid" });
  for (let made = 0; made < 20; made += 1) await make(`Program ${made}`);
  await expect(make("One more")).rejects.toMatchObject({ message: expect.stringContaining("20") });
  expect((await tokensOf(app.table, mia)).map(({ name }) => name)).toHaveLength(20);
});

test("a rep is a member without a row, and a row says more", () => {
  const north = { ...ana, team: "north" };
  expect(viewerOf(undefined, north)).toMatchObject({ role: "rep", repId: "ana", team: "north" });
  const row = { id: "m", name: "Ana", email: ana.email, role: "manager" as const };
  // A manager of all teams, whatever team they call in.
  expect(viewerOf(row, north)).toMatchObject({ role: "manager", repId: "ana", team: undefined });
  expect(viewerOf({ ...row, team: "south" }, undefined)).toMatchObject({ repId: undefined, team: "south" });
  expect(viewerOf(undefined, undefined)).toBeUndefined();
});
