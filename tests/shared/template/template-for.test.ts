import { describe, expect, it } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { renderArticle } from "../../../shared/touch/compose.ts";
import { templateFor } from "../../../shared/template/template-for.ts";
import { usesOf } from "../../../shared/template/uses.ts";
import { article, caseStudy, prospect, testConfig, testWorld } from "../../fixtures/world.ts";

const cadence = (templates: Partial<typeof defaultCadence.templates>) => ({
  ...defaultCadence,
  templates: { ...defaultCadence.templates, ...templates },
});

describe("the template an article goes out in", () => {
  it("is the one the cadence names for its kind", () => {
    expect(templateFor(defaultCadence, article("a"))).toBe("blog-post");
    expect(templateFor(defaultCadence, article("a", { kind: "resource" }))).toBe("blog-post");
    expect(templateFor(defaultCadence, caseStudy("a"))).toBe("case-study");
  });

  it("is the kind's own where that cannot show it, is gone, or was never said", () => {
    expect(templateFor(cadence({ resource: "case-study" }), article("a", { kind: "resource" }))).toBe("blog-post");
    expect(templateFor(cadence({ "case-study": "blog-post" }), caseStudy("a"))).toBe("case-study");
    expect(templateFor(cadence({ "blog-post": "digest-of-old" }), article("a"))).toBe("blog-post");
    expect(templateFor({}, caseStudy("a"))).toBe("case-study");
  });

  it("is a post's for a case study that came without client, problem and result", () => {
    expect(templateFor(defaultCadence, article("a", { kind: "case-study" }))).toBe("blog-post");
  });

  it("refuses an article that it cannot show", async () => {
    const variant = { tracked: false, meeting: true };
    await expect(renderArticle(article("a"), testConfig.company, variant, "case-study")).rejects.toThrow("cannot show");
  });

  it("is written to the touch", async () => {
    const world = await testWorld({
      prospects: [prospect("rui00000000")],
      articles: [article("rounds"), caseStudy("harbour")],
    });
    await world.pass("2026-11-27T00:00Z");
    const touches = await touchesOf(world.app.table, "rui00000000");
    expect(touches.map(({ articleId, template }) => [articleId, template])).toEqual([
      ["rounds", "blog-post"],
      ["harbour", "case-study"],
    ]);
  });
});

describe("where a template is used", () => {
  it("says which cadences use it for which kinds of article", () => {
    const quiet = { ...cadence({ "case-study": "gone" }), id: "quiet", name: "Quiet" };
    expect(usesOf("case-study", [defaultCadence, quiet])).toEqual([
      { cadence: { id: "default", name: "Midweek" }, kinds: ["case-study"] },
      { cadence: { id: "quiet", name: "Quiet" }, kinds: ["case-study"] },
    ]);
    expect(usesOf("blog-post", [defaultCadence])[0]?.kinds).toEqual(["blog-post", "resource"]);
    expect(usesOf("blog-post", [])).toEqual([]);
  });
});
