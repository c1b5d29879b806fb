import { describe, expect, it } from "vitest";
import type { Article } from "../../../shared/content/article.ts";
import { wordingOf } from "../../../shared/touch/wording.ts";
import { company, post, study } from "./northwind.ts";

const subjectOf = (article: Article): string => wordingOf(article, company).subject;

describe("the subject", () => {
  it("is a post's title, cut at a word where it is long", () => {
    expect(subjectOf(post)).toBe("What a missed window costs");
    const subject = subjectOf({
      ...post,
      title: "What a missed delivery window really costs a fleet of forty trucks in a year",
    });
    expect(subject).toBe("What a missed delivery window really costs a fleet of forty trucks in…");
  });

  it("names the client of a case study once", () => {
    expect(subjectOf(study)).toBe("How Harbour Freight did it: Mornings without phone calls");
    expect(subjectOf({ ...study, title: "Harbour Freight sleeps longer" })).toBe("Harbour Freight sleeps longer");
  });

  it("is the title for a case study that came without its details", () => {
    const { caseStudy: _, ...bare } = study;
    expect(wordingOf(bare, company)).toMatchObject({ shown: "blog-post", subject: "Mornings without phone calls" });
  });
});
