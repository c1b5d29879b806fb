import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { Article } from "../../shared/content/article.ts";
import { importFeed } from "../../shared/content/import-feed.ts";
import { type FeedReading, readFeed } from "../../shared/content/read-feed.ts";
import { getLibrary } from "../../shared/content/store.ts";
import { fetchOutlet } from "../../shared/outlet.ts";
import { readFeedSource } from "../../stacks/commands/fetch-feed.ts";
import { libraryWorld } from "../shared/content/library-world.ts";

const folder = fileURLToPath(new URL("../../../shared/data/feeds/", import.meta.url));
const now = Date.UTC(2026, 10, 18, 9);
const files = readdirSync(folder).filter((name) => /\.(?:xml|json)$/.test(name));

/** As it was served: some files name their content type in their first comment. */
function read(name: string, change: (text: string) => string = (text) => text): FeedReading {
  const text = readFileSync(folder + name, "latin1");
  const contentType = /^Header:\s*Content-type:\s*(.+)$/im.exec(text)?.[1];
  return readFeed(Buffer.from(change(text), "latin1"), { source: name, now, contentType });
}

test.each(files)("%s goes in, or stays out with a reason", (name) => {
  const { articles, refused } = read(name);
  expect(articles.length + refused.length).toBeGreaterThan(0);
  for (const { reason } of refused) expect(reason).not.toBe("");
  for (const draft of articles) {
    const article = Article.omit({ addedAt: true, updatedAt: true }).parse(draft);
    expect(`${article.title} ${article.summary} ${article.talkingPoint}`).not.toMatch(
      /<[a-z/!]|\{\{|&(?:amp|lt|gt|quot);/i,
    );
  }
});

test("a feed file goes into the library, and the second time nothing changes", async () => {
  const app = libraryWorld({ now });
  for (const name of ["json__example.json", "wellformed__namespace__rss2.0withAtomNS.xml"]) {
    const feed = await readFeedSource(folder + name, fetchOutlet);
    expect((await importFeed(app, feed, { dryRun: false })).counts).toMatchObject({ refused: 0, unchanged: 0 });
    expect((await importFeed(app, feed, { dryRun: false })).counts).toMatchObject({ imported: 0, updated: 0 });
  }
  expect((await getLibrary(app.table)).map((article) => article.url).toSorted()).toEqual([
    "http://www.kylev.com/2005/03/29/rsync-and-vfat/",
    "https://example.org/initial-post",
    "https://example.org/second-item",
  ]);
});

/** Most files test one element and have no title or no link; with those they are whole items, and what they expect can be seen. */
const completed = (text: string): string =>
  text
    .replace(/<item>/, "<item><link>http://whole.example/</link><title>Whole</title>")
    .replace(/<entry>/, '<entry><link href="http://whole.example/"/>');

test.each([
  ["encoding__demoronize-1.xml", "don\u2019t"],
  ["encoding__euc-kr-item.xml", "\ub144"],
  ["wellformed__atom10__entry_content_escaped_markup.xml", "Example Atom"],
  ["wellformed__atom10__entry_content_inline_markup.xml", "Example Atom"],
  ["wellformed__atom10__entry_content_text_plain_brackets.xml", "History of the <blink> tag"],
  ["wellformed__rss__item_description_and_summary.xml", "Example description"],
  ["wellformed__rss__item_description_naked_markup.xml", "Example description"],
  ["wellformed__sanitize__style_color_red.xml", "Some text"],
])("%s: the summary is %s", (name, summary) => expect(read(name, completed).articles[0]?.summary).toBe(summary));

test.each([
  ["illformed__chardet__shiftjis.xml", "DrecomRSSに記事投稿が反映されない…"],
  ["wellformed__atom10__entry_title_escaped_markup.xml", "Example Atom"],
  ["wellformed__atom10__entry_title_type_empty-no-crash.xml", "evil"],
  ["wellformed__sanitize__entry_title_embed.xml", "safe description"],
  ["wellformed__node_precedence__atom10_title.xml", "Correct Value"],
])("%s: the title is %s", (name, title) => expect(read(name, completed).articles[0]?.title).toBe(title));

const titled = (text: string): string =>
  text.replace(/<item>/, "<item><title>Whole</title>").replace(/<entry>/, "<entry><title>Whole</title>");

test.each([
  ["illformed__rss_item_link_corrupted_ampersands.xml", "http://link/get?a=1&b=2"],
  ["wellformed__atom10__entry_link_alternate_map_link_3.xml", "http://www.example.com/alternate"],
  ["wellformed__atom10__entry_link_multiple.xml", "http://www.example.com/"],
  ["wellformed__atom10__entry_link_no_rel.xml", "http://www.example.com/"],
  ["wellformed__rss__item_guid.xml", "http://guid.example.com/"],
  ["wellformed__rss__item_guid_conflict_link.xml", "http://link.example.com/"],
  ["wellformed__rss__item_image_link_bleed.xml", "http://item.test/"],
])("%s: the link is %s", (name, link) => expect(read(name, titled).articles[0]?.url).toBe(link));

test("what they say of dates, topics and images", () => {
  expect(read("wellformed__rss__item_dc_date_parsed.xml", completed).articles[0]?.publishedOn).toBe("2003-12-31");
  expect(read("wellformed__rss__item_pubDate.xml", completed).articles[0]?.publishedOn).toBe("2004-01-01");
  expect(read("wellformed__rss__item_category_multiple.xml", completed).articles[0]?.topics).toEqual([
    "example-category-1",
    "example-category-2",
  ]);
  expect(read("wellformed__media-rss__media_thumbnail.xml", completed).articles[0]?.image).toBe(
    "http://example.com/thumbnail.jpg",
  );
  expect(read("wellformed__rss__item_guid_not_permalink.xml", titled).refused[0]?.reason).toBe(
    "no link readers could follow",
  );
});
