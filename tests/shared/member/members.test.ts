import { beforeEach, describe, expect, test } from "vitest";
import { removeMember } from "../../../shared/member/remove-member.ts";
import { setMember } from "../../../shared/member/set-member.ts";
import { findViewer, getMembers, memberByEmail } from "../../../shared/member/store.ts";
import { memberIdOf } from "../../../shared/member/member.ts";
import { newToken, viewerOfToken } from "../../../shared/member/tokens.ts";
import { getRep } from "../../../shared/rep/store.ts";
import { ana, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { fillTeam, people } from "./team.ts";

let world: TestWorld;
beforeEach(async () => {
  world = await testWorld();
});

const refusal = (kind: string, message: RegExp) =>
  expect.objectContaining({ kind, message: expect.stringMatching(message) });

describe("who may sign in", () => {
  test("every rep may, without a word said of them", async () => {
    expect(await getMembers(world.app.table)).toEqual([
      { id: memberIdOf(ana.email), name: "Ana Sousa", email: ana.email, role: "rep" },
    ]);
    const found = await findViewer(world.app.table, memberIdOf(ana.email));
    expect(found?.viewer).toMatchObject({ role: "rep", repId: "ana", email: ana.email });
  });

  test("somebody let in may, however their address is written", async () => {
    await setMember(world.app, { email: " Ada@Northgate.example ", name: "Ada Holm", role: "admin" });
    expect(await memberByEmail(world.app.table, "ADA@northgate.EXAMPLE")).toMatchObject({
      email: "ada@northgate.example",
      role: "admin",
    });
    expect(await memberByEmail(world.app.table, "eve@northgate.example")).toBeUndefined();
  });

  test("a rep who becomes a manager stays that rep", async () => {
    await setMember(world.app, { email: ana.email, role: "manager", team: "North" });
    const found = await findViewer(world.app.table, memberIdOf(ana.email));
    expect(found?.viewer).toMatchObject({ role: "manager", repId: "ana", team: "North", name: "Ana Sousa" });
    expect(await getMembers(world.app.table)).toHaveLength(1);
  });

  test("what is left out stays as it was; an empty team is none", async () => {
    await fillTeam(world);
    await setMember(world.app, { email: people.manager, name: "Nora V. Vik" });
    expect(await memberByEmail(world.app.table, people.manager)).toMatchObject({ role: "manager", team: "North" });
    await setMember(world.app, { email: people.manager, team: "" });
    expect((await memberByEmail(world.app.table, people.manager))?.team).toBeUndefined();
  });

  test("a rep's team is the rep's own, for whoever manages it", async () => {
    await setMember(world.app, { email: ana.email, team: "North" });
    expect((await getRep(world.app.table, "ana"))?.team).toBe("North");
  });
});

test.each([
  [{ email: "ada", name: "Ada", role: "admin" }, /^email: /],
  [{ email: "ada@northgate.example", role: "admin" }, /^name: /],
  [{ email: "ada@northgate.example", name: "Ada", role: "boss" }, /^role: .*rep, marketing, manager, admin/],
  [{ email: "ada@northgate.example", name: "Ada" }, /^role: /],
  [{ email: "ada@northgate.example", name: "Ada", role: "rep" }, /^role: .*is no rep yet/],
  [{ email: "ada@northgate.example", name: "Ada", role: "manager", team: "x".repeat(81) }, /^team: /],
])("%o is refused by its field and nobody is let in", async (change, message) => {
  await expect(setMember(world.app, change)).rejects.toEqual(refusal("invalid", message));
  expect(await getMembers(world.app.table)).toHaveLength(1);
});

describe("the last admin", () => {
  beforeEach(() => fillTeam(world));

  test("can be neither removed nor made something else", async () => {
    await expect(removeMember(world.app, people.admin)).rejects.toEqual(refusal("conflict", /last admin/));
    await expect(setMember(world.app, { email: people.admin, role: "rep" })).rejects.toEqual(
      refusal("invalid", /no rep/),
    );
    await expect(setMember(world.app, { email: people.admin, role: "manager" })).rejects.toEqual(
      refusal("conflict", /last admin/),
    );
    expect(await memberByEmail(world.app.table, people.admin)).toMatchObject({ role: "admin" });
  });

  test("of two, one may go but not both at once", async () => {
    await setMember(world.app, { email: people.manager, role: "admin" });
    const both = await Promise.allSettled([
      setMember(world.app, { email: people.admin, role: "marketing" }),
      setMember(world.app, { email: people.manager, role: "manager" }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await getMembers(world.app.table)).filter(({ role }) => role === "admin")).toHaveLength(1);
  });
});

describe("removing", () => {
  beforeEach(() => fillTeam(world));

  test("nobody comes in as them any more, and no token of theirs comes back with them", async () => {
    const memberId = memberIdOf(people.marketing);
    const { token } = await newToken(world.app, { memberId, kind: "api", name: "CRM" });
    expect(await viewerOfToken(world.app, token, "api")).toMatchObject({ role: "marketing" });
    expect(await removeMember(world.app, people.marketing)).toBe("removed");
    expect(await memberByEmail(world.app.table, people.marketing)).toBeUndefined();
    await setMember(world.app, { email: people.marketing, name: "Mia Berg", role: "marketing" });
    expect(await viewerOfToken(world.app, token, "api")).toBeUndefined();
  });

  test("a rep stays a rep", async () => {
    await setMember(world.app, { email: ana.email, role: "manager" });
    expect(await removeMember(world.app, ana.email)).toBe("only-rep");
    expect(await memberByEmail(world.app.table, ana.email)).toMatchObject({ role: "rep" });
  });

  test("nobody is said", async () => {
    await expect(removeMember(world.app, "eve@northgate.example")).rejects.toEqual(refusal("not-found", /^email: /));
  });
});
