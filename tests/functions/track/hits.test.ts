import { describe, expect, it } from "vitest";
import { trackApp } from "../../../functions/track/app.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { getProspect, listRoster } from "../../../shared/prospect/store.ts";
import { SLOT, WEDNESDAY, addProspect, addTouch, pathOf, smallWorld } from "./small-world.ts";

const ARTICLE = "https://brightwater.example/shift-handover?utm_source=email";

async function emailed(target = ARTICLE) {
  const world = await smallWorld();
  const prospect = await addProspect(world.app);
  await addTouch(world.app, prospect.id, target);
  const of = { prospectId: prospect.id, slot: SLOT };
  const path = {
    open: pathOf(world.app, { kind: "open", ...of }),
    read: pathOf(world.app, { kind: "click", link: "read", ...of }),
    meeting: pathOf(world.app, { kind: "click", link: "meeting", ...of }),
    pricing: pathOf(world.app, { kind: "click", link: "pricing", ...of }),
    hidden: pathOf(world.app, { kind: "click", link: "hidden", ...of }),
    callMe: pathOf(world.app, { kind: "call-me", ...of }),
    unsubscribe: pathOf(world.app, { kind: "unsubscribe", ...of }),
    preferences: pathOf(world.app, { kind: "preferences", ...of }),
  };
  return { ...world, prospect, path, http: trackApp(world.app) };
}

describe("the pixel", () => {
  it("is one dot of 43 bytes that nobody keeps, and an open signal", async () => {
    const { http, path, signals, prospect } = await emailed();
    const response = await http.request(path.open, { headers: { "User-Agent": "Thunderbird" } });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("image/gif");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(response.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect((await response.arrayBuffer()).byteLength).toBe(43);
    const expected = { kind: "open", prospectId: prospect.id, slot: SLOT, at: WEDNESDAY, method: "GET" };
    expect(signals).toEqual([{ id: expect.any(String), userAgent: "Thunderbird", ...expected }]);
  });

  it("counts each hit as a signal of its own", async () => {
    const { http, path, signals } = await emailed();
    await http.request(path.open);
    await http.request(path.open, { method: "HEAD" });
    expect(signals.map((signal) => signal.method)).toEqual(["GET", "HEAD"]);
    expect(new Set(signals.map((signal) => signal.id)).size).toBe(2);
  });

  it("shows the dot but believes nothing when the token is not ours or of another kind", async () => {
    const { http, path, signals } = await emailed();
    for (const forged of ["/o/nonsense", path.read.replace("/c/", "/o/"), `${path.open}x`])
      expect((await http.request(forged)).headers.get("content-type")).toBe("image/gif");
    expect(signals).toEqual([]);
  });

  it("keeps neither the network address nor more than 400 characters of what the program calls itself", async () => {
    const { http, path, signals } = await emailed();
    const headers = { "User-Agent": "x".repeat(5000), "X-Forwarded-For": "203.0.113.9" };
    await http.request(path.open, { headers });
    expect(signals[0]?.userAgent).toHaveLength(400);
    expect(JSON.stringify(signals)).not.toContain("203.0.113.9");
  });
});

describe("a click", () => {
  it("leads to the article as it was sent, by HEAD too, and is a signal", async () => {
    const { http, path, signals } = await emailed();
    for (const method of ["GET", "HEAD"]) {
      const response = await http.request(path.read, { method });
      expect([response.status, response.headers.get("location")]).toEqual([302, ARTICLE]);
    }
    expect(signals.map(({ kind, link, method }) => [kind, link, method])).toEqual([
      ["click", "read", "GET"],
      ["click", "read", "HEAD"],
    ]);
  });

  it("leads to the rep's calling link for a meeting", async () => {
    const { http, path } = await emailed();
    expect((await http.request(path.meeting)).headers.get("location")).toBe("https://meet.example/rui");
  });

  it("on what only machines follow leads to the article all the same, and says so", async () => {
    const { http, path, signals } = await emailed();
    expect((await http.request(path.hidden)).headers.get("location")).toBe(ARTICLE);
    expect(signals).toMatchObject([{ kind: "click", link: "hidden" }]);
  });

  it("leads to where the company says what it costs, and nowhere once it says so no more", async () => {
    const { app, http, path, signals } = await emailed();
    const company = { ...app.config.company, pricingPage: "https://brightwater.example/prices" };
    const priced = trackApp({ ...app, config: { ...app.config, company } });
    expect((await priced.request(path.pricing)).headers.get("location")).toBe("https://brightwater.example/prices");
    expect(signals).toMatchObject([{ kind: "click", link: "pricing" }]);
    expect((await http.request(path.pricing)).status).toBe(404);
  });

  it("never redirects to an address that was not in the email", async () => {
    const { http, path } = await emailed();
    const asked = await http.request(`${path.read}?url=https://evil.example&target=//evil.example`);
    expect(asked.headers.get("location")).toBe(ARTICLE);
    const forged = await http.request("/c/https:%2F%2Fevil.example");
    expect([forged.status, forged.headers.get("location")]).toEqual([404, null]);
  });

  it.each(["javascript:alert(1)", "data:text/html,hello", "file:///etc/passwd", "not an address"])(
    "refuses to lead to %s",
    async (target) => {
      const { http, path, signals } = await emailed(target);
      const response = await http.request(path.read);
      expect([response.status, response.headers.get("location"), signals.length]).toEqual([404, null, 0]);
    },
  );
});

describe("a click on an old email", () => {
  it("in the email of someone who was erased shows the way to our website", async () => {
    const { app, http, path, signals, prospect } = await emailed();
    await eraseProspect(app, prospect.id);
    for (const gone of [path.read, path.meeting]) {
      const response = await http.request(gone);
      expect(response.status).toBe(404);
      expect(await response.text()).toContain('href="https://brightwater.example/"');
    }
    expect(signals).toEqual([]);
  });

  it("works after the key was rotated", async () => {
    const { app, path } = await emailed();
    const linkKeys = [{ id: "k2", secret: "the next secret" }, ...app.config.linkKeys];
    const rotated = trackApp({ ...app, config: { ...app.config, linkKeys } });
    expect((await rotated.request(path.read)).status).toBe(302);
    const removed = trackApp({ ...app, config: { ...app.config, linkKeys: linkKeys.slice(0, 1) } });
    expect((await removed.request(path.read)).status).toBe(404);
  });

  it("still leads to the article while signals cannot be queued, and that is reported", async () => {
    const { app, path } = await emailed();
    const reported: unknown[] = [];
    const signals = { send: () => Promise.reject(new Error("the queue is down")) };
    const http = trackApp({ ...app, signals }, (error) => reported.push(error));
    expect((await http.request(path.read)).status).toBe(302);
    expect((await http.request(path.open)).status).toBe(200);
    expect(reported).toHaveLength(2);
  });
});

describe("a link checker that follows every link", () => {
  it("unsubscribes nobody and changes nothing", async () => {
    const { app, http, path, prospect } = await emailed();
    for (const method of ["GET", "HEAD"])
      for (const address of Object.values(path)) await http.request(address, { method });
    expect(await getProspect(app.table, prospect.id)).toEqual(prospect);
    expect((await listRoster(app.table, "rep1", {})).lines[0]?.state).toBe("active");
  });
});

describe("every page", () => {
  it("runs no script, loads nothing, tells no other site where it was and stays out of search engines", async () => {
    const { http, path } = await emailed();
    for (const address of [path.unsubscribe, path.preferences, path.callMe, "/c/nonsense", "/nowhere"]) {
      const response = await http.request(address);
      expect(response.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
      );
      expect(response.headers.get("referrer-policy")).toBe("no-referrer");
      expect(response.headers.get("x-robots-tag")).toContain("noindex");
      expect(response.headers.get("cache-control")).toBe("no-store");
      const page = await response.text();
      expect(page).not.toMatch(/<script|<link|<img|src=| style=| on\w+=/);
      expect(page).toMatch(/^<!doctype html><html lang="en">/);
    }
  });

  it("shows names as text, whatever they are", async () => {
    const world = await smallWorld();
    const company = { ...world.app.config.company, name: '<script>"&', website: "javascript:alert(1)" };
    const page = await trackApp({ ...world.app, config: { ...world.app.config, company } }).request("/c/x");
    const text = await page.text();
    expect(text).not.toContain("<script>");
    expect(text).not.toContain("javascript:");
  });

  it("says when it was our fault, without saying what", async () => {
    const { app, path } = await emailed();
    const reported: unknown[] = [];
    const table = { ...app.table, get: () => Promise.reject(new Error("disk of host db7 is gone")) };
    const response = await trackApp({ ...app, table }, (error) => reported.push(error)).request(path.preferences);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("db7");
    expect(String(reported)).toContain("db7");
  });
});
