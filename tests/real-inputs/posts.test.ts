import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Article } from "../../shared/content/article.ts";
import type { ArticleDraft } from "../../shared/content/draft.ts";
import { importPosts } from "../../shared/content/import-posts.ts";
import { readPost } from "../../shared/content/read-post.ts";
import { getLibrary } from "../../shared/content/store.ts";
import { readFolder } from "../../stacks/commands/read-folder.ts";
import { libraryWorld } from "../shared/content/library-world.ts";

const folder = fileURLToPath(new URL("../../../shared/data/posts/", import.meta.url));
const now = Date.UTC(2026, 10, 18, 9);
const files = readdirSync(folder);
const read = (name: string, as = name): ReturnType<typeof readPost> =>
  readPost({ path: as, bytes: readFileSync(folder + name) }, { baseUrl: "https://ferrow.example/blog", now });

function article(start: string): ArticleDraft {
  const name = files.find((file) => file.startsWith(start)) ?? "";
  const result = read(name);
  if (result.outcome !== "article") throw new Error(`${name}: ${result.reason}`);
  return result.article;
}

test.each(files)("%s goes in, or stays out with a reason", (name) => {
  // Broken fixtures of another extension are tried as the posts they imitate.
  for (const as of [name, name.replace(/\.\w+$/, ".md")]) {
    const result = read(name, as);
    if (result.outcome !== "article") expect(result.reason).not.toBe("");
    else {
      const { title, summary, talkingPoint } = Article.omit({ addedAt: true, updatedAt: true }).parse(result.article);
      expect(`${title} ${summary} ${talkingPoint}`).not.toMatch(
        /<[a-z/!]|\{\{|\}\}|\{%|%\}|&(?:amp|lt|gt|quot|nbsp);|\]\(|\n/i,
      );
      expect(summary.length).toBeLessThanOrEqual(300);
      expect(talkingPoint).not.toBe("");
    }
  }
});

test("the whole folder goes in at once; the second time nothing changes", async () => {
  const app = libraryWorld({ now });
  const options = { baseUrl: "https://ferrow.example/blog", dryRun: false };
  const first = await importPosts(app, readFolder(folder), options);
  expect(first.rows.map((row) => row.source).toSorted()).toEqual(files.toSorted());
  expect(first.counts).toMatchObject({ updated: 0, unchanged: 0 });
  expect(await getLibrary(app.table)).toHaveLength(first.counts.imported);
  const second = await importPosts(app, readFolder(folder), options);
  expect(second.counts).toEqual({ ...first.counts, imported: 0, unchanged: first.counts.imported });
});

test("a byte order mark and Windows line ends make no difference", () => {
  const { id: _id, url: _url, source: _source, ...plain } = article("18f__2022-07-13");
  for (const variant of ["DERIVED__bom__18f-content", "DERIVED__crlf__18f-content"])
    expect(article(variant)).toMatchObject(plain);
  expect(plain.title).toBe("Content design for beta.ada.gov: writing for action and flexibility");
});

test("titles, dates and addresses are the authors' own", () => {
  expect(article("18f__2020-04-23")).toMatchObject({
    title: "Saving time and improving data quality for the National School Lunch & Breakfast Program",
    publishedOn: "2020-04-23",
    author: "Julia Lindpaintner and Mike Gintz",
  });
  expect(article("18f__2016-05-19").title).toBe(
    "Content debt: What it is, where to find it, and how to prevent it in the first place",
  );
  expect(article("blog__1.94.1")).toMatchObject({
    publishedOn: "2026-03-26",
    url: "https://ferrow.example/blog/2026/03/26/1.94.1-release",
  });
  expect(article("website__12-week-cadence")).toMatchObject({
    publishedOn: "2019-05-13",
    url: "https://ferrow.example/blog/12-week-cadence",
    topics: ["news", "release"],
  });
  expect(article("crankwheel")).toMatchObject({
    author: "CrankWheel",
    publishedOn: "2021-03-31",
    image: expect.stringMatching(/^https:\/\/ferrow\.example\/uploads\//),
  });
  expect(article("jekyll__2009-05-18-tags")).toMatchObject({
    publishedOn: "2009-05-18",
    topics: ["food", "cooking", "pizza"],
  });
  expect(article("gray-matter")).toMatchObject({ title: "JSON", summary: "Front Matter" });
  expect(article("jekyll__2014-01-06").url).toBe("https://ferrow.example/blog/jekyll__2014-01-06-permalink-traversal");
});

test("what is kept back or broken stays out", () => {
  expect(read("jekyll__2008-02-02-not-published.markdown")).toEqual({
    outcome: "left-out",
    reason: "published: false",
  });
  expect(read("jekyll__broken_front_matter2.erb", "broken.md")).toMatchObject({
    outcome: "refused",
    reason: expect.stringContaining("YAML"),
  });
  expect(read("jekyll__broken_front_matter3.erb", "broken.md")).toEqual({
    outcome: "refused",
    reason: "not text in UTF-8",
  });
});
