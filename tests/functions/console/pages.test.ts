import { describe, expect, test } from "vitest";
import { article, caseStudy, prospect } from "../../fixtures/world.ts";
import { deskOf, mustCall } from "./desk.ts";

const rui = prospect("rui00000000", { lastName: "Costa", phone: "+351912345678", title: "Plant manager" });

/** Two slots later: the first emails are out. */
const THURSDAY_EVENING = "2026-11-26T19:00Z";

async function busyDesk() {
  const desk = await deskOf({
    prospects: [rui],
    articles: [article("rounds"), caseStudy("harbour", { sector: "food" })],
  });
  await desk.world.pass(THURSDAY_EVENING);
  return desk;
}

describe("before anything is there", () => {
  test.each([
    ["/", "Nobody to call right now"],
    ["/prospects", "No prospects yet"],
    ["/library", "The library is empty"],
    ["/cadence", "Nothing is planned yet"],
    ["/outbox", "Nothing has been sent yet"],
    ["/import", "Check first"],
    ["/settings", "Save company"],
  ])("%s says what to do next", async (path, words) => {
    const { open } = await deskOf();
    const page = await open(path);
    expect(page.status).toBe(200);
    expect(page.text).toContain(words);
  });
});

describe("the worklist", () => {
  test("names whom to call, why, when in both zones, and how often it was tried", async () => {
    const { world, open } = await deskOf({ prospects: [{ ...rui, timeZone: "Asia/Tokyo" }] });
    await mustCall(world, rui.id, "Asked for a quote");
    const { text } = await open("/");
    expect(text).toContain("Rui Costa");
    expect(text).toContain("Plant manager, Porto Foods");
    expect(text).toContain("Asked for a quote");
    expect(text).toContain('href="tel:+351912345678"');
    expect(text).toContain("First attempt: touch 1 of 12");
    expect(text).toMatch(/It is \d\d:\d\d there now/);
    expect(text).toMatch(/<strong>\d\d:\d\d<\/strong> Tokyo/);
    expect(text).toMatch(/\d\d:\d\d in Lisbon/);
  });

  test("shows one rep's calls once a rep is chosen, and all without", async () => {
    const { world, open, send } = await deskOf({ prospects: [rui, prospect("noreps000000", { repId: undefined })] });
    await mustCall(world, rui.id, "Rui's reason");
    await mustCall(world, "noreps000000", "Nobody's reason");
    const chosen = await send("/rep", { rep: "ana", back: "/" });
    expect(chosen.status).toBe(303);
    const cookie = chosen.headers.get("Set-Cookie") ?? "";
    expect(cookie).toMatch(/^rep=ana;.*HttpOnly; SameSite=Lax/);
    const own = await open("/", { Cookie: "rep=ana" });
    expect(own.text).toContain("Rui&#39;s reason");
    expect(own.text).not.toContain("Nobody&#39;s reason");
    expect((await open("/")).text).toContain("Nobody&#39;s reason");
  });

  test("what is due comes first, under its own heading", async () => {
    const { world, open } = await deskOf({ prospects: [rui, prospect("later0000000", { firstName: "Later" })] });
    const first = await mustCall(world, rui.id);
    await world.pass(first.dueAt + 60_000);
    await mustCall(world, "later0000000");
    const { text } = await open("/");
    expect(text).toContain("Good hour now");
    expect(text.indexOf("Rui Costa")).toBeLessThan(text.indexOf("Later"));
  });
});

test("a worklist of more than a hundred says that more follow", async () => {
  const many = Array.from({ length: 101 }, (_, i) => prospect(`p${String(i).padStart(11, "0")}`));
  const { world, open } = await deskOf({ prospects: many });
  for (const { id } of many.slice(0, 100)) await mustCall(world, id);
  expect((await open("/")).text).not.toContain("More calls follow");
  await mustCall(world, many[100]?.id ?? "");
  const { text } = await open("/");
  expect(text).toContain("More calls follow");
  expect(text.match(/class="task"/g)).toHaveLength(100);
});

describe("a prospect", () => {
  test("shows the profile, and what was sent, with a way to the email", async () => {
    const { open } = await busyDesk();
    const { text } = await open(`/prospects/${rui.id}`);
    expect(text).toContain("Europe/Lisbon, from its own column");
    expect(text).toContain("Measured: agreed to it");
    expect(text).toContain("19:00 in Lisbon");
    expect(text).toMatch(/href="\/outbox\/1">Blog post sent: About rounds/);
    expect(text.indexOf("Thursday 26 November 2026")).toBeLessThan(text.indexOf("Wednesday 25 November 2026"));
  });

  test("can be put on the worklist by hand, but not without a reason", async () => {
    const { open, send } = await deskOf({ prospects: [rui] });
    const refused = await send(`/prospects/${rui.id}/calls`, { why: " " });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("Say in a few words why you want to call.");
    const taken = await send(`/prospects/${rui.id}/calls`, { why: "Met at the fair" });
    expect(taken.headers.get("Location")).toBe(`/prospects/${rui.id}/calls/1`);
    expect((await open("/")).text).toContain("Met at the fair");
  });

  test("that is not there is a page, not an error", async () => {
    const { open } = await deskOf();
    const page = await open("/prospects/nobody");
    expect(page.status).toBe(404);
    expect(page.text).toContain("There is no such prospect");
  });

  test("lists go on to the next page, through all reps' prospects and without an empty last page", async () => {
    const many = Array.from({ length: 100 }, (_, i) => prospect(`p${String(i).padStart(11, "0")}`));
    const { open } = await deskOf({ prospects: many });
    const first = await open("/prospects");
    const next = /href="(\/prospects\?from=[^"]+)"/.exec(first.text)?.[1] ?? "";
    const second = await open(next.replaceAll("&amp;", "&"));
    const shown = (text: string) => text.match(/href="\/prospects\/p\d+"/g) ?? [];
    expect(shown(first.text)).toHaveLength(50);
    expect(new Set([...shown(first.text), ...shown(second.text)]).size).toBe(100);
    expect(second.text).not.toContain("Show more");
  });
});

describe("the library", () => {
  test("counts case studies by sector and shows what to say", async () => {
    const { open } = await busyDesk();
    const { text } = await open("/library");
    expect(text).toContain("2 pieces");
    expect(text).toContain("One thing about rounds.");
    expect(text).toMatch(/Food<\/a> <strong>1<\/strong>/);
    expect((await open("/library/harbour")).text).toContain("Rounds take a morning.");
    expect((await open("/library/none")).status).toBe(404);
  });
});

describe("the cadence", () => {
  test("says the rules in words and when the next slots come, there and here", async () => {
    const { open } = await deskOf({ prospects: [prospect("p1", { timeZone: "Pacific/Auckland" })] });
    const { text } = await open("/cadence");
    expect(text).toContain("At most 2 emails in 7 days and 10 in 30.");
    expect(text).toContain("only between 13:00 and 17:00 there");
    expect(text).toContain("Wed 25 Nov 15:00");
    expect(text).toContain("Wed 25 Nov 02:00");
  });
});

test("the cadence counts a zone's prospects only so far", async () => {
  const many = Array.from({ length: 60 }, (_, i) => prospect(`p${String(i).padStart(11, "0")}`));
  expect((await (await deskOf({ prospects: many })).open("/cadence")).text).toContain(">50+</td>");
  expect((await (await deskOf({ prospects: many.slice(0, 7) })).open("/cadence")).text).toContain(">7</td>");
});

describe("the outbox", () => {
  test("lists emails and shows each as html, text and headers", async () => {
    const { open } = await busyDesk();
    expect((await open("/outbox")).text).toContain("Thu 26 Nov 2026, 15:00 Lisbon");
    const email = await open("/outbox/1");
    expect(email.text).toContain('src="/outbox/1/html"');
    expect(email.text).toContain("Open as the prospect would");
    expect((await open("/outbox/1?view=text")).text).toContain("https://northgate.example".slice(0, 5));
    expect((await open("/outbox/1?view=headers")).text).toContain("List-Unsubscribe: ");
    expect((await open("/outbox/99")).status).toBe(404);
    expect((await open("/outbox/abc")).status).toBe(404);
  });
});

test("without the one machine there is no outbox, no import and no clock to move", async () => {
  const { open, send } = await deskOf({ onMachine: false });
  const page = await open("/");
  expect(page.text).not.toContain("Midweek's clock");
  expect(page.text).not.toContain('href="/outbox"');
  expect((await open("/outbox")).status).toBe(404);
  expect((await open("/import")).status).toBe(404);
  expect((await send("/time", { move: "day" })).status).toBe(404);
});
