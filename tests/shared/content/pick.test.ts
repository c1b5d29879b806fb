import { describe, expect, test } from "vitest";
import { pickArticle } from "../../../shared/content/pick.ts";
import type { PickFor } from "../../../shared/content/pick.ts";
import { article, caseStudy } from "../../fixtures/world.ts";

const wanted = (changes: Partial<PickFor> = {}, who: Partial<PickFor["prospect"]> = {}): PickFor => ({
  prospect: { seen: [], sector: "food", topics: [], ...who },
  date: "2026-11-25",
  slotKind: "blog-post",
  sectorRules: { neutralCaseStudy: true, blogPostInstead: true },
  clickedTopics: {},
  ...changes,
});

describe("picking an article", () => {
  test("the newest that they have not had", () => {
    const library = [article("new", { publishedOn: "2026-11-01" }), article("old")];
    expect(pickArticle(library, wanted())?.id).toBe("new");
    expect(pickArticle(library, wanted({}, { seen: ["new"] }))?.id).toBe("old");
    expect(pickArticle(library, wanted({}, { seen: ["new", "old"] }))).toBeUndefined();
  });

  test("what they clicked before comes before what is newer", () => {
    const library = [article("new", { topics: ["audits"] }), article("old", { topics: ["rounds"] })];
    expect(pickArticle(library, wanted({ clickedTopics: { rounds: 2 } }))?.id).toBe("old");
  });

  test("only topics they asked for, if they asked", () => {
    const library = [article("a", { topics: ["audits"] }), article("b", { topics: ["rounds"] })];
    expect(pickArticle(library, wanted({}, { topics: ["rounds"] }))?.id).toBe("b");
    expect(pickArticle(library.slice(0, 1), wanted({}, { topics: ["rounds"] }))).toBeUndefined();
  });

  test("nothing that is not published yet", () => {
    expect(pickArticle([article("later", { publishedOn: "2026-11-26" })], wanted())).toBeUndefined();
  });

  test("a case study of another sector is never sent: neutral, else a blog post, else nothing", () => {
    const other = caseStudy("hospital", { sector: "healthcare" });
    const own = caseStudy("dairy", { sector: "food" });
    const neutral = caseStudy("anyone");
    const post = article("post");
    const slot = wanted({ slotKind: "case-study" });
    expect(pickArticle([other, post, neutral, own], slot)?.id).toBe("dairy");
    expect(pickArticle([other, post, neutral], slot)?.id).toBe("anyone");
    expect(pickArticle([other, post], slot)?.id).toBe("post");
    expect(pickArticle([other], slot)).toBeUndefined();
    const strict = wanted({ slotKind: "case-study", sectorRules: { neutralCaseStudy: false, blogPostInstead: false } });
    expect(pickArticle([other, post, neutral], strict)).toBeUndefined();
  });

  test("someone of no known sector gets only sector-neutral case studies", () => {
    const slot = wanted({ slotKind: "case-study" }, { sector: undefined });
    expect(pickArticle([caseStudy("dairy", { sector: "food" }), caseStudy("anyone")], slot)?.id).toBe("anyone");
  });
});
