import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import type { Article } from "../../../shared/content/article.ts";
import { importFeed } from "../../../shared/content/import-feed.ts";
import { importPosts } from "../../../shared/content/import-posts.ts";
import type { ImportReport } from "../../../shared/content/settle.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { bytesOf, libraryWorld, post } from "./library-world.ts";

const MONDAY = Date.UTC(2026, 10, 16, 9);
const NEXT_DAY = MONDAY + 86_400_000;
const CRANES = "---\ntitle: Slow cranes\ndate: 2026-02-04\n---\nA slow crane moves more in a week than a fast one.\n";

const take = (app: App, files: { path: string; bytes: Uint8Array }[], dryRun = false): Promise<ImportReport> =>
  importPosts(app, files, { baseUrl: "https://ferrow.example", dryRun });
const feedOf = (...items: string[]): Uint8Array =>
  bytesOf(`<rss version="2.0"><channel>${items.map((item) => `<item>${item}</item>`).join("")}</channel></rss>`);
const takeFeed = (app: App, bytes: Uint8Array, dryRun = false): Promise<ImportReport> =>
  importFeed(app, { bytes, source: "https://ferrow.example/feed.xml" }, { dryRun });
const library = async (app: App): Promise<Article[]> => [...(await getLibrary(app.table))];
const outcomes = (report: ImportReport): string[] => report.rows.map((row) => row.outcome);

describe("a folder of posts", () => {
  test("every file ends in one row, and a broken one keeps no other out", async () => {
    const app = libraryWorld({ now: MONDAY });
    const report = await take(app, [
      post("a.md", CRANES),
      post("b.md", "---\ntitle: [\n---\n"),
      post("c.md", "---\ntitle: Not yet\ndraft: true\n---\n"),
      post("d.md", "---\ntitle: No date\n---\nText.\n"),
    ]);
    expect(report.counts).toEqual({ imported: 2, updated: 0, unchanged: 0, "left-out": 1, refused: 1 });
    expect(report.rows).toEqual([
      { source: "a.md", outcome: "imported", title: "Slow cranes", warnings: [] },
      { source: "b.md", outcome: "refused", reason: expect.stringContaining("YAML"), warnings: [] },
      { source: "c.md", outcome: "left-out", reason: "a draft", warnings: [] },
      { source: "d.md", outcome: "imported", title: "No date", warnings: [expect.stringContaining("no date")] },
    ]);
    expect((await library(app)).map((article) => article.title).toSorted()).toEqual(["No date", "Slow cranes"]);
  });

  test("again, on another day, changes nothing", async () => {
    const clock = { now: MONDAY };
    const app = libraryWorld(clock);
    const files = [post("a.md", CRANES), post("d.md", "# No date\n\nText.\n")];
    await take(app, files);
    const before = await library(app);
    clock.now = NEXT_DAY;
    expect(outcomes(await take(app, files))).toEqual(["unchanged", "unchanged"]);
    expect(await library(app)).toEqual(before);
  });

  test("changed, updates its article and keeps when it came", async () => {
    const clock = { now: MONDAY };
    const app = libraryWorld(clock);
    await take(app, [post("a.md", CRANES)]);
    clock.now = NEXT_DAY;
    expect(outcomes(await take(app, [post("a.md", CRANES.replace("Slow cranes", "Slower cranes"))]))).toEqual([
      "updated",
    ]);
    expect(await library(app)).toMatchObject([{ title: "Slower cranes", addedAt: MONDAY, updatedAt: NEXT_DAY }]);
  });

  test("a post that gets an address of its own is still the same article", async () => {
    const app = libraryWorld({ now: MONDAY });
    await take(app, [post("a.md", CRANES)]);
    const named = CRANES.replace("date:", "canonical_url: https://press.example/cranes\ndate:");
    expect(outcomes(await take(app, [post("a.md", named)]))).toEqual(["updated"]);
    expect(outcomes(await take(app, [post("a.md", named)]))).toEqual(["unchanged"]);
    expect(await library(app)).toHaveLength(1);
  });

  test("two files with one address are one article, and the second is reported", async () => {
    const app = libraryWorld({ now: MONDAY });
    const report = await take(app, [post("2026/a.md", CRANES), post("old/a.md", CRANES)]);
    expect(report.rows[1]).toMatchObject({ outcome: "refused", reason: "the same article as 2026/a.md" });
    expect(await library(app)).toHaveLength(1);
  });

  test("a post that becomes a draft stays in the library, and it is said", async () => {
    const app = libraryWorld({ now: MONDAY });
    await take(app, [post("a.md", CRANES)]);
    const [row] = (await take(app, [post("a.md", CRANES.replace("date:", "draft: true\ndate:"))])).rows;
    expect(row).toMatchObject({
      outcome: "left-out",
      warnings: ["what an earlier import took of it is still in the library"],
    });
  });

  test("a dry run says the same and writes nothing", async () => {
    const app = libraryWorld({ now: MONDAY });
    const dry = await take(app, [post("a.md", CRANES)], true);
    expect(await library(app)).toEqual([]);
    expect(await take(app, [post("a.md", CRANES)])).toEqual(dry);
  });

  test("many go in, as they come, and progress is told", async () => {
    const app = libraryWorld({ now: MONDAY });
    async function* files(): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
      for (let number = 0; number < 450; number++) yield post(`${number}.md`, `# Number ${number}\n`);
    }
    const told: number[] = [];
    await importPosts(app, files(), {
      baseUrl: "https://ferrow.example",
      dryRun: false,
      onProgress: (done) => told.push(done),
    });
    expect(await library(app)).toHaveLength(450);
    expect(told.at(-1)).toBe(450);
  });

  test.each(["", "ferrow.example", "ftp://ferrow.example"])(
    "base address %j is a mistake of the caller",
    async (baseUrl) => {
      await expect(importPosts(libraryWorld({ now: MONDAY }), [], { baseUrl, dryRun: false })).rejects.toMatchObject({
        kind: "invalid",
        message: expect.stringContaining(`"${baseUrl}"`),
      });
    },
  );
});

describe("a feed", () => {
  const ITEM =
    "<title>Slow cranes</title><link>https://ferrow.example/a?utm_source=rss</link><pubDate>4 Feb 2026</pubDate>";

  test("again changes nothing, changed updates", async () => {
    const app = libraryWorld({ now: MONDAY });
    expect(outcomes(await takeFeed(app, feedOf(ITEM)))).toEqual(["imported"]);
    expect(outcomes(await takeFeed(app, feedOf(ITEM)))).toEqual(["unchanged"]);
    expect(outcomes(await takeFeed(app, feedOf(ITEM.replace("Slow", "Slower"))))).toEqual(["updated"]);
    expect(await library(app)).toHaveLength(1);
  });

  test("an item twice in one feed is taken once", async () => {
    const app = libraryWorld({ now: MONDAY });
    expect((await takeFeed(app, feedOf(ITEM, ITEM))).rows[1]).toMatchObject({
      outcome: "refused",
      reason: expect.stringContaining("the same article as"),
    });
    expect(await library(app)).toHaveLength(1);
  });

  test("of articles that are there as posts leaves them as their posts have them", async () => {
    const app = libraryWorld({ now: MONDAY });
    await take(app, [post("a.md", CRANES)]);
    const before = await library(app);
    expect((await takeFeed(app, feedOf(ITEM))).rows).toMatchObject([
      { outcome: "unchanged", reason: "in the library from its post a.md, which says more" },
    ]);
    expect(await library(app)).toEqual(before);
  });

  test("a post takes over the article its feed brought, under the same id", async () => {
    const app = libraryWorld({ now: MONDAY });
    await takeFeed(app, feedOf(ITEM));
    const [fromFeed] = await library(app);
    expect(outcomes(await take(app, [post("a.md", CRANES)]))).toEqual(["updated"]);
    expect(outcomes(await take(app, [post("a.md", CRANES)]))).toEqual(["unchanged"]);
    expect(await library(app)).toMatchObject([{ id: fromFeed?.id, source: "a.md" }]);
  });

  test("that is none is one refused row, and a dry run writes nothing", async () => {
    const app = libraryWorld({ now: MONDAY });
    expect((await takeFeed(app, bytesOf("<html></html>"))).rows).toEqual([
      {
        source: "https://ferrow.example/feed.xml, the feed",
        outcome: "refused",
        reason: "a web page, not a feed",
        warnings: [],
      },
    ]);
    expect((await takeFeed(app, feedOf(ITEM), true)).counts.imported).toBe(1);
    expect(await library(app)).toEqual([]);
  });
});
