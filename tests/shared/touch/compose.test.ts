import { describe, expect, it } from "vitest";
import type { Article } from "../../../shared/content/article.ts";
import { renderArticle } from "../../../shared/touch/compose.ts";
import { fill } from "../../../shared/touch/fill.ts";
import { ana, company, links, linksToAsk, post, rep, study, valuesOf } from "./northwind.ts";

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

  it("without consent has no pixel, nothing hidden and only the links it was given", async () => {
    const { unsubscribe, preferences } = links;
    const plain = { read: post.url, callMe: linksToAsk.callMe, pricing: company.pricingPage, unsubscribe, preferences };
    const rendering = await renderArticle(post, company, { tracked: false, meeting: false });
    const { html, text } = fill(rendering, valuesOf({ links: plain }));
    const shown = [...html.matchAll(/href="([^"]+)"/g)].map(([, href = ""]) => href.replaceAll("&amp;", "&"));
    expect(new Set(shown)).toEqual(new Set([...Object.values(plain), company.website]));
    expect(html.match(/(?<=<img[^>]*src=")[^"]+/g)).toEqual([post.image]);
    expect(text).not.toContain("Pick a time");
  });

  it("offers to pick a time where the rep takes bookings, and to be called where not", async () => {
    const booked = await emailFor(post);
    expect(booked.text).toContain(`Easier by phone? Pick a time for a call: ${links.meeting}`);
    const asked = fill(
      await renderArticle(post, company, { ...tracked, meeting: false }),
      valuesOf({ links: linksToAsk }),
    );
    expect(asked.text).toContain(`Easier by phone? Ask me to call you: ${linksToAsk.callMe}`);
    expect(asked.html).not.toContain("Pick a time");
  });

  it("says where it is said what it costs, if that is an address of the web", async () => {
    expect((await emailFor(post)).text).toContain(`What it costs: ${links.pricing}`);
    const { pricing: _, ...unpriced } = links;
    for (const pricingPage of [undefined, "javascript:alert(1)", "mailto:sales@tidewater.example"]) {
      const rendering = await renderArticle(post, { ...company, pricingPage }, tracked);
      expect(fill(rendering, valuesOf({ links: unpriced })).text).not.toContain("What it costs");
    }
  });
});
