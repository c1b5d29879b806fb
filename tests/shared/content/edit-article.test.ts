import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { addArticle } from "../../../shared/content/add-article.ts";
import type { Article } from "../../../shared/content/article.ts";
import type { ArticleEdit } from "../../../shared/content/edit.ts";
import { editArticle } from "../../../shared/content/edit-article.ts";
import { importFeed } from "../../../shared/content/import-feed.ts";
import { importPosts } from "../../../shared/content/import-posts.ts";
import { retireArticle } from "../../../shared/content/retire-article.ts";
import type { ImportReport } from "../../../shared/content/settle.ts";
import { getLibrary } from "../../../shared/content/store.ts";
import { tagArticle } from "../../../shared/content/tag-article.ts";
import { article } from "../../fixtures/world.ts";
import { bytesOf, libraryWorld, post } from "./library-world.ts";

const MONDAY = Date.UTC(2026, 10, 16, 9);
const CRANES =
  "---\ntitle: Slow cranes\ndate: 2026-02-04\nsector: logistics\ntags: [ports]\ndescription: A slow crane moves more in a week than a fast one.\n---\nText.\n";

const take = (app: App, text = CRANES): Promise<ImportReport> =>
  importPosts(app, [post("cranes.md", text)], { baseUrl: "https://ferrow.example/blog", dryRun: false });

async function only(app: App): Promise<Article> {
  const library = await getLibrary(app.table);
  if (library.length !== 1) throw new Error(`${library.length} articles`);
  return library[0]!;
}

const editOf = (of: Article, changes: Partial<ArticleEdit> = {}): ArticleEdit => ({
  caseStudy: of.caseStudy,
  sector: of.sector,
  perspective: of.perspective,
  expiresOn: of.expiresOn,
  image: of.image,
  author: of.author,
  title: of.title,
  subject: of.subject,
  summary: of.summary,
  kind: of.kind,
  topics: of.topics,
  talkingPoint: of.talkingPoint,
  url: of.url,
  publishedOn: of.publishedOn,
  ...changes,
});

async function edit(app: App, changes: Partial<ArticleEdit>): Promise<Article> {
  const before = await only(app);
  const saved = await editArticle(app, { id: before.id, seen: before.updatedAt }, editOf(before, changes));
  if (saved.outcome !== "saved") throw new Error(saved.outcome);
  return saved.article;
}

describe("what a person says of an article", () => {
  test("stays when it is imported again, also that something is not there; the rest follows its post", async () => {
    const app = libraryWorld({ now: MONDAY });
    await take(app);
    await edit(app, { title: "Why slow cranes win", sector: undefined, perspective: "Speed is not throughput." });
    const report = await take(app, CRANES.replace("Slow cranes", "Slower cranes").replace("in a week", "in two weeks"));
    expect(report.counts).toMatchObject({ updated: 1 });
    const after = await only(app);
    expect(after).toMatchObject({
      title: "Why slow cranes win",
      perspective: "Speed is not throughput.",
      summary: expect.stringContaining("in two weeks"),
      own: ["title", "sector", "perspective"],
    });
    expect(after.sector).toBeUndefined();
    expect((await take(app, CRANES.replace("in a week", "in two weeks"))).counts).toMatchObject({ unchanged: 1 });
  });

  test("makes a case study of a post, with its parts", async () => {
    const app = libraryWorld({ now: MONDAY });
    await take(app);
    const caseStudy = { client: "Harbour Freight", problem: "Cranes stood still.", result: "They move all day." };
    expect(await edit(app, { kind: "case-study", caseStudy })).toMatchObject({ own: ["kind", "caseStudy"] });
    await take(app, CRANES.replace("ports", "cranes"));
    expect(await only(app)).toMatchObject({ kind: "case-study", caseStudy, topics: ["cranes"] });
    expect(await edit(app, { kind: "blog-post" })).not.toHaveProperty("caseStudy");
  });

  test("while an import is under way is not undone by it", async () => {
    const app = libraryWorld({ now: MONDAY });
    await take(app);
    async function* files() {
      yield post("cranes.md", CRANES.replace("Slow", "Slower"));
      await edit(app, { title: "Mine" });
      await retireArticle(app, (await only(app)).id, true);
    }
    await importPosts(app, files(), { baseUrl: "https://ferrow.example/blog", dryRun: false });
    expect(await only(app)).toMatchObject({ title: "Mine", own: ["title"], retiredAt: MONDAY });
  });

  test("is refused when somebody else said something meanwhile, and at an address that is another's", async () => {
    const app = libraryWorld({ now: MONDAY });
    await take(app);
    const before = await only(app);
    await edit(app, { title: "First" });
    await expect(editArticle(app, { id: before.id, seen: before.updatedAt }, editOf(before))).rejects.toThrow("guard");
    const other = await addArticle(app, editOf(before, { title: "Other", url: "https://ferrow.example/other" }), {
      source: "Added by hand",
      readingMinutes: 2,
    });
    if (other.outcome !== "saved") throw new Error(other.outcome);
    expect(
      await editArticle(
        app,
        { id: other.article.id, seen: other.article.updatedAt },
        editOf(before, { url: before.url }),
      ),
    ).toMatchObject({ outcome: "taken", by: { title: "First" } });
    expect(await addArticle(app, editOf(before), { source: "Added by hand", readingMinutes: 2 })).toMatchObject({
      outcome: "taken",
    });
  });

  test("who adds one that a feed has too, has theirs kept", async () => {
    const app = libraryWorld({ now: MONDAY });
    const url = "https://ferrow.example/slow-cranes";
    const mine: ArticleEdit = {
      ...editOf(article("mine", { title: "Mine", summary: "My own words.", url, talkingPoint: "" })),
      publishedOn: "2026-02-01",
    };
    await addArticle(app, mine, { source: url, readingMinutes: 4 });
    const feed = `<rss version="2.0"><channel><item><title>Theirs</title><link>${url}</link><category>Ports</category><description>Their own words of it.</description></item></channel></rss>`;
    const report = await importFeed(app, { bytes: bytesOf(feed), source: "f" }, { dryRun: false });
    expect(report.counts).toMatchObject({ updated: 1, imported: 0 });
    expect(await only(app)).toMatchObject({
      title: "Mine",
      summary: "My own words.",
      topics: ["ports"],
      publishedOn: "2026-02-01",
    });
  });
});

describe("retired", () => {
  test("it stays so through imports and edits until it is brought back", async () => {
    const at = { now: MONDAY };
    const app = libraryWorld(at);
    await take(app);
    const { id } = await only(app);
    await retireArticle(app, id, true);
    at.now += 1000;
    await take(app, CRANES.replace("Slow", "Slower"));
    await edit(app, { summary: "Another summary of it." });
    expect(await only(app)).toMatchObject({ retiredAt: MONDAY, title: "Slower cranes" });
    expect(await retireArticle(app, id, true)).toMatchObject({ retiredAt: MONDAY });
    expect(await retireArticle(app, id, false)).not.toHaveProperty("retiredAt");
    await expect(retireArticle(app, "none", true)).rejects.toMatchObject({ kind: "not-found" });
  });
});

test("of what was suggested only what was ticked is kept, as a person's own", async () => {
  const app = libraryWorld({ now: MONDAY });
  await take(app, CRANES.replace("sector: logistics\n", ""));
  const { id } = await only(app);
  await tagArticle(app, id, { topics: ["Crane Operation"], sector: "logistics" });
  await take(app, CRANES.replace("sector: logistics", "sector: food"));
  expect(await only(app)).toMatchObject({
    topics: ["ports", "crane-operation"],
    sector: "logistics",
    own: ["sector", "topics"],
  });
});

test("what keeps it from being mailed is noted at every save, and told by the import", async () => {
  const app = libraryWorld({ now: MONDAY });
  const report = await take(app, CRANES.replace("A slow crane moves", "Just checking in, a slow crane moves"));
  expect(report.rows[0]?.warnings).toContainEqual(expect.stringContaining("not mailed until mended"));
  expect((await only(app)).flaws).toHaveLength(2);
  expect(
    await edit(app, { summary: "A slow crane moves more in a week.", talkingPoint: "A slow crane moves more." }),
  ).not.toHaveProperty("flaws");
  expect((await edit(app, { title: "JUST TOUCHING BASE" })).flaws?.length).toBeGreaterThan(0);
});

test("a post names its perspective and its last day itself", async () => {
  const app = libraryWorld({ now: MONDAY });
  const named = "perspective: Speed is not throughput.\nexpiryDate: 2027-02-01\n";
  await take(app, CRANES.replace("tags:", `${named}tags:`));
  expect(await only(app)).toMatchObject({ perspective: "Speed is not throughput.", expiresOn: "2027-02-01" });
});
