import { describe, expect, it } from "vitest";
import type { Article } from "../../../shared/content/article.ts";
import { renderArticle } from "../../../shared/touch/compose.ts";
import { fill } from "../../../shared/touch/fill.ts";
import { ana, company, links, post, rep, study, valuesOf } from "./northwind.ts";

const tracked = { tracked: true, meeting: true };
const emailFor = async (article: Article) => fill(await renderArticle(article, company, tracked), valuesOf());

describe("a composed email", () => {
  it("shows markup and braces in a title as they are typed", async () => {
    const title = `<script>alert("1")</script> {{greeting}} $& it's 😀 مرحبا`;
    const { html, text, subject } = await emailFor({ ...post, title });
    expect(html).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; {{greeting}} $&amp; it&#x27;s 😀 مرحبا");
    expect(html).not.toContain("<script");
    expect(text).toContain(title);
    expect(subject).toBe(title);
  });

  it("stays under 90 KB with the longest texts and names", async () => {
    const long = `"'<&>`.repeat(2000);
    const of = { client: long, problem: long, result: long, number: long, quote: long };
    const article: Article = { ...study, title: long, summary: long, talkingPoint: long, caseStudy: of };
    const verbose = { ...company, name: long, whatWeDo: long, postalAddress: long };
    const values = valuesOf({
      prospect: { ...ana, firstName: `A${long}`, company: `A${long}` },
      rep: { ...rep, name: long, title: long },
      company: verbose,
      links: { ...links, read: `https://mail.example/${"x".repeat(2000)}` },
    });
    const { html } = fill(await renderArticle(article, verbose, tracked), values);
    expect(Buffer.byteLength(html)).toBeLessThan(90_000);
  });

  it("has a new id when the article is edited, and the same rendering when it is not", async () => {
    const first = await renderArticle(post, company, tracked);
    expect(await renderArticle({ ...post, updatedAt: 5 }, company, tracked)).toBe(first);
    expect((await renderArticle({ ...post, summary: "Another." }, company, tracked)).id).not.toBe(first.id);
    expect((await renderArticle(post, company, { tracked: false, meeting: true })).id).not.toBe(first.id);
  });

  it("without consent has no pixel and only the links it was given", async () => {
    const plain = { read: post.url, unsubscribe: links.unsubscribe, preferences: links.preferences };
    const rendering = await renderArticle(post, company, { tracked: false, meeting: false });
    const { html, text } = fill(rendering, valuesOf({ links: plain }));
    expect(new Set(html.match(/(?<=href=")[^"]+/g))).toEqual(new Set([...Object.values(plain), company.website]));
    expect(html.match(/(?<=<img[^>]*src=")[^"]+/g)).toEqual([post.image]);
    expect(text).not.toContain("for a call");
  });
});
