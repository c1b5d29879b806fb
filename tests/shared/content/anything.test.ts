import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ArticleDraft } from "../../../shared/content/draft.ts";
import { readFeed } from "../../../shared/content/read-feed.ts";
import { readPost } from "../../../shared/content/read-post.ts";
import { bytesOf } from "./library-world.ts";

const now = Date.UTC(2026, 10, 18, 9);
const site = { baseUrl: "https://ferrow.example/blog/", now };

const POST = `---\ntitle: "Slow *cranes*"\ndate: 2026-02-04\ntags: [a, b]\nkind: case-study\nclient: Vale\nproblem: p\nresult: r\nimage: /a.png\nurl: /x\n---\n# Head\n\nA {{ word }} and {% tag %} <b>text</b> ![i](j.png).\n`;
const RSS = `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><link>https://a.example/</link><item><title>Slow &amp;lt;b&amp;gt;</title><link>/x?a=1&amp;b=2</link><pubDate>4 Feb 2026</pubDate><description><![CDATA[<p>Text &a;</p>]]></description></item></channel></rss>`;
const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/"><entry><title type="html">T</title><link href="x"/><updated>2026-02-04</updated><content type="html">&lt;p&gt;x</content></entry></feed>`;
const JSONFEED = JSON.stringify({
  version: "https://jsonfeed.org/version/1",
  items: [{ id: 1, url: "https://a.example/", title: "T", content_html: "<p>x", tags: ["a"] }],
});

/** A sound text with some stretches of it cut, doubled or replaced. */
const broken = (...texts: string[]): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(
        fc.tuple(
          fc.nat(),
          fc.nat(20),
          fc.oneof(
            fc.string({ unit: "binary", maxLength: 8 }),
            fc.constantFrom("---\n", "{{", "<", "]]>", "\u0000", '"', ":", "%2e%2e/", "javascript:"),
          ),
        ),
        { maxLength: 6 },
      ),
    )
    .map(([text, cuts]) => {
      let result = text;
      for (const [at, length, other] of cuts) {
        const start = at % (result.length + 1);
        result = result.slice(0, start) + other + result.slice(start + length);
      }
      return bytesOf(result);
    });

const paths = fc.oneof(
  fc.constantFrom("_posts/2026-02-04-a.md", "a.html", "case-studies/b/index.markdown", "c.mdx", "..\\d.md", "/.md"),
  fc.string({ unit: "binary" }).map((name) => `${name}.md`),
);

test("any bytes are a post, or left out, or refused with a reason", () => {
  fc.assert(
    fc.property(paths, fc.oneof(fc.uint8Array({ maxLength: 400 }), broken(POST)), (path, bytes) => {
      const read = readPost({ path, bytes }, site);
      if (read.outcome !== "article") {
        expect(read.reason).not.toBe("");
        return;
      }
      expect(ArticleDraft.parse(read.article)).toEqual(read.article);
      expect(read.article.url.startsWith("http")).toBe(true);
      expect(`${read.article.title} ${read.article.summary} ${read.article.talkingPoint}`).not.toMatch(
        /\{\{|\}\}|\{%|%\}|[\r\n]/,
      );
      expect(read.article.summary.length).toBeLessThanOrEqual(300);
    }),
    { numRuns: 300 },
  );
});

test("any bytes are a feed, or refused with a reason", () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.uint8Array({ maxLength: 400 }), broken(RSS, ATOM, JSONFEED)),
      fc.option(fc.string(), { nil: undefined }),
      (bytes, contentType) => {
        const { articles, refused } = readFeed(bytes, { source: "feed.xml", now, contentType });
        expect(articles.length + refused.length).toBeGreaterThan(0);
        for (const article of articles) expect(ArticleDraft.parse(article)).toEqual(article);
        for (const one of refused) expect(one.reason).not.toBe("");
      },
    ),
    { numRuns: 300 },
  );
});

test("an address never leaves the site's own folder unless it names another site", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("..", ".", "%2e%2e", "%2E.", "a", "\\..", "%2f", "", "%5c"), { maxLength: 8 }),
      fc.constantFrom("slug", "permalink", "url", "path"),
      (parts, field) => {
        const read = readPost(
          { path: "a.md", bytes: bytesOf(`---\ntitle: T\n${field}: ${JSON.stringify(parts.join("/"))}\n---\n`) },
          site,
        );
        expect(read).toMatchObject({ article: { url: expect.stringMatching(/^https:\/\/ferrow\.example\/blog\//) } });
      },
    ),
    { numRuns: 300 },
  );
});
