import { describe, expect, test } from "vitest";
import type { ReadResult } from "../../../shared/content/draft.ts";
import { readPost } from "../../../shared/content/read-post.ts";
import { post } from "./library-world.ts";

const read = (path: string, fields: string): ReadResult =>
  readPost(post(path, `---\ntitle: T\ndate: 2026-02-04\n${fields}\n---\nText.\n`), {
    baseUrl: "https://ferrow.example",
    now: Date.UTC(2026, 10, 18),
  });

const PARTS =
  "client: Port of Vale\nproblem: Cranes stood still a third of the night.\nresult: Idle time fell by half.\nnumber: 52 %\nquote: We sleep again.";

describe("a case study", () => {
  test.each([
    ["a.md", "kind: case-study"],
    ["a.md", "layout: customer-story"],
    ["a.md", "categories: [Case Studies, Ports]"],
    ["content/customers/vale/index.md", "x: y"],
  ])("%s with %s", (path, fields) => {
    expect(read(path, `${fields}\n${PARTS}\nindustry: Logistics & Supply Chain`)).toMatchObject({
      article: {
        kind: "case-study",
        sector: "logistics",
        caseStudy: {
          client: "Port of Vale",
          problem: "Cranes stood still a third of the night.",
          result: "Idle time fell by half.",
          number: "52 %",
          quote: "We sleep again.",
        },
        talkingPoint: "Port of Vale: Idle time fell by half.",
        warnings: [],
      },
    });
  });

  test("that says it is one but lacks its parts is refused, naming them", () => {
    expect(read("a.md", "kind: case-study\nclient: Port of Vale")).toEqual({
      outcome: "refused",
      reason: "a case study without problem, result: front matter must name client, problem and result",
    });
  });

  test("that only lies in such a folder is a blog post, and it is said", () => {
    expect(read("case-studies/vale.md", "x: y")).toMatchObject({
      article: {
        kind: "blog-post",
        warnings: ["called a case study but names no client, problem, result: imported as a blog post"],
      },
    });
  });

  test("of a sector nobody knows stays open, and it is said", () => {
    const result = read("a.md", `kind: case-study\n${PARTS}\nsector: Underwater basketry`);
    expect(result).toMatchObject({
      article: { warnings: ['sector "Underwater basketry" is not one Midweek knows: left open'] },
    });
    expect(result.outcome === "article" && "sector" in result.article).toBe(false);
  });
});

describe("other kinds", () => {
  test.each([
    ["a.md", "type: ebook", "resource"],
    ["a.md", "category: White Papers", "resource"],
    ["guides/a.md", "x: y", "resource"],
    ["a.md", "layout: post", "blog-post"],
    ["_posts/a.md", `tags: [case-study]\n${PARTS}`, "blog-post"],
  ])("%s with %s is a %s", (path, fields, kind) => expect(read(path, fields)).toMatchObject({ article: { kind } }));
});

describe("the talking point", () => {
  const pointOf = (description: string): string => {
    const result = read("a.md", `description: "${description}"`);
    return result.outcome === "article" ? result.article.talkingPoint : "";
  };

  test("is the author's own where there is one", () => {
    expect(
      read(
        "a.md",
        "talking_point: Ask who reads the log at night.\ndescription: Something else altogether, in more words.",
      ),
    ).toMatchObject({
      article: { talkingPoint: "Ask who reads the log at night." },
    });
  });

  test("is no sentence that leans on another, asks, or speaks as one person", () => {
    expect(
      pointOf(
        "But this is not the end of it, as you will see. Have you ever watched a crane at night? I wrote about my cranes last year already. Slow cranes move more in a week than fast ones.",
      ),
    ).toBe("Slow cranes move more in a week than fast ones.");
  });

  test("prefers what was measured", () => {
    expect(
      pointOf(
        "Slow cranes are a pleasant thing to watch at night. Slow cranes move 12 % more in a week than fast ones.",
      ),
    ).toBe("Slow cranes move 12 % more in a week than fast ones.");
  });

  test("is the title when nothing can be said", () => expect(pointOf("Soon!")).toBe("T"));
});
