import { describe, expect, test } from "vitest";
import { getFeeds } from "../../../shared/content/feed-store.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { lookNow, unwatchFeed, watchFeed } from "../../../shared/content/watch-feed.ts";
import { watchFeeds as watchAll } from "../../../shared/content/watch-feeds.ts";
import { DAY, HOUR } from "../../../shared/durations.ts";
import { libraryWorld } from "./library-world.ts";
import { webOf } from "./web.ts";

const MONDAY = Date.UTC(2026, 10, 16, 5, 20);
const URL_OF = "https://ferrow.example/feed.xml";

const item = (name: string): string =>
  `<item><title>About ${name}</title><link>https://ferrow.example/${name}</link><description>What we learned about ${name} in a year.</description></item>`;
const feedOf = (...names: string[]): string =>
  `<rss version="2.0"><channel>${names.map(item).join("")}</channel></rss>`;

function watched() {
  const at = { now: MONDAY };
  const web = webOf();
  const app = { ...libraryWorld(at), outlet: web.outlet };
  const titles = async (): Promise<string[]> => (await getLibrary(app.table)).map(({ title }) => title).toSorted();
  const row = async () => (await getFeeds(app.table))[0];
  const watchFeeds = () => watchAll(app, async (ms) => void (at.now += ms));
  return { at, web, app, titles, row, watchFeeds };
}

describe("a watched feed", () => {
  test("is taken at once, and then what is new in it, once a day, with who asks", async () => {
    const { at, web, app, titles, row, watchFeeds } = watched();
    web.put(URL_OF, { text: feedOf("cranes") });
    expect(await watchFeed(app, URL_OF, "Ana")).toMatchObject({ watched: { addedBy: "Ana" } });
    expect(await titles()).toEqual(["About cranes"]);
    web.put(URL_OF, { text: feedOf("ports", "cranes") });
    expect(await watchFeeds()).toEqual([]);
    at.now += DAY;
    expect(await watchFeeds()).toMatchObject([{ outcome: "new", imported: 1 }]);
    expect(await titles()).toEqual(["About cranes", "About ports"]);
    expect((await row())?.looks.map(({ imported }) => imported)).toEqual([1, 1]);
    expect(web.asked.at(-1)?.headers["user-agent"]).toContain("Midweek");
  });

  test("is asked for what changed only, and nothing is read when nothing did", async () => {
    const { at, web, app, row, watchFeeds } = watched();
    const headers = { etag: '"7"', "last-modified": "Mon, 16 Nov 2026 05:00:00 GMT" };
    web.put(URL_OF, ({ headers: { "if-none-match": tag } }) =>
      tag === '"7"' ? { status: 304 } : { headers, text: feedOf("cranes") },
    );
    await watchFeed(app, URL_OF, "Ana");
    for (const day of [1, 2]) {
      at.now = MONDAY + day * DAY;
      expect(await watchFeeds(), `day ${day}`).toMatchObject([{ outcome: "unchanged" }]);
    }
    expect(web.asked.at(-1)?.headers).toMatchObject({
      "if-none-match": '"7"',
      "if-modified-since": headers["last-modified"],
    });
    expect(await row()).toMatchObject({ etag: '"7"', failures: 0 });
  });

  test("that is long comes in parts, and is not forgotten by a server that says nothing changed", async () => {
    const { at, web, app, titles, watchFeeds } = watched();
    const all = Array.from({ length: 45 }, (_, index) => `n${index}`);
    web.put(URL_OF, ({ headers }) =>
      headers["if-none-match"] ? { status: 304 } : { headers: { etag: '"1"' }, text: feedOf(...all) },
    );
    await watchFeed(app, URL_OF, "Ana");
    expect(await titles()).toHaveLength(20);
    // Nor by who looks again and again.
    await lookNow(app, (await getFeeds(app.table))[0]?.id ?? "");
    expect(await titles()).toHaveLength(20);
    const counts: number[] = [];
    for (const day of [1, 2, 3]) {
      at.now = MONDAY + day * DAY;
      await watchFeeds();
      counts.push((await titles()).length);
    }
    expect(counts).toEqual([40, 45, 45]);
    expect((await getFeeds(app.table))[0]?.looks[0]).toMatchObject({ outcome: "unchanged" });
  });

  test("that fails is asked less and less often, and says why; once it is well it is daily again", async () => {
    const { at, web, app, row, watchFeeds } = watched();
    web.put(URL_OF, { text: feedOf("cranes") });
    await watchFeed(app, URL_OF, "Ana");
    web.put(URL_OF, { failed: "no answer within 10 seconds" });
    const days: number[] = [];
    for (let day = 1; day <= 40; day++) {
      at.now = MONDAY + day * DAY;
      if ((await watchFeeds()).length > 0) days.push(day);
    }
    expect(days).toEqual([1, 2, 4, 8, 16, 30]);
    expect(await row()).toMatchObject({
      failures: 6,
      looks: [{ outcome: "failed", says: "no answer within 10 seconds" }, {}, {}, {}, {}, {}, {}],
    });
    web.put(URL_OF, { text: feedOf("cranes") });
    at.now = MONDAY + 60 * DAY;
    await watchFeeds();
    expect(await row()).toMatchObject({ failures: 0, nextLookAt: at.now + 20 * HOUR });
  });

  test("whose server asks for rest gets it, within reason", async () => {
    const { at, web, app, row, watchFeeds } = watched();
    web.put(URL_OF, { text: feedOf("cranes") });
    await watchFeed(app, URL_OF, "Ana");
    web.put(URL_OF, { status: 429, headers: { "retry-after": String(3 * 86_400) } });
    at.now += DAY;
    await watchFeeds();
    expect((await row())?.nextLookAt).toBe(at.now + 3 * DAY);
  });

  test("is found by the page that names it, and refused when there is none, or it is watched already", async () => {
    const { web, app } = watched();
    const page = '<title>Ferrow</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">';
    web.put("https://ferrow.example/", { headers: { "content-type": "text/html" }, text: page });
    web.put("https://ferrow.example/none", { text: "<html><title>Ferrow</title></html>" });
    web.put(URL_OF, { text: feedOf("cranes") });
    expect(await watchFeed(app, "https://ferrow.example", "Ana")).toMatchObject({ watched: { url: URL_OF } });
    expect(await watchFeed(app, URL_OF, "Ana")).toEqual({ refused: "it is watched already" });
    expect(await watchFeed(app, "https://ferrow.example/none", "Ana")).toEqual({ refused: "a web page, not a feed" });
    expect(await watchFeed(app, "https://ferrow.example/gone", "Ana")).toEqual({
      refused: "it answered with HTTP status 404",
    });
    expect(await watchFeed(app, "javascript:alert(1)", "Ana")).toHaveProperty("refused");
  });

  test("is left alone once nobody wants it watched, and what came of it stays", async () => {
    const { at, web, app, titles, row, watchFeeds } = watched();
    web.put(URL_OF, { text: feedOf("cranes") });
    await watchFeed(app, URL_OF, "Ana");
    await unwatchFeed(app, (await row())?.id ?? "");
    const before = web.asked.length;
    at.now += 2 * DAY;
    await watchFeeds();
    expect(web.asked).toHaveLength(before);
    expect(await titles()).toEqual(["About cranes"]);
  });

  test("is not asked while time is only moved on, whatever day it is", async () => {
    const { at, web, app } = watched();
    web.put(URL_OF, { text: feedOf("cranes") });
    await watchFeed(app, URL_OF, "Ana");
    const before = web.asked.length;
    at.now += 3 * DAY;
    expect(await watchAll(app)).toEqual([]);
    expect(web.asked).toHaveLength(before);
  });
});
