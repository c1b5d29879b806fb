import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { outlineOf } from "../../shared/content/outline.ts";
import { readPost } from "../../shared/content/read-post.ts";
import { suggestTags, type Suggestions } from "../../shared/content/suggest-tags.ts";

const folder = fileURLToPath(new URL("../../../shared/data/posts/", import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith(".md"));

/** What is suggested for a post by its title and all of its words, in a library that knows one topic. */
function suggested(start: string): Suggestions | undefined {
  const name = files.find((file) => file.startsWith(start)) ?? "";
  const bytes = readFileSync(folder + name);
  const read = readPost({ path: name, bytes }, { baseUrl: "https://ferrow.example", now: Date.UTC(2026, 10, 18) });
  if (read.outcome !== "article") return undefined;
  const text = outlineOf(bytes.toString("utf8"), "markdown").paragraphs.join(" ");
  const { title, summary } = read.article;
  return suggestTags({ title, summary, text }, [{ topics: ["accessibility"] }], { topics: [], sector: undefined });
}

const sectorsOf = (start: string): string[] => (suggested(start)?.sectors ?? []).map(({ value }) => value);
const topicsOf = (start: string): string[] => (suggested(start)?.topics ?? []).map(({ value }) => value);

test("posts are about what people would say they are about", () => {
  expect(sectorsOf("18f__2020-04-23")).toEqual(["education"]);
  expect(sectorsOf("dapr__case-2021_new-relic")).toEqual(["software"]);
  expect(topicsOf("18f__2016-05-19")).toEqual(expect.arrayContaining(["content-debt", "technical-debt"]));
  expect(topicsOf("18f__2022-07-13")).toContain("service-animals");
  expect(topicsOf("18f__2023-02-13")).toContain("accessibility");
});

test.each(files)("%s gets a few suggestions, each with its reason, or none", (name) => {
  const { sectors, topics } = suggested(name) ?? { sectors: [], topics: [] };
  expect(sectors.length).toBeLessThanOrEqual(3);
  for (const { value, why } of topics) {
    expect(value).toMatch(/^[\p{Ll}\p{Lo}\p{N}-]+$/u);
    expect(why).not.toBe("");
  }
});
