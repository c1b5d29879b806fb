import { describe, expect, test } from "vitest";
import { people } from "../../shared/member/team.ts";
import { doorOf, signIn } from "./door.ts";

const HERE = "http://localhost:4600";
const OWNER = "Signed in as the owner of this machine, because you opened it on localhost.";

const doorHere = () => doorOf({ owner: true }, HERE);

describe("on one's own machine", () => {
  test.each([HERE, "http://127.0.0.1:4600", "http://[::1]:4600"])(
    "%s is opened as the owner, and says so",
    async (site) => {
      const page = await (await doorHere()).browser(site).go("/members");
      expect(page.status).toBe(200);
      expect(page.text).toContain(OWNER);
    },
  );

  test.each([
    "http://midweek.northgate.example",
    "http://localhost.evil.example:4600",
    "http://192.168.1.20:4600",
    "http://0.0.0.0:4600",
  ])("under %s nobody is the owner", async (site) => {
    const browser = (await doorHere()).browser(site);
    expect((await browser.go("/members")).location).toBe("/sign-in?to=%2Fmembers");
    expect((await browser.go("/sign-in")).text).not.toContain("owner of this machine");
    expect((await browser.send("/sign-in/owner")).status).toBe(403);
    expect((await browser.go("/members")).status).toBe(303);
  });

  test.each(["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via", "X-Real-IP"])(
    "what a proxy passes on, as its %s tells, makes nobody the owner",
    async (header) => {
      const browser = (await doorHere()).browser();
      expect((await browser.go("/members", { [header]: "for=203.0.113.9" })).status).toBe(303);
      expect((await browser.send("/sign-in/owner", {}, { [header]: "for=203.0.113.9" })).status).toBe(403);
    },
  );

  test("a form of another site does nothing", async () => {
    const browser = (await doorHere()).browser();
    const headers = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    expect((await browser.send("/members", { email: "eve@evil.example", role: "admin" }, headers)).status).toBe(403);
    expect((await browser.go("/members")).text).not.toContain("eve@evil.example");
  });

  test("signing out is possible, and going on as the owner too", async () => {
    const browser = (await doorHere()).browser();
    expect((await browser.go("/account")).text).toContain(OWNER);
    expect((await browser.send("/sign-out")).location).toBe("/sign-in?done=signed-out");
    expect((await browser.go("/")).location).toBe("/sign-in");
    expect((await browser.go("/sign-in")).text).toContain("Continue as the owner of this machine");
    expect((await browser.send("/sign-in/owner")).status).toBe(303);
    expect((await browser.go("/")).text).toContain(OWNER);
  });

  test("who signs in as a member is that member and no longer the owner", async () => {
    const door = await doorHere();
    const browser = await signIn(door, people.rep);
    const page = await browser.go("/account");
    expect(page.text).toContain("ana@northgate.example");
    expect(page.text).not.toContain("owner of this machine");
    expect((await browser.go("/members")).status).toBe(403);
  });

  test("a link that was asked for under one name of the machine leads to that name", async () => {
    const door = await doorHere();
    const browser = door.browser("http://127.0.0.1:4600");
    await browser.send("/sign-in", { email: people.rep });
    expect((await browser.send(door.links()[0] ?? "")).status).toBe(303);
    expect(browser.cookies.has("midweek")).toBe(true);
  });
});

test("where it was not said that nobody else can reach it, localhost signs in like everybody", async () => {
  const browser = (await doorOf({}, "https://desk.northgate.example")).browser(HERE);
  expect((await browser.go("/")).location).toBe("/sign-in");
  expect((await browser.go("/sign-in")).text).not.toContain("owner of this machine");
  expect((await browser.send("/sign-in/owner")).status).toBe(403);
});
