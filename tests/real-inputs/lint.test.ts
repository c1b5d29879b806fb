import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import * as z from "zod";
import type { Article } from "../../shared/content/article.ts";
import { readPost } from "../../shared/content/read-post.ts";
import support from "../../shared/lint/css-support.json" with { type: "json" };
import { flawsOfArticle } from "../../shared/lint/article-flaws.ts";
import { lintArticle } from "../../shared/lint/check-templates.ts";
import { testWorld } from "../fixtures/world.ts";

const inputs = (path: string): string => fileURLToPath(new URL(`../../../shared/data/${path}`, import.meta.url));
const now = Date.UTC(2026, 10, 18, 9);

const articles = readdirSync(inputs("posts")).flatMap((path): Article[] => {
  const bytes = readFileSync(inputs(`posts/${path}`));
  const result = readPost({ path, bytes }, { baseUrl: "https://ferrow.example/blog", now });
  return result.outcome === "article" ? [{ ...result.article, addedAt: now, updatedAt: now }] : [];
});

test("of all posts only those without a word of their own are kept from being mailed", () => {
  expect(articles.length).toBeGreaterThan(25);
  for (const article of articles) {
    const flaws = flawsOfArticle(article);
    expect([article.source, flaws.length]).toEqual([article.source, article.summary === "" ? 1 : 0]);
  }
});

test("none of them breaks a template", async () => {
  const { app } = await testWorld({});
  const told = new Set(["unchecked-link", "short-preview", "no-summary"]);
  for (const article of articles) {
    const findings = (await lintArticle(app, article)).filter(({ rule }) => !told.has(rule));
    expect([article.source, findings]).toEqual([article.source, []]);
  }
});

test("our excerpt of what mail programs drop is what caniemail's own files say", () => {
  const path = inputs("caniemail/latest-support-gmail-outlook-apple-yahoo.json");
  const theirs = z.array(z.record(z.string(), z.string())).parse(JSON.parse(readFileSync(path, "utf8")));
  const features: { readonly [slug: string]: readonly string[] } = support.features;
  const clients = Object.keys(support.clients);
  for (const { slug = "", ...own } of theirs.filter((feature) => feature["slug"] !== "_template"))
    expect([slug, features[slug]?.[1]]).toEqual([slug, clients.map((client) => own[client] ?? "u").join("")]);
});
