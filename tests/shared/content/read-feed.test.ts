import { describe, expect, test } from "vitest";
import { type FeedReading, readFeed } from "../../../shared/content/read-feed.ts";
import { bytesOf } from "./library-world.ts";

const now = Date.UTC(2026, 10, 18, 9);
const read = (text: string | Uint8Array, contentType?: string, url?: string): FeedReading =>
  readFeed(typeof text === "string" ? bytesOf(text) : text, { source: "feed.xml", now, contentType, url });

const rss = (items: string, channel = ""): string =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Ferrow</title><link>https://ferrow.example/</link>${channel}${items}</channel></rss>`;
const crane =
  "<title>Slow cranes</title><link>https://ferrow.example/slow</link><pubDate>Wed, 04 Feb 2026 10:00:00 +0100</pubDate>";

describe("one article, in every format", () => {
  test.each([
    [
      "RSS 2.0",
      rss(
        `<item>${crane}<dc:creator>Ines Falk</dc:creator><category>Night shift</category><description>&lt;p&gt;A slow crane moves &lt;b&gt;more&lt;/b&gt; &amp;amp; breaks less.&lt;/p&gt;</description></item>`,
      ),
    ],
    [
      "RSS 0.91",
      `<rss version="0.91"><channel><item>${crane}<author>Ines Falk</author><category>night shift</category><description>A slow crane moves more &amp;amp; breaks less.</description></item></channel></rss>`,
    ],
    [
      "RSS 1.0",
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>F</title><link>https://ferrow.example/</link><description>d</description></channel><item rdf:about="https://ferrow.example/slow"><title>Slow cranes</title><link>https://ferrow.example/slow</link><dc:creator>Ines Falk</dc:creator><dc:subject>Night shift</dc:subject><dc:date>2026-02-04T10:00:00+01:00</dc:date><description>A slow crane moves more &amp;amp; breaks less.</description></item></rdf:RDF>`,
    ],
    [
      "Atom 1.0",
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://ferrow.example/"><entry><title type="html">Slow &lt;i&gt;cranes&lt;/i&gt;</title><link rel="self" href="/api/1"/><link href="slow"/><author><name>Ines Falk</name></author><category term="Night shift"/><published>2026-02-04T10:00:00+01:00</published><updated>2026-05-01T10:00:00Z</updated><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A slow crane moves <b>more</b> &amp; breaks less.</div></summary></entry></feed>`,
    ],
    [
      "Atom 0.3",
      `<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry><title>Slow cranes</title><link rel="alternate" type="text/html" href="https://ferrow.example/slow"/><author><name>Ines Falk</name></author><category term="night shift"/><issued>2026-02-04T10:00:00+01:00</issued><summary>A slow crane moves more &amp; breaks less.</summary></entry></feed>`,
    ],
    [
      "JSON Feed",
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "F",
        home_page_url: "https://ferrow.example/",
        items: [
          {
            id: "1",
            url: "/slow",
            title: "Slow cranes",
            authors: [{ name: "Ines Falk" }],
            tags: ["Night shift"],
            date_published: "2026-02-04T10:00:00+01:00",
            content_html: "<p>A slow crane moves <b>more</b> &amp; breaks less.</p>",
          },
        ],
      }),
    ],
  ])("%s", (_name, text) => {
    const { articles, refused } = read(text);
    expect(refused).toEqual([]);
    expect(articles).toEqual([
      expect.objectContaining({
        kind: "blog-post",
        title: "Slow cranes",
        summary: "A slow crane moves more & breaks less.",
        talkingPoint: "A slow crane moves more & breaks less.",
        url: "https://ferrow.example/slow",
        author: "Ines Falk",
        publishedOn: "2026-02-04",
        topics: ["night-shift"],
        warnings: [],
      }),
    ]);
  });
});

describe("what is dangerous stays harmless", () => {
  test("scripts, handlers and tags never survive", () => {
    const { articles } = read(
      rss(
        `<item>${crane}<description><![CDATA[<img src=x onerror=alert(1)><script>alert(2)</script><style>b{}</style>Safe &lt;script&gt;words<a href="javascript:alert(3)">here</a>]]></description></item>`,
      ),
    );
    expect(articles[0]?.summary).toBe("Safe <script>wordshere");
  });

  test("a link that runs code is refused, and the rest goes in", () => {
    const { articles, refused } = read(
      rss(`<item><title>Bad</title><link>javascript:alert(1)</link></item><item>${crane}</item>`),
    );
    expect(articles.map((article) => article.title)).toEqual(["Slow cranes"]);
    expect(refused).toEqual([{ item: 'item 1 "Bad"', reason: 'the link "javascript:alert(1)" is not a web address' }]);
  });

  test("entities are neither expanded nor fetched", () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>`;
    const { articles } = read(
      `${bomb}${rss(`<item>${crane}<description>x &b; &c; y</description></item>`).replace('<?xml version="1.0"?>', "")}`,
    );
    expect(articles[0]?.summary).toBe("x &b; &c; y");
  });
});

describe("links", () => {
  const linkOf = (item: string, url?: string): string | undefined =>
    read(rss(`<item><title>T</title>${item}</item>`, ""), undefined, url).articles[0]?.url;

  test.each([
    ["<link>/a</link>", undefined, "https://ferrow.example/a"],
    ["<guid>https://ferrow.example/g</guid>", undefined, "https://ferrow.example/g"],
    ["<guid isPermaLink='false'>https://ferrow.example/g</guid>", undefined, undefined],
    [
      "<link>https://ferrow.example/l</link><guid>https://ferrow.example/g</guid>",
      undefined,
      "https://ferrow.example/l",
    ],
    ["<link>?a=1&amp;b=2</link>", undefined, "https://ferrow.example/?a=1&b=2"],
  ])("%s", (item, url, address) => expect(linkOf(item, url)).toBe(address));

  test("without a base of the feed's own they count from where it was fetched", () => {
    const text = "<rss><channel><item><title>T</title><link>b</link></item></channel></rss>";
    expect(read(text, undefined, "https://ferrow.example/a/feed.xml").articles[0]?.url).toBe(
      "https://ferrow.example/a/b",
    );
  });
});

describe("what is missing is said", () => {
  test("a date of the feed, then the day of import", () => {
    const item = "<item><title>T</title><link>https://ferrow.example/t</link></item>";
    expect(read(rss(item, "<pubDate>4 Feb 2026 10:00 GMT</pubDate>")).articles[0]).toMatchObject({
      publishedOn: "2026-02-04",
      warnings: ["no date of its own: the feed's is used"],
    });
    expect(read(rss(item)).articles[0]).toMatchObject({
      publishedOn: "2026-11-18",
      warnings: ["no date: the day of import is used"],
    });
  });

  test("a title is taken from the text", () => {
    const { articles } = read(
      rss(
        "<item><link>https://ferrow.example/t</link><pubDate>4 Feb 2026</pubDate><description>Slow cranes win. Fast ones rest.</description></item>",
      ),
    );
    expect(articles[0]).toMatchObject({ title: "Slow cranes win.", warnings: ["no title: its first words are used"] });
  });

  test.each([
    ["", "an empty file"],
    ["<html><body>Not found</body></html>", "a web page, not a feed"],
    ["name,email\na,b", "not an RSS, Atom, RDF or JSON feed"],
    ["<rss><channel><title>x</title></channel></rss>", "a feed without items"],
    ['{"a": 1}', "not an RSS, Atom, RDF or JSON feed"],
  ])("%j is no feed", (text, reason) => expect(read(text).refused).toEqual([{ item: "the feed", reason }]));
});

describe("ill-formed feeds go as far as they go", () => {
  test("one that breaks off keeps its whole items", () => {
    const whole = rss(`<item>${crane}</item><item><title>Half`);
    expect(read(whole.slice(0, whole.indexOf("Half") + 2)).articles.map((article) => article.title)).toEqual([
      "Slow cranes",
    ]);
  });

  test("blank lines and a stray word before it", () =>
    expect(read(`\n\n oops ${rss(`<item>${crane}</item>`)}`).articles).toHaveLength(1));
});

describe("encodings", () => {
  const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const titled = (declaration: string, title: string): string =>
    `${declaration}<rss version="2.0"><channel><item><title>${title}</title><link>https://a.example/</link></item></channel></rss>`;
  const titleOf = (bytes: Uint8Array, contentType?: string): string | undefined =>
    read(bytes, contentType).articles[0]?.title;

  test.each([
    ["the one declared", latin(titled('<?xml version="1.0" encoding="euc-kr"?>', "\xb3\xe2")), undefined, "년"],
    ["the one it was served with", latin(titled("", "\xb3\xe2")), "text/xml; charset=EUC-KR", "년"],
    ["none named, Western", latin(titled("", "don\x92t")), undefined, "don’t"],
    ["none named, Japanese", latin(titled("", "\x82\xcc\x82\xe0\x82\xcc")), undefined, "のもの"],
    ["UTF-8 called Latin-1", bytesOf(titled('<?xml version="1.0" encoding="iso-8859-1"?>', "Café")), undefined, "Café"],
    ["curly quotes among the control characters", bytesOf(titled("", "don\u0092t")), undefined, "don’t"],
    [
      "a charset that does not exist",
      bytesOf(titled('<?xml version="1.0" encoding="bogus"?>', "Café")),
      undefined,
      "Café",
    ],
    ["UTF-16", Uint8Array.from(Buffer.from(`\ufeff${titled("", "Café")}`, "utf16le")), undefined, "Café"],
  ])("%s", (_name, bytes, contentType, title) => expect(titleOf(bytes, contentType)).toBe(title));
});
