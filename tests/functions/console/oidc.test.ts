import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { MINUTE } from "../../../shared/durations.ts";
import { providerOnLoopback } from "../../fixtures/provider.ts";
import type { LocalProvider } from "../../fixtures/provider.ts";
import { people } from "../../shared/member/team.ts";
import { doorOf } from "./door.ts";
import type { Browser, Door, Page } from "./door.ts";

const HERE = "http://localhost:4600";
const client = {
  clientId: "midweek",
  clientSecret: "a secret that the provider gave us",
  redirectUri: `${HERE}/sign-in/oidc/callback`,
};

let provider: LocalProvider;
let door: Door;
beforeAll(async () => {
  vi.spyOn(console, "warn").mockReturnValue();
  vi.spyOn(console, "info").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
  provider = await providerOnLoopback({ ...client, inIdToken: false });
});
afterAll(() => provider.close());
beforeEach(async () => {
  provider.account = { email: people.manager, email_verified: true };
  door = await doorAt(provider.issuer);
});

const doorAt = (issuer: string): Promise<Door> => doorOf({ oidc: { issuer, ...client } }, HERE);

/** To the provider and to where it sends the browser back: a path of the console. */
async function there(browser: Browser, to = "/", at = provider): Promise<string> {
  const sent = await browser.go(`/sign-in/oidc?to=${encodeURIComponent(to)}`);
  expect(sent.status).toBe(303);
  return (await at.visit(sent.location)).slice(HERE.length);
}

const signIn = async (browser: Browser, to?: string): Promise<Page> => browser.go(await there(browser, to));

describe("with the company's account", () => {
  test("a member signs in and goes where they wanted to", async () => {
    const browser = door.browser();
    expect((await browser.go("/sign-in?to=/library")).text).toContain("/sign-in/oidc?to=%2Flibrary");
    expect(await signIn(browser, "/library")).toMatchObject({ status: 303, location: "/library" });
    expect((await browser.go("/account")).text).toContain("Nora Vik");
  });

  test.each(["client_secret_post", "client_secret_basic"])(
    "a provider that says the address in the ID token, and takes our secret as %s alone, will do",
    async (authMethod) => {
      const other = await providerOnLoopback({ ...client, inIdToken: true, authMethod });
      try {
        other.account = { email: people.manager.toUpperCase(), email_verified: true };
        const browser = (await doorAt(other.issuer)).browser();
        expect((await browser.go(await there(browser, "/", other))).status).toBe(303);
      } finally {
        other.close();
      }
    },
  );

  test.each([
    [{ email: "eve@northgate.example", email_verified: true }, "eve@northgate.example, but that is no member here"],
    [{ email: people.manager, email_verified: false }, "says no verified email address"],
    [{ email: people.manager }, "says no verified email address"],
    [{}, "says no verified email address"],
  ])("%o is told plainly and not signed in", async (account, words) => {
    provider.account = account;
    const browser = door.browser();
    const reply = await signIn(browser);
    expect(reply).toMatchObject({ status: 403, text: expect.stringContaining(words) });
    expect(browser.cookies.has("midweek")).toBe(false);
  });

  test("who refuses there is not signed in here", async () => {
    provider.account = undefined;
    const browser = door.browser();
    expect((await signIn(browser)).text).toContain("did not work");
    expect(browser.cookies.has("midweek")).toBe(false);
  });

  test("nobody is led elsewhere afterwards", async () => {
    expect((await signIn(door.browser(), "//evil.example")).location).toBe("/");
  });
});

describe("what comes back from the provider", () => {
  const refused = { status: 403, text: expect.stringContaining("Try again") };

  test("is good in the browser that began, and there once", async () => {
    const browser = door.browser();
    const back = await there(browser);
    const other = door.browser();
    expect(await other.go(back)).toMatchObject(refused);
    await there(other);
    expect(await other.go(back)).toMatchObject(refused);
    const kept = browser.cookies.get("midweek-elsewhere") ?? "";
    expect((await browser.go(back)).status).toBe(303);
    browser.cookies.delete("midweek");
    browser.cookies.set("midweek-elsewhere", kept);
    expect(await browser.go(back)).toMatchObject(refused);
    expect([browser, other].some(({ cookies }) => cookies.has("midweek"))).toBe(false);
  });

  test.each(["state", "code", "iss"])("with another %s is nobody's", async (name) => {
    const browser = door.browser();
    const url = new URL(await there(browser), HERE);
    url.searchParams.set(name, `${url.searchParams.get(name)}x`);
    expect(await browser.go(url.pathname + url.search)).toMatchObject(refused);
  });

  test("is over after ten minutes", async () => {
    const browser = door.browser();
    const back = await there(browser);
    await door.world.pass(door.world.app.now() + 10 * MINUTE + 1000);
    expect(await browser.go(back)).toMatchObject(refused);
  });

  test("counts for nothing without a beginning", async () => {
    expect(await door.browser().go("/sign-in/oidc/callback?code=x&state=y")).toMatchObject(refused);
  });
});

test("a provider that cannot be reached is said, and asked again the next time", async () => {
  const gone = await providerOnLoopback({ ...client, inIdToken: false });
  gone.close();
  const browser = (await doorAt(gone.issuer)).browser();
  for (const _ of [1, 2]) expect((await browser.go("/sign-in/oidc")).text).toContain("did not work");
});

test("without a provider there is no such way in", async () => {
  const browser = (await doorOf()).browser();
  expect((await browser.go("/sign-in")).text).not.toContain("oidc");
  expect((await browser.go("/sign-in/oidc")).status).toBe(404);
});
