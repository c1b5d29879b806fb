import { describe, expect, test } from "vitest";
import type { ArticleDraft } from "../../../shared/content/draft.ts";
import { readPost } from "../../../shared/content/read-post.ts";
import { bytesOf, post } from "./library-world.ts";

const site = { baseUrl: "https://ferrow.example/blog", now: Date.UTC(2026, 10, 18, 9) };

function article(path: string, text: string): ArticleDraft {
  const read = readPost(post(path, text), site);
  if (read.outcome !== "article") throw new Error(`${read.outcome}: ${read.reason}`);
  return read.article;
}

function notTaken(path: string, text: string): { outcome: string; reason: string } {
  const read = readPost(post(path, text), site);
  if (read.outcome === "article") throw new Error("it went in");
  return read;
}

const WHARF = `---
title: "Quieter nights at the *wharf* &amp; beyond"
description: A crane that moves slower at night moved more by the week. This is how the crew found out.
date: 2026-02-04
author: Ines Falk
tags: [Night Shift, cranes, "night shift"]
categories: Ports & harbours, Noise
image: /img/wharf.jpg
---

# Something else

The first words of the text.
`;

describe("a post with front matter", () => {
  const read = article("_posts/2026-01-31-quiet-wharf.md", WHARF);

  test("keeps what its author says", () => {
    expect(read).toMatchObject({
      kind: "blog-post",
      title: "Quieter nights at the wharf & beyond",
      summary: "A crane that moves slower at night moved more by the week. This is how the crew found out.",
      url: "https://ferrow.example/blog/quiet-wharf",
      image: "https://ferrow.example/img/wharf.jpg",
      author: "Ines Falk",
      topics: ["night-shift", "cranes", "ports-harbours", "noise"],
      source: "_posts/2026-01-31-quiet-wharf.md",
      warnings: [],
    });
  });

  test("has the date of its front matter, not of its file name", () => expect(read.publishedOn).toBe("2026-02-04"));

  test("gives the rep a sentence that stands on its own", () =>
    expect(read.talkingPoint).toBe("A crane that moves slower at night moved more by the week."));

  test("is the same with a byte order mark, Windows line ends and no line end at its end", () => {
    const windows = article("_posts/2026-01-31-quiet-wharf.md", `\ufeff${WHARF.trimEnd().replaceAll("\n", "\r\n")}`);
    expect(windows).toEqual(read);
  });
});

describe("front matter of other kinds", () => {
  test.each([
    [
      "TOML",
      `+++\ntitle = "Slow cranes"\ndate = 2026-03-01T08:00:00+01:00\n[taxonomies]\ntags = ["cranes"]\n+++\nText.`,
    ],
    ["JSON in brackets", `{\n  "title": "Slow cranes", "date": "2026-03-01", "tags": ["cranes"] }\n\nText.`],
    ["JSON in semicolons", `;;;\n{"title": "Slow cranes", "date": "2026-03-01", "tags": ["cranes"]}\n;;;\nText.`],
    ["JSON named", `---json\n{"title": "Slow cranes", "date": "2026-03-01", "tags": ["cranes"]}\n---\nText.`],
    ["YAML ending in dots", `---\ntitle: Slow cranes\ndate: 2026-03-01\ntags: cranes\n...\nText.`],
    [
      "YAML with a quoted text that is not indented",
      `---\ntags: cranes\ndate: 2026-03-01\ntitle: "Slow\ncranes"\n---\nText.`,
    ],
  ])("%s", (_name, text) => {
    expect(article("slow.md", text)).toMatchObject({
      title: "Slow cranes",
      publishedOn: "2026-03-01",
      topics: ["cranes"],
      summary: "Text.",
    });
  });

  test("numbers and dates stay as they are written", () => {
    expect(article("a.md", "---\ntitle: 3.10\ndate: 2026-02-04\n---\n").title).toBe("3.10");
  });

  test("a program is not run but refused", () => {
    const program = "---js\n{ title: (globalThis.ran = true, 'x') }\n---\n# Title\n";
    expect(notTaken("a.md", program)).toEqual({
      outcome: "refused",
      reason: "the front matter is a program (js), and files are never run",
    });
    expect("ran" in globalThis).toBe(false);
    expect(article("a.md", "---\ntitle: !!js/function 'function () { globalThis.ran = true }'\n---\n").title).toContain(
      "function",
    );
    expect("ran" in globalThis).toBe(false);
  });

  test.each([
    ["---\ntitle: [\n---\nText", /YAML front matter cannot be read/],
    ["+++\ntitle = \n+++\nText", /TOML front matter cannot be read/],
    ['{ "title": "x"', /JSON front matter is never closed/],
    ["---\ntitle: x\n", /never closed/],
    ["---\n- a\n- b\n---\n", /not a list of named fields/],
    [
      "---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\ntitle: [*c,*c,*c]\n---\n",
      /alias/,
    ],
  ])("broken: %s", (text, reason) =>
    expect(notTaken("a.md", text)).toMatchObject({ outcome: "refused", reason: expect.stringMatching(reason) }),
  );
});

describe("what is not for readers is left out", () => {
  test.each([
    ["a.md", "---\ntitle: x\ndraft: true\n---\n", "a draft"],
    ["a.md", "---\ntitle: x\npublished: false\n---\n", "published: false"],
    ["_drafts/a.md", "# x\n", "in a drafts folder"],
    ["a.md", "---\ntitle: x\ndate: 2026-12-24\n---\n", "dated 2026-12-24, which is still to come"],
    ["2027-01-02-a.md", "# x\n", "dated 2027-01-02, which is still to come"],
    ["a.md", "---\ntitle: x\nexpiryDate: 2026-01-01\n---\n", "expired on 2026-01-01"],
    ["blog/_index.md", "---\ntitle: Blog\n---\n", "the page of a section, not a post"],
  ])("%s %j", (path, text, reason) => expect(notTaken(path, text)).toEqual({ outcome: "left-out", reason }));
});

describe("what cannot go in is refused with the reason", () => {
  test("no title", () =>
    expect(notTaken("a.md", "Only words.").reason).toBe("no title: neither in the front matter nor as a heading"));
  test("too large", () => expect(notTaken("a.md", "x".repeat(2 * 1024 * 1024 + 1)).reason).toBe("larger than 2 MiB"));
  test("not a post", () => expect(notTaken("a.erb", "# x").reason).toMatch(/^not a post/));
  test("not text", () => {
    expect(readPost({ path: "a.md", bytes: Uint8Array.of(0x23, 0x20, 0x81, 0x8d, 0x00) }, site)).toEqual({
      outcome: "refused",
      reason: "not text in UTF-8",
    });
  });
  test("the text of an old office machine is read and said to be", () => {
    const bytes = Uint8Array.from("# Caf\u00e9 in the old harbour", (letter) => letter.charCodeAt(0));
    const read = readPost({ path: "a.md", bytes }, site);
    expect(read).toMatchObject({
      article: {
        title: "Café in the old harbour",
        warnings: expect.arrayContaining(["not in UTF-8: read as windows-1252"]),
      },
    });
  });
});

describe("the summary", () => {
  const told = (body: string, path = "a.md"): ArticleDraft =>
    article(path, `---\ntitle: T\ndate: 2026-02-04\n---\n${body}`);

  test("is the first paragraph that says something, without markup", () => {
    const body = `import Chart from "./chart"\n\n![logo](/logo.png)\n\n{{< figure src="a.png" title="{{x}}" >}}\n\nBy Ines Falk\n\n:::note\nUpdated since.\n:::\n\n> A quote before the text begins.\n\nA **slow** [crane](https://a.example) {{ site.name }}moves {% comment %}not this{% endcomment %}more &amp; breaks less<script>alert(1)</script>, the crew found.\n`;
    expect(told(body, "a.mdx").summary).toBe("A slow crane moves more & breaks less, the crew found.");
  });

  test("ends with a sentence where it can", () => {
    const sentence = "The crane moved eleven containers an hour, one fewer than before, all night long. ";
    expect(told(sentence.repeat(9)).summary).toBe(sentence.repeat(3).trim());
  });

  test("else with a word and an ellipsis, and never above 300 characters", () => {
    const { summary } = told("container ".repeat(60));
    expect(summary.length).toBeLessThanOrEqual(300);
    expect(summary).toMatch(/container…$/);
  });

  test("of an HTML post is its first paragraph too", () => {
    expect(
      told(
        "<div><nav><li>Home</li></nav>\n  <p>A slow\n  crane moves more in a week than a fast one.</p></div>",
        "a.html",
      ).summary,
    ).toBe("A slow crane moves more in a week than a fast one.");
  });
});

describe("the address", () => {
  const at = (fields: string, path = "content/posts/slow-crane/index.md"): ArticleDraft =>
    article(path, `---\ntitle: T\ndate: 2026-02-04\n${fields}\n---\n`);

  test.each([
    ["", "https://ferrow.example/blog/slow-crane"],
    ["slug: crane", "https://ferrow.example/blog/crane"],
    ["permalink: /notes/:year/:title/", "https://ferrow.example/blog/notes/2026/slow-crane/"],
    ["canonical_url: https://other.example/crane", "https://other.example/crane"],
    ["external_url: https://other.example/crane", "https://other.example/crane"],
  ])("%j", (fields, url) => expect(at(fields)).toMatchObject({ url, warnings: [] }));

  test.each([
    "permalink: /%2e%2e/%2E%2e/etc",
    "url: ../../etc",
    "url: javascript:alert(1)",
    "canonical_url: 'ftp://a.example'",
    "link: https://me:secret@a.example/",
  ])("%s is not followed and said so", (fields) => {
    expect(at(fields)).toMatchObject({
      url: "https://ferrow.example/blog/slow-crane",
      warnings: [expect.stringContaining("address")],
    });
  });

  test("a slug cannot leave the site's folder", () =>
    expect(at("slug: ../../admin").url).toBe("https://ferrow.example/blog/admin"));
});

describe("author, image, time and date", () => {
  const having = (fields: string, body = "", path = "a.md"): ArticleDraft =>
    article(path, `---\ntitle: T\n${fields}\n---\n${body}`);

  test.each([
    ["author: '[Ines Falk](https://a.example), Harbour Master'", "Ines Falk, Harbour Master"],
    ["authors: [ines-falk, Bo Ray]", "Ines Falk and Bo Ray"],
    ["author: { name: Ines Falk, email: i@a.example }", "Ines Falk"],
    ["authors:\n  - name: Ines Falk\n  - name: Bo Ray", "Ines Falk and Bo Ray"],
  ])("%s", (fields, author) => expect(having(fields).author).toBe(author));

  test.each([
    ["cover: { image: crane.jpg }", "", "https://ferrow.example/blog/a/crane.jpg"],
    ["images: [/a/b.png]", "", "https://ferrow.example/a/b.png"],
    [
      "x: y",
      "![pixel](data:image/gif;base64,R0)\n\n![crane](https://cdn.example/crane.jpg)",
      "https://cdn.example/crane.jpg",
    ],
  ])("image %s %s", (fields, body, image) => expect(having(fields, body).image).toBe(image));

  test("an image that is no web address is left out", () =>
    expect(having("image: 'javascript:alert(1)'").image).toBeUndefined());

  test("reading takes a minute for 238 words", () =>
    expect(having("x: y", "word ".repeat(238 * 3)).readingMinutes).toBe(3));

  test.each([
    ["date: 2026-02-04 23:30:00 -0800", "2026-02-04"],
    ["date: 4 February 2026", "2026-02-04"],
    ["date: 'February 4, 2026'", "2026-02-04"],
    ["date: Wed, 04 Feb 2026 10:00:00 GMT", "2026-02-04"],
    ["date: 2026/2/4", "2026-02-04"],
  ])("%s", (fields, date) => expect(having(fields).publishedOn).toBe(date));

  test("without a date anywhere it has the day of import, and says so", () => {
    expect(having("x: y")).toMatchObject({
      publishedOn: "2026-11-18",
      dateIsGuessed: true,
      warnings: [expect.stringContaining("no date")],
    });
  });

  test("a day and month nobody can tell apart are not guessed", () =>
    expect(having("date: 03/04/2025").dateIsGuessed).toBe(true));
});

test("nothing is read beyond the file it was given", () => {
  expect(readPost({ path: "../../etc/passwd.md", bytes: bytesOf("# x") }, site)).toMatchObject({
    article: { url: "https://ferrow.example/blog/passwd" },
  });
});
