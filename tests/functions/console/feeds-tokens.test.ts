import { describe, expect, test } from "vitest";
import { apiApp } from "../../../functions/api/app.ts";
import { feedsApp } from "../../../functions/api/feeds.ts";
import { memberIdOf } from "../../../shared/member/member.ts";
import { tokensOf } from "../../../shared/member/tokens-store.ts";
import { people } from "../../shared/member/team.ts";
import { SITE, doorOf, signIn } from "./door.ts";
import { deskOf } from "./desk.ts";

const shown = (text: string): string => /<code class="copy"[^>]*>([^<]+)<\/code>/.exec(text)?.[1] ?? "";

describe("tokens on the account page", () => {
  test("a rep makes a calendar address, sees it once, and revokes it", async () => {
    const door = await doorOf();
    const ana = await signIn(door, people.rep);
    const made = await ana.send("/account/tokens", { kind: "feed", "name-feed": "Phone <3" });
    expect(made.status).toBe(201);
    const address = shown(made.text);
    expect(address).toMatch(new RegExp(`^${SITE}/feeds/mwf_[\\w-]{43}\\.ics$`));
    const feeds = feedsApp(door.world.app);
    expect((await feeds.request(address)).status).toBe(200);
    const account = await ana.go("/account");
    expect(account.text).toContain("Phone &lt;3");
    expect(account.text).not.toContain("mwf_");
    expect(account.text).toContain("last used about Mon 23 Nov 2026, 09:00 Lisbon");
    const revoke = /action="(\/account\/tokens\/\w+\/revoke)"/.exec(account.text)?.[1] ?? "";
    const gone = await ana.send(revoke);
    expect(gone.location).toContain("done=token-revoked");
    expect((await ana.go("/account?done=token-revoked")).text).toContain("It opens nothing any more.");
    expect((await feeds.request(address)).status).toBe(404);
    expect((await ana.send(revoke)).status).toBe(404);
  });

  test("a program's token does what its member may", async () => {
    const door = await doorOf();
    const mia = await signIn(door, people.marketing);
    const token = shown((await mia.send("/account/tokens", { kind: "api", "name-api": "CRM" })).text);
    const me = await apiApp(door.world.app).request("/api/v1/me", { headers: { Authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ name: "Mia Berg", role: "marketing" });
  });

  test("who is no rep has no calendar to give away", async () => {
    const door = await doorOf();
    const mia = await signIn(door, people.marketing);
    expect((await mia.go("/account")).text).not.toContain("Your calls in your calendar");
    expect((await mia.send("/account/tokens", { kind: "feed", "name-feed": "Phone" })).status).toBe(403);
  });

  test("nobody revokes another's", async () => {
    const door = await doorOf();
    const ana = await signIn(door, people.rep);
    await ana.send("/account/tokens", { kind: "api", "name-api": "CRM" });
    const [token] = await tokensOf(door.world.app.table, memberIdOf(people.rep));
    const bo = await signIn(door, people.otherRep);
    expect((await bo.send(`/account/tokens/${token?.id}/revoke`)).status).toBe(404);
    expect(await tokensOf(door.world.app.table, memberIdOf(people.rep))).toHaveLength(1);
  });

  test.each([
    ["", "Say in 1 to 60 characters where it will be used."],
    ["x".repeat(61), "Say in 1 to 60 characters where it will be used."],
  ])("a name of %j is refused beside its field", async (name, words) => {
    const ana = await signIn(await doorOf(), people.rep);
    const page = await ana.send("/account/tokens", { kind: "api", "name-api": name });
    expect(page.status).toBe(422);
    expect(page.text).toContain(`id="name-api-error">${words}`);
  });

  test("the owner of a machine is no member and makes none", async () => {
    const { open, send } = await deskOf();
    expect((await open("/account")).text).not.toContain("Tokens for programs");
    expect((await send("/account/tokens", { kind: "api", "name-api": "CRM" })).status).toBe(403);
  });
});
