import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { DAY } from "../../../shared/durations.ts";
import { rotated } from "../../../shared/link-keys.ts";
import { memberIdOf } from "../../../shared/member/member.ts";
import { removeMember } from "../../../shared/member/remove-member.ts";
import { newSession, seal, viewerOfSession } from "../../../shared/member/session.ts";
import { setMember } from "../../../shared/member/set-member.ts";
import { signOutEverywhere } from "../../../shared/member/sign-out.ts";
import type { LinkKey } from "../../../shared/config.ts";
import { ana, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { fillTeam, people } from "./team.ts";

let world: TestWorld;
let session: string;
beforeEach(async () => {
  world = await testWorld();
  await fillTeam(world);
  session = await sessionOf(people.manager);
});

const sessionOf = (email: string) => newSession(memberIdOf(email), { keys: keys(), now: world.app.now() });
const keys = (): readonly LinkKey[] => world.app.config.linkKeys;
const who = (token: string, known = keys()) =>
  viewerOfSession(world.app.table, token, { keys: known, now: world.app.now() });
const later = (by: number) => world.pass(world.app.now() + by);

test("a session says who it is until thirty days are over", async () => {
  expect(await who(session)).toMatchObject({ name: "Nora Vik", role: "manager", team: "North" });
  await later(30 * DAY - 1000);
  expect(await who(session)).toMatchObject({ name: "Nora Vik" });
  await later(2000);
  expect(await who(session)).toBeUndefined();
});

test("a session with any character changed is nobody's", async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(session.length - 1), fc.stringMatching(/^[\w.=%-]$/), async (at, character) => {
      fc.pre(session[at] !== character);
      expect(await who(session.slice(0, at) + character + session.slice(at + 1))).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test("a session has one spelling: the last character of a part may not stand for another with the same meaning", async () => {
  const ends = [...session.matchAll(/.(?=\.|$)/g)].map(({ index }) => index);
  expect(ends).toHaveLength(3);
  for (const at of ends)
    for (const character of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
      if (character !== session[at])
        expect(await who(session.slice(0, at) + character + session.slice(at + 1))).toBeUndefined();
});

test("any other text is nobody's and breaks nothing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
      expect(await who(text)).toBeUndefined();
    }),
    { numRuns: 50 },
  );
  expect(await who(`${session}${"a".repeat(5000)}`)).toBeUndefined();
});

test("an unsigned session, and one that was sealed for another purpose, are nobody's", async () => {
  const [, claims] = session.split(".");
  const none = Buffer.from(JSON.stringify({ alg: "none", kid: "k1" })).toString("base64url");
  expect(await who(`${none}.${claims}.`)).toBeUndefined();
  const purpose = "midweek sign-in elsewhere" as const;
  const other = await seal({ sub: memberIdOf(people.admin) }, { keys: keys(), now: world.app.now(), purpose }, DAY);
  expect(await who(other)).toBeUndefined();
});

describe("when keys are rotated", () => {
  test("old sessions go on and new ones are sealed with the new key, until the old key is gone", async () => {
    const next = rotated(keys());
    expect(await who(session, next)).toMatchObject({ name: "Nora Vik" });
    const fresh = await newSession(memberIdOf(people.manager), { keys: next, now: world.app.now() });
    expect(await who(fresh, next)).toMatchObject({ name: "Nora Vik" });
    expect(await who(fresh)).toBeUndefined();
    expect(await who(session, next.slice(0, 1))).toBeUndefined();
  });
});

describe("it acts at once when", () => {
  test("a role is changed", async () => {
    await setMember(world.app, { email: people.manager, role: "marketing" });
    expect(await who(session)).toMatchObject({ role: "marketing" });
  });

  test("somebody is removed, even should they come back later", async () => {
    await removeMember(world.app, people.manager);
    expect(await who(session)).toBeUndefined();
    await setMember(world.app, { email: people.manager, name: "Nora Vik", role: "manager" });
    await later(1000);
    session = await sessionOf(people.manager);
    await removeMember(world.app, people.manager);
    await later(1000);
    await setMember(world.app, { email: people.manager, name: "Nora Vik", role: "admin" });
    expect(await who(session)).toBeUndefined();
    await later(1000);
    expect(await who(await sessionOf(people.manager))).toMatchObject({ role: "admin" });
  });

  test("what a rep was besides is taken away", async () => {
    await setMember(world.app, { email: ana.email, role: "manager" });
    const asManager = await sessionOf(ana.email);
    await later(1000);
    await removeMember(world.app, ana.email);
    expect(await who(asManager)).toBeUndefined();
  });

  test.each([people.manager, ana.email])("%s signs out everywhere; signing in again works", async (email) => {
    const sessions = [await sessionOf(email), await sessionOf(email)];
    await later(1000);
    await signOutEverywhere(world.app, memberIdOf(email));
    expect(await Promise.all(sessions.map((one) => who(one)))).toEqual([undefined, undefined]);
    await later(1000);
    expect(await who(await sessionOf(email))).toMatchObject({ email });
  });
});
