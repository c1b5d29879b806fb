import { beforeEach, describe, expect, test, vi } from "vitest";
import { HOUR, MINUTE } from "../../../shared/durations.ts";
import { readEmail } from "../../../shared/local/outbox.ts";
import { setMember } from "../../../shared/member/set-member.ts";
import { removeMember } from "../../../shared/member/remove-member.ts";
import { people } from "../../shared/member/team.ts";
import { SITE, doorOf, signIn } from "./door.ts";
import type { Door } from "./door.ts";

let door: Door;
beforeEach(async () => {
  door = await doorOf();
});
const later = (by: number) => door.world.pass(door.world.app.now() + by);

describe("a mailed link", () => {
  test("signs in with one more click, and leads to where one wanted to go", async () => {
    const browser = door.browser();
    const asked = await browser.go("/prospects?from=0.x");
    expect(asked).toMatchObject({ status: 303, location: `/sign-in?to=${encodeURIComponent("/prospects?from=0.x")}` });
    expect((await browser.go(asked.location)).text).toContain('name="to" value="/prospects?from=0.x"');
    const sent = await browser.send("/sign-in", { email: " Nora@northgate.example", to: "/prospects?from=0.x" });
    expect((await browser.go(sent.location)).text).toContain(
      "If that address is known, a link is on its way; it works for 15 minutes in this browser.",
    );
    const [link = ""] = door.links();
    const opened = await browser.go(link);
    expect(opened.text).toContain('<form method="post">');
    expect(browser.cookies.has("midweek")).toBe(false);
    expect(await browser.send(link)).toMatchObject({ status: 303, location: "/prospects?from=0.x" });
    expect((await browser.go("/")).text).toContain('Signed in as <span dir="auto">Nora Vik</span>');
  });

  test("comes to nobody but the member, names the company, and tracks nothing", async () => {
    await door.browser().send("/sign-in", { email: people.manager });
    const [email] = door.world.emails();
    const { html = "", text = "", subject } = readEmail(door.world.store, email?.id ?? 0) ?? {};
    expect(email?.to).toEqual({ name: "Nora Vik", address: people.manager });
    expect(subject).toBe("Sign in to Midweek");
    expect(text).toContain(`${SITE}/sign-in/link/`);
    expect(text).toContain("15 minutes");
    expect(html).not.toMatch(/<img|unsubscribe/i);
    expect(email?.headers).not.toHaveProperty("List-Unsubscribe");
  });

  test("is good once", async () => {
    const browser = await signIn(door, people.manager);
    const [link = ""] = door.links();
    browser.cookies.delete("midweek");
    const again = await browser.send(link);
    expect(again).toMatchObject({ status: 410, text: expect.stringContaining("used already") });
    expect(browser.cookies.has("midweek")).toBe(false);
  });

  test("of two clicks at once, one signs in", async () => {
    const browser = door.browser();
    await browser.send("/sign-in", { email: people.manager });
    const [link = ""] = door.links();
    const both = await Promise.all([browser.send(link), browser.send(link)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 410]));
  });

  test("is over after 15 minutes", async () => {
    const browser = door.browser();
    await browser.send("/sign-in", { email: people.manager });
    await later(15 * MINUTE - 1000);
    const [link = ""] = door.links();
    expect((await browser.go(link)).status).toBe(200);
    await later(1000);
    expect(await browser.send(link)).toMatchObject({
      status: 410,
      text: expect.stringContaining("15 minutes are over"),
    });
    expect(browser.cookies.has("midweek")).toBe(false);
  });

  test("is good in no other browser, and still good in the one that asked", async () => {
    const asking = door.browser();
    const other = door.browser();
    await asking.send("/sign-in", { email: people.manager });
    await other.send("/sign-in", { email: "eve@northgate.example" });
    const [link = ""] = door.links();
    for (const browser of [other, door.browser()]) {
      const reply = await browser.send(link);
      expect(reply).toMatchObject({ status: 410, text: expect.stringContaining("where you asked for it") });
      expect(browser.cookies.has("midweek")).toBe(false);
    }
    expect((await asking.send(link)).status).toBe(303);
  });

  test("is not in the table, in the cookie or in an address that leads elsewhere", async () => {
    const browser = door.browser();
    await browser.send("/sign-in", { email: people.manager });
    const token = door.links()[0]?.split("/").at(-1) ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    const rows = door.world.store.sql("SELECT pk || ' ' || sk || ' ' || data AS row FROM items").all();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect([...browser.cookies.values()].join()).not.toContain(token);
    expect((await browser.go(`/sign-in/link/${token}`)).headers.get("Referrer-Policy")).toBe("same-origin");
  });

  test("leads to where the console is, whatever name the request was made under", async () => {
    await door.browser("https://evil.example").send("/sign-in", { email: people.manager });
    const text = readEmail(door.world.store, 1)?.text;
    expect(text).toContain(`${SITE}/sign-in/link/`);
    expect(text).not.toContain("evil");
  });

  test("does not sign in who was removed meanwhile", async () => {
    const browser = door.browser();
    await browser.send("/sign-in", { email: people.manager });
    await removeMember(door.world.app, people.manager);
    await browser.send(door.links()[0] ?? "");
    expect((await browser.go("/")).location).toBe("/sign-in");
  });
});

describe("whoever asks for a link", () => {
  test("learns nothing of who is a member", async () => {
    const known = await door.browser().send("/sign-in", { email: people.manager });
    const unknown = await door.browser().send("/sign-in", { email: "eve@northgate.example" });
    const shape = ({ status, text, location, headers }: typeof known) => ({
      status,
      text,
      location,
      cookies: headers.getSetCookie().map((line) => line.replace(/=[\w-]{43};/, "=;")),
    });
    expect(shape(unknown)).toEqual(shape(known));
    expect(door.world.emails()).toHaveLength(1);
  });

  test("is answered before anything is looked up, so that the time it takes tells nothing either", async () => {
    const waiting: (() => Promise<void>)[] = [];
    const slow = await doorOf({ deliver: async (work) => void waiting.push(work) });
    const browser = slow.browser();
    expect((await browser.send("/sign-in", { email: people.manager })).status).toBe(303);
    expect(slow.world.emails()).toEqual([]);
    await Promise.all(waiting.map((work) => work()));
    expect((await browser.send(slow.links()[0] ?? "")).status).toBe(303);
  });

  test("is answered alike when the email cannot be sent", async () => {
    const log = vi.spyOn(console, "error").mockReturnValue();
    door.world.app.mailer.sendBulk = async () => [
      { outcome: "refused", reason: `550 5.1.1 <${people.manager}>: no route` },
    ];
    expect(await door.browser().send("/sign-in", { email: people.manager })).toMatchObject({ status: 303 });
    expect(log).toHaveBeenCalledOnce();
    expect(String(log.mock.lastCall)).not.toContain("nora");
    log.mockRestore();
  });

  test("fills nobody's inbox: five an hour, and the answer stays the same", async () => {
    const answers = [];
    for (let i = 0; i < 8; i++)
      answers.push((await door.browser().send("/sign-in", { email: people.manager })).location);
    expect(new Set(answers).size).toBe(1);
    expect(door.world.emails()).toHaveLength(5);
    await door.browser().send("/sign-in", { email: people.admin });
    expect(door.world.emails()).toHaveLength(6);
    await later(HOUR + 1000);
    await door.browser().send("/sign-in", { email: people.manager });
    expect(door.world.emails()).toHaveLength(7);
  });

  test.each(["", "nora", "nora@", "a@b.example\r\nBcc: x@y.example"])(
    "is told when %j is no address",
    async (email) => {
      const page = await door.browser().send("/sign-in", { email });
      expect(page).toMatchObject({ status: 422, text: expect.stringContaining("Give an email address.") });
    },
  );
});

test.each(["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
  "signing in never leads on to %j",
  async (to) => {
    const browser = door.browser();
    expect((await browser.go(`/sign-in?to=${encodeURIComponent(to)}`)).text).toContain('name="to" value="/"');
    await browser.send("/sign-in", { email: people.manager, to });
    expect((await browser.send(door.links()[0] ?? "")).location).toBe("/");
  },
);

describe("a session", () => {
  test("is kept from scripts, from other sites and from lines that are not sealed", async () => {
    const browser = door.browser();
    await browser.send("/sign-in", { email: people.manager });
    const reply = await browser.send(door.links()[0] ?? "");
    const line = reply.headers.getSetCookie().find((cookie) => cookie.startsWith("midweek="));
    expect(line).toMatch(/; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test("works where something before us ends TLS, and a form of another site begins none", async () => {
    const inside = door.browser(SITE.replace("https:", "http:"));
    const evil = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
    expect((await inside.send("/sign-in", { email: people.manager }, evil)).status).toBe(403);
    expect(door.world.emails()).toEqual([]);
    expect((await inside.send("/sign-in", { email: people.manager }, { Origin: SITE })).status).toBe(303);
    const [link = ""] = door.links();
    expect((await inside.send(link, {}, evil)).status).toBe(403);
    const reply = await inside.send(link, {}, { Origin: SITE });
    expect(reply.headers.getSetCookie().join()).toMatch(/midweek=[^;]+;.*; Secure/);
  });

  test("ends with signing out, here alone", async () => {
    const here = await signIn(door, people.manager);
    const there = await signIn(door, people.manager);
    expect((await here.send("/sign-out")).location).toBe("/sign-in?done=signed-out");
    expect((await here.go("/")).location).toBe("/sign-in");
    expect((await there.go("/")).status).toBe(200);
  });

  test("ends everywhere with signing out everywhere, copies of it too", async () => {
    const here = await signIn(door, people.manager);
    const there = await signIn(door, people.manager);
    const copy = here.cookies.get("midweek") ?? "";
    await later(1000);
    expect((await here.send("/account/sign-out-everywhere")).status).toBe(303);
    here.cookies.set("midweek", copy);
    expect((await here.go("/")).location).toBe("/sign-in");
    expect((await there.go("/")).location).toBe("/sign-in");
    await later(1000);
    expect((await (await signIn(door, people.manager)).go("/")).status).toBe(200);
  });

  test("follows the role from one click to the next", async () => {
    const browser = await signIn(door, people.manager);
    expect((await browser.go("/members")).status).toBe(403);
    await setMember(door.world.app, { email: people.manager, role: "admin" });
    expect((await browser.go("/members")).status).toBe(200);
    await setMember(door.world.app, { email: people.manager, role: "marketing" });
    expect((await browser.go("/members")).status).toBe(403);
    expect(await browser.go("/")).toMatchObject({ status: 303, location: "/prospects" });
    expect((await browser.go("/prospects")).status).toBe(200);
  });
});

test("the sign-in page shows nothing of the company", async () => {
  for (const path of ["/sign-in", "/sign-in/link/x", "/sign-in/nowhere"]) {
    const { text } = await door.browser().go(path);
    expect(text).not.toMatch(/Ana Sousa|Northgate|href="\/prospects"|name="rep"|action="\/time"/);
  }
});
