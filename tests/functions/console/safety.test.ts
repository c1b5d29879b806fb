import { describe, expect, test } from "vitest";
import { article, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";

const hostile = `<script>alert("x")</script>`;

test("names and titles from outside never become markup", async () => {
  const { world, open } = await deskOf({
    prospects: [
      prospect("p00000000001", { firstName: hostile, company: hostile, title: hostile, city: hostile, crmId: hostile }),
    ],
    articles: [article("a1", { title: hostile, summary: hostile, talkingPoint: hostile, topics: [hostile] })],
  });
  await mustCall(world, "p00000000001", hostile);
  await world.pass("2026-11-26T19:00Z");
  const paths = [
    "/",
    "/prospects",
    "/prospects/p00000000001",
    "/prospects/p00000000001/calls/1",
    "/library",
    "/library/a1",
  ];
  for (const path of [...paths, "/outbox", "/outbox/1", "/outbox/1?view=text", "/outbox/1?view=headers"]) {
    const page = await open(path);
    expect(page.status, path).toBe(200);
    expect(page.text, path).toContain("&lt;script&gt;");
    expect(page.text, path).not.toContain("<script>");
  }
});

describe("forms", () => {
  const elsewhere = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };

  test.each(["/rep", "/time", "/settings", "/import/prospects", "/prospects/p1/calls", "/prospects/p1/calls/1"])(
    "%s is refused from another site",
    async (path) => {
      const { send, world, imports } = await deskOf({ prospects: [prospect("p1")] });
      const before = world.app.now();
      const page = await send(path, { rep: "ana", move: "day", why: "x", name: "Evil" }, elsewhere);
      expect(page.status).toBe(403);
      expect(page.text).toContain("sent from another site");
      expect(world.app.now()).toBe(before);
      expect(imports).toEqual([]);
    },
  );

  test("a form without a word on where it comes from is refused", async () => {
    const { send } = await deskOf();
    expect((await send("/rep", { rep: "ana" }, {})).status).toBe(403);
  });

  test.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "/a b",
    "/\u0001",
    "",
  ])("going back to %j stays in the console", async (back) => {
    const { send } = await deskOf();
    expect((await send("/rep", { rep: "ana", back })).headers.get("Location")).toBe("/");
  });

  test("a path too long for any page of ours is kept nowhere", async () => {
    const { send } = await deskOf();
    const back = `/${"a".repeat(5000)}`;
    expect((await send("/rep", { rep: "ana", back })).headers.get("Location")).toBe("/");
  });

  test("going back drops what was said before", async () => {
    const { send } = await deskOf();
    const reply = await send("/rep", { rep: "", back: "/library?from=50&done=company-saved" });
    expect(reply.headers.get("Location")).toBe("/library?from=50");
  });

  test("a rep nobody knows cannot be chosen", async () => {
    const { send } = await deskOf();
    expect((await send("/rep", { rep: "nobody" })).status).toBe(404);
  });
});

describe("headers", () => {
  test("pages run nothing and load nothing from elsewhere", async () => {
    const { open } = await deskOf();
    for (const path of ["/", "/nowhere"]) {
      const { headers, text } = await open(path);
      expect(headers.get("Content-Security-Policy")).toContain("default-src 'none'; style-src 'self'");
      expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
      expect(text).not.toMatch(/<script(?! src="\/console\.js)|\sstyle=|\son[a-z]+=/);
    }
  });

  test("the style sheet is kept for ever under a name that changes with it", async () => {
    const { open } = await deskOf();
    const path = /href="(\/console\.css\?v=[0-9a-f]{12})"/.exec((await open("/")).text)?.[1] ?? "";
    const sheet = await open(path);
    expect(sheet.headers.get("Content-Type")).toContain("text/css");
    expect(sheet.headers.get("Cache-Control")).toContain("immutable");
    expect((await open("/")).headers.get("Cache-Control")).toBe("no-store");
  });
});

describe("an email looked at in the console", () => {
  const sent = async () => {
    const desk = await deskOf({ prospects: [prospect("p1")], articles: [article("rounds")] });
    await desk.world.pass("2026-11-25T19:00Z");
    return desk;
  };

  test("leaves no trace: no pixel, no link, no way out of its frame", async () => {
    const { open } = await sent();
    const { text, headers } = await open("/outbox/1/html");
    expect(text).toContain("About rounds");
    expect(text).not.toContain("http://localhost:4600/");
    expect(text).not.toMatch(/<a\b[^>]*href=/);
    expect(headers.get("Content-Security-Policy")).toMatch(/frame-ancestors 'self'; sandbox$/);
  });

  test("works when opened as the prospect would, and still runs nothing", async () => {
    const { open } = await sent();
    const { text, headers } = await open("/outbox/1/html?live=1");
    expect(text).toContain('href="http://localhost:4600/');
    const policy = headers.get("Content-Security-Policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("sandbox");
    expect(policy).not.toContain("allow-same-origin");
    expect(policy).not.toContain("allow-scripts");
  });
});
