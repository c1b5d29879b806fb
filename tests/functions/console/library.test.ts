import { beforeAll, describe, expect, test } from "vitest";
import { getFeeds } from "../../../shared/content/feed-store.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import type { Article } from "../../../shared/content/article.ts";
import { article, caseStudy, MONDAY, prospect } from "../../fixtures/world.ts";
import { webOf } from "../../shared/content/web.ts";
import { fillTeam, people } from "../../shared/member/team.ts";
import { type Desk, deskOf } from "./desk.ts";

const words = (name: string): Partial<Article> => ({
  summary: `What we learned about ${name} in a year.`,
  talkingPoint: `A year of ${name} is worth it.`,
});
const ARTICLES = [
  article("rounds", { ...words("rounds"), topics: ["field-teams"], image: "https://pictures.example/rounds.jpg" }),
  article("old", { ...words("old ways"), expiresOn: "2026-11-01" }),
  article("gone", { ...words("gone things"), retiredAt: MONDAY }),
  article("soon", { ...words("soon things"), publishedOn: "2027-01-01" }),
  article("ill", { ...words("ill things"), flaws: ["The title: it says nothing."] }),
  caseStudy("harbour", { ...words("harbours"), sector: "logistics" }),
];

async function libraryDesk(parts: Parameters<typeof deskOf>[0] = {}): Promise<Desk> {
  return deskOf({ articles: ARTICLES, prospects: [prospect("rui"), prospect("eva", { sector: "food" })], ...parts });
}

const titlesIn = (text: string): string[] =>
  [...text.matchAll(/class="title" href="\/library\/([^"]+)"/g)].map(([, id = ""]) => id).toSorted();
const formOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/<input [^>]*?name="([^"]+)" (?:type="\w+" )?value="([^"]*)"/g)]
      .filter(([, name]) => name !== "suggested")
      .map(([, name = "", value = ""]) => [name, value]),
  );

describe("the list", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await libraryDesk();
  });

  test.each([
    ["", ["gone", "harbour", "ill", "old", "rounds", "soon"]],
    ["?kind=case-study", ["harbour"]],
    ["?sector=logistics", ["harbour"]],
    ["?topic=field-teams", ["rounds"]],
    ["?q=YEAR+of+round", ["rounds"]],
    ["?state=retired", ["gone"]],
    ["?state=expired", ["old"]],
    ["?state=flawed", ["ill"]],
    ["?state=to+come", ["soon"]],
    ["?state=sendable&kind=blog-post", ["rounds"]],
    ["?kind=nonsense&from=-3&state=x", ["gone", "harbour", "ill", "old", "rounds", "soon"]],
  ])("/library%s shows what was asked for", async (query, ids) => {
    expect(titlesIn((await desk.open(`/library${query}`)).text)).toEqual(ids);
  });

  test("that finds nothing says so and leads back", async () => {
    const { text } = await desk.open("/library?q=nowhere");
    expect(text).toContain("Nothing fits");
    expect(text).toContain('href="/library">Show all');
  });

  test("says what keeps a piece back, and counts by what is the matter", async () => {
    const { text } = await desk.open("/library");
    expect(text).toContain("The title: it says nothing.");
    expect(text).toMatch(/state=retired"[^>]*>\s*Retired 1/);
    expect(text).toMatch(/All 6/);
  });

  test("shows pictures where they were published, without telling from where, and only there", async () => {
    const { text, headers } = await desk.open("/library");
    expect(text).toMatch(
      /<img src="https:\/\/pictures.example\/rounds.jpg"[^>]*loading="lazy"[^>]*referrerpolicy="no-referrer"/,
    );
    expect(headers.get("Content-Security-Policy")).toContain("img-src 'self' https:;");
    expect((await desk.open("/cadence")).headers.get("Content-Security-Policy")).toContain("img-src 'self';");
  });

  test("comes in pages", async () => {
    const many = Array.from({ length: 30 }, (_, index) => article(`n${index}`, words("n")));
    const { open } = await deskOf({ articles: many });
    const first = await open("/library?kind=blog-post");
    expect(titlesIn(first.text)).toHaveLength(24);
    const next =
      /class="button" href="([^"]+)"[^>]*>\s*Show more/.exec(first.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(next).toBe("/library?kind=blog-post&from=24");
    expect(titlesIn((await open(next)).text)).toHaveLength(6);
  });

  test("when it is empty says how to fill it, to who may", async () => {
    const { open } = await deskOf();
    const { text } = await open("/library");
    expect(text).toContain("The library is empty");
    expect(text).toContain('href="/library/add"');
  });
});

describe("an article's page", () => {
  test("shows marketing what to change, and reps what to say", async () => {
    const desk = await libraryDesk();
    await fillTeam(desk.world);
    const [rep, marketing] = await Promise.all([desk.as(people.rep), desk.as(people.marketing)]);
    const [theirs, ours] = await Promise.all([rep.open("/library/ill"), marketing.open("/library/ill")]);
    for (const { text } of [theirs, ours]) expect(text).toContain("Not mailed until mended");
    expect(ours.text).toContain("/library/ill/edit");
    expect(ours.text).toContain("/templates/blog-post?article=ill");
    expect(theirs.text).not.toContain("/edit");
    expect((await rep.send("/library/rounds/retire", {})).status).toBe(403);
  });

  test("retires it and brings it back", async () => {
    const { open, send } = await libraryDesk();
    expect((await send("/library/rounds/retire", {})).headers.get("Location")).toBe(
      "/library/rounds?done=article-retired",
    );
    expect((await open("/library/rounds")).text).toContain("it is never sent again");
    await send("/library/rounds/bring-back", {});
    expect((await open("/library/rounds")).text).toContain(">Retire<");
    expect((await send("/library/nobody/retire", {})).status).toBe(404);
  });

  test("edits it, keeping what was typed when something is wrong", async () => {
    const { open, send, world } = await libraryDesk();
    const typed = {
      ...formOf((await open("/library/rounds/edit")).text),
      kind: "case-study",
      title: "Rounds <b>",
      summary: "A year of rounds.",
      talkingPoint: "A year of rounds is worth it.",
    };
    const refused = await send("/library/rounds/edit", typed);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("A case study needs its client, the problem and the result.");
    expect(refused.text).toContain('value="Rounds &lt;b&gt;"');
    const parts = { client: "Porto Foods", problem: "Long rounds.", result: "Short rounds." };
    expect((await send("/library/rounds/edit", { ...typed, ...parts })).status).toBe(303);
    const saved = (await getLibrary(world.app.table)).find(({ id }) => id === "rounds");
    expect(saved).toMatchObject({
      kind: "case-study",
      caseStudy: parts,
      own: ["title", "summary", "kind", "caseStudy"],
    });
    // Whoever has the page open from before is told.
    expect((await send("/library/rounds/edit", { ...typed, ...parts })).status).toBe(409);
  });

  test("suggests what it is about, and keeps only what is ticked", async () => {
    const articles = [
      article("ward", { title: "Nurses hand over", summary: "Every hospital has nurses who hand over." }),
    ];
    const { open, send, world } = await deskOf({ articles });
    expect((await open("/library/ward")).text).toMatch(/value="sector:healthcare"(?! checked)/);
    await send("/library/ward/tags", { suggested: "sector:healthcare" });
    expect(await getLibrary(world.app.table)).toMatchObject([{ sector: "healthcare", topics: [], own: ["sector"] }]);
  });
});

describe("adding", () => {
  const PAGE = `<title>Slow cranes</title><meta name="description" content="A slow crane moves more in a week than a fast one.">
    <meta property="article:published_time" content="2026-02-04"><meta property="article:tag" content="Ports">`;

  test("by its address shows what was found, and keeps it once it is confirmed", async () => {
    const web = webOf();
    web.put("https://ferrow.example/cranes", { headers: { "content-type": "text/html" }, text: PAGE });
    const { send, world } = await deskOf({ outlet: web.outlet });
    const found = await send("/library/add/address", { address: "https://ferrow.example/cranes" });
    expect(found.text).toContain("nothing is kept yet");
    expect(found.text).toContain("The page names no picture.");
    expect(found.text).toMatch(/value="topic:ports"(?! checked)/);
    expect(await getLibrary(world.app.table)).toEqual([]);
    const typed = {
      ...formOf(found.text),
      summary: "A slow crane moves more in a week.",
      kind: "blog-post",
      suggested: "topic:ports",
    };
    const { headers } = await send("/library/add/hand", typed);
    expect(headers.get("Location")).toMatch(/^\/library\/\w+\?done=article-added$/);
    expect(await getLibrary(world.app.table)).toMatchObject([
      { title: "Slow cranes", publishedOn: "2026-02-04", topics: ["ports"], source: "https://ferrow.example/cranes" },
    ]);
    const again = await send("/library/add/hand", typed);
    expect([again.status, again.text.includes("In the library already: “Slow cranes”")]).toEqual([422, true]);
  });

  test.each([
    ["", "Give an address."],
    ["javascript:alert(1)", "give a whole address"],
    ["https://ferrow.example/gone", "HTTP status 404"],
    ["https://ferrow.example/silent", "no answer within 10 seconds"],
  ])("by the address %j says what is wrong with it", async (address, says) => {
    const web = webOf();
    web.put("https://ferrow.example/silent", { failed: "no answer within 10 seconds" });
    const { send } = await deskOf({ outlet: web.outlet });
    const { status, text } = await send("/library/add/address", { address });
    expect([status, text.includes(says)]).toEqual([422, true]);
  });

  test("by hand names each field that is missing", async () => {
    const { open, send } = await deskOf();
    expect((await open("/library/add")).text).toContain('href="/import"');
    const { status, text } = await send("/library/add/hand", {
      kind: "case-study",
      image: "nowhere",
      expiresOn: "soon",
    });
    expect(status).toBe(422);
    expect(text).toContain("Please look at the 8 marked fields.");
  });
});

describe("feeds", () => {
  test("are watched, looked at and left alone from their page", async () => {
    const url = "https://ferrow.example/feed.xml";
    const web = webOf();
    web.put(url, {
      text: `<rss><channel><item><title>Cranes</title><link>https://ferrow.example/c</link></item></channel></rss>`,
    });
    const { open, send, world } = await deskOf({ outlet: web.outlet });
    expect((await open("/library/feeds")).text).toContain("No feed is watched yet");
    expect((await send("/library/feeds", { address: url })).status).toBe(303);
    const { text } = await open("/library/feeds");
    expect(text).toContain("1 new");
    const [feed] = await getFeeds(world.app.table);
    web.put(url, { failed: "no <answer>" });
    expect((await send(`/library/feeds/${feed?.id}/look`, {})).headers.get("Location")).toContain("feed-looked");
    expect((await open("/library/feeds")).text).toContain("It failed: no &lt;answer&gt;");
    await send(`/library/feeds/${feed?.id}/stop`, {});
    expect(await getFeeds(world.app.table)).toEqual([]);
    expect((await send("/library/feeds", { address: "https://ferrow.example/none" })).status).toBe(422);
    expect((await send("/library/feeds/none/look", {})).status).toBe(404);
  });
});

describe("the runway", () => {
  test("is worked out when asked, and then shown with whom it hits first, and beside the case studies", async () => {
    const desk = await libraryDesk();
    expect((await desk.open("/library/runway")).text).toContain("Not worked out yet");
    expect((await desk.send("/library/runway", {})).status).toBe(303);
    await desk.world.pass(MONDAY + 60_000);
    expect(desk.world.failures).toEqual([]);
    const { text } = await desk.open("/library/runway");
    expect(text).toMatch(/href="\/prospects\/rui"[^>]*>\s*Rui/);
    expect(text).toContain("By sector");
    expect(text).toContain("It runs out this week (on Thu 26 Nov 2026), for both of them.");
    expect((await desk.open("/library")).text).toMatch(/Food<\/a> <strong>0<\/strong>.*? for 2 prospects/s);
  });
});
