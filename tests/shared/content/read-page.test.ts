import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPage, type PageFound } from "../../../shared/content/read-page.ts";
import { bytesOf } from "./library-world.ts";

const URL_OF = "https://www.ferrow.example/blog/slow-cranes?utm_source=x";
const read = (html: string, url = URL_OF) => readPage(bytesOf(html), { url, contentType: "text/html; charset=utf-8" });

function found(html: string, url?: string): PageFound {
  const page = read(html, url);
  if ("refused" in page) throw new Error(page.refused);
  return page;
}

const WELL_MADE = `<!doctype html><html lang="en"><head>
  <title>Slow cranes | Ferrow</title>
  <meta property="og:site_name" content="Ferrow">
  <meta property="og:title" content="Slow cranes | Ferrow">
  <meta property="og:description" content="A slow crane moves more in a week than a fast one.">
  <meta property="og:image" content="/pictures/crane.jpg">
  <meta property="article:published_time" content="2026-02-04T10:00:00+01:00">
  <meta property="article:tag" content="Crane Operation"><meta property="article:tag" content="Ports">
  <meta name="author" content="Rosa Lind">
  <link rel="canonical" href="https://ferrow.example/blog/slow-cranes">
  </head><body><nav>Home Prices</nav><article><h1>Slow cranes</h1><p>We measured eleven cranes for a whole year at two ports.</p></article></body></html>`;

describe("a page of an article", () => {
  test("says by itself what the library wants to know", () => {
    expect(found(WELL_MADE)).toEqual({
      title: "Slow cranes",
      summary: "A slow crane moves more in a week than a fast one.",
      url: "https://ferrow.example/blog/slow-cranes",
      image: "https://www.ferrow.example/pictures/crane.jpg",
      author: "Rosa Lind",
      publishedOn: "2026-02-04",
      readingMinutes: 1,
      talkingPoint: "A slow crane moves more in a week than a fast one.",
      keywords: ["crane-operation", "ports"],
      text: expect.stringContaining("eleven cranes"),
      warnings: [],
    });
  });

  test.each([
    ["an article", { "@type": "BlogPosting" }],
    [
      "one of many things",
      { "@graph": [{ "@type": "WebSite", name: "Ferrow" }, { "@type": ["Thing", "NewsArticle"] }] },
    ],
  ])("is read by its JSON-LD too, %s", (_, shape) => {
    const said = {
      headline: "Slow cranes",
      description: "A slow crane moves more.",
      datePublished: "2026-02-04",
      author: [{ "@type": "Person", name: "Rosa Lind" }, { name: "Jo Hale" }],
      image: { "@type": "ImageObject", url: "https://cdn.ferrow.example/crane.png" },
      keywords: "cranes, ports",
    };
    const data =
      "@graph" in shape
        ? { "@graph": [shape["@graph"][0], { ...shape["@graph"][1], ...said }] }
        : { ...shape, ...said };
    const html = `<title>x</title><script type="application/ld+json">${JSON.stringify(data)}</script>`;
    expect(found(html)).toMatchObject({
      title: "Slow cranes",
      summary: "A slow crane moves more.",
      author: "Rosa Lind and Jo Hale",
      publishedOn: "2026-02-04",
      image: "https://cdn.ferrow.example/crane.png",
      keywords: ["cranes", "ports"],
    });
  });

  test("without any of it is read by its title and its first words, and what is missing is told", () => {
    const html =
      "<title>Slow &amp; steady</title><body><p>Hi.</p><p>A slow crane moves more in a week than a fast one does in two.</p>";
    expect(found(html)).toMatchObject({
      title: "Slow & steady",
      summary: "A slow crane moves more in a week than a fast one does in two.",
      url: URL_OF,
      warnings: ["The page names no picture.", "The page does not say when it was published."],
    });
    expect(read("<p>Nothing here</p>")).toEqual({ refused: "that page has no title" });
  });

  test("in the charset that it declares is not garbled", () => {
    const bytes = Buffer.from('<meta charset="iso-8859-1"><title>Größe</title>', "latin1");
    expect(readPage(bytes, { url: URL_OF })).toMatchObject({ title: "Größe" });
    expect(readPage(bytesOf("%PDF"), { url: URL_OF, contentType: "application/pdf" })).toEqual({
      refused: "that is no web page but application/pdf",
    });
  });
});

describe("a page of somebody who means no good", () => {
  test("leads readers nowhere but to its own site", () => {
    const page = found('<title>A</title><link rel="canonical" href="https://elsewhere.example/trap">');
    expect(page.url).toBe(URL_OF);
    expect(page.warnings).toContain("The page gives elsewhere.example as its own place: that is not taken.");
    for (const href of ["javascript:alert(1)", "data:text/html,x", "//u:p@ferrow.example/", "file:///etc/passwd"])
      expect(found(`<title>A</title><link rel="canonical" href="${href}">`).url).toBe(URL_OF);
    expect(found('<title>A</title><meta property="og:image" content="javascript:alert(1)">').image).toBeUndefined();
  });

  test("brings words and no markup, controls or lines", () => {
    const trap = "&lt;script&gt;alert(1)&lt;/script&gt;Cranes\r\nBcc: all\u202e <b onclick=x>now</b>";
    const page = found(
      `<title>${trap}</title><meta name="description" content="${trap}"><meta name="author" content="${trap}">`,
    );
    expect(`${page.title} ${page.summary} ${page.author}`).not.toMatch(/<|>|\n|\r|\u202e|alert/);
    expect(page.title).toContain("Cranes");
  });

  test("is not slow, however it is made", () => {
    const started = performance.now();
    read(`<title>A</title>${"<div>".repeat(200_000)}`);
    read(`<title>A</title><script type="application/ld+json">${"[".repeat(100_000)}</script>`);
    read(`<title>A</title>${'<meta name="a" content="b">'.repeat(60_000)}`);
    read(`<title>${"<".repeat(500_000)}`);
    read(`<title>A</title><meta charset${" ".repeat(200_000)}`);
    expect(performance.now() - started).toBeLessThan(4000);
  });

  test("whatever it is, is a page or is refused", () => {
    const parts = [
      "<title>",
      "</title>",
      "<meta property='og:title' content='",
      "'>",
      "<script type='application/ld+json'>",
      "</script>",
      '{"@type":"Article","headline":',
      "[",
      "]",
      "{",
      "}",
      '"',
      "<article>",
      "&#0;",
      "\u0000",
      "x ".repeat(30),
    ];
    const pages = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.array(fc.oneof(fc.constantFrom(...parts), fc.string()), { maxLength: 30 }).map((all) => bytesOf(all.join(""))),
    );
    fc.assert(
      fc.property(pages, (bytes) => {
        const page = readPage(bytes, { url: URL_OF });
        if ("refused" in page) return;
        expect(page.title).not.toBe("");
        expect(page.title.length).toBeLessThanOrEqual(200);
        expect(page.summary.length).toBeLessThanOrEqual(300);
        expect(new URL(page.url).hostname).toMatch(/^(?:www\.)?ferrow\.example$/);
      }),
      { numRuns: 300 },
    );
  });
});
