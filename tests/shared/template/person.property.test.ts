import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ArticleKind } from "../../../shared/content/article.ts";
import { previewOf } from "../../../shared/template/preview.ts";
import { sampleArticle } from "../../../shared/template/sample.ts";
import { templateNames, templateOf } from "../../../shared/template/templates.ts";
import { testConfig } from "../../fixtures/world.ts";
import { ana, odd, rep } from "../touch/northwind.ts";

const cases = templateNames().flatMap((name) =>
  templateOf(name).carries.map((kind): [typeof name, ArticleKind] => [name, kind]),
);

/** As CRMs export them: not there, blank, marks for "unknown", other scripts, whole sentences, and what programs make of nothing. */
const name = fc
  .oneof(
    fc.constantFrom(
      undefined,
      "",
      " ",
      "-",
      "n/a",
      ".",
      "🙂",
      "\u200b",
      "李",
      "محمد",
      "O'Brien & Søns <Ltd>",
      "{{firstName}}",
      "x".repeat(300),
    ),
    odd,
  )
  // What reads like a hole by itself is none of ours.
  .filter((text) => text === undefined || !/hi|hello|for|at|of|to|because|undefined|nan|object/i.test(text));
const person = fc.record({ firstName: name, lastName: name, company: name, title: name });

/** What readers see of the html: no style, no tags. */
const seen = (html: string): string => html.replaceAll(/<(style|title)>.*?<\/\1>/gs, "").replaceAll(/<[^>]*>/g, "\n");

const hole = /\b(?:Hi|Hello) ?[,.]? ?$|(?:Hi|for|at|of|to|because) *[,.]\s*$|\b(?:undefined|NaN|\[object)/m;
/** "Hello," alone on its line is what is said where there is no name. */
const withoutGreeting = (text: string): string => text.replaceAll(/^Hello,$/gm, "");

describe.each(cases)("the template %s, carrying a %s", (template, kind) => {
  const article = sampleArticle(kind);

  it("leaves no hole, whatever is missing or odd of a prospect", async () => {
    await fc.assert(
      fc.asyncProperty(person, name, async (odds, title) => {
        const prospect = { ...ana, ...odds };
        const email = await previewOf(testConfig, { template, article, prospect, rep: { ...rep, title } });
        for (const text of [email.text, seen(email.html)]) {
          expect(withoutGreeting(text)).not.toMatch(hole);
          expect(text).toContain("ana@northwind.example");
        }
        expect(email.text).toMatch(/^(?:Hi .*\S,|Hello,)$/m);
        expect(email.text).toMatch(/you and (?:your team|the team at \S)/);
        expect(email.subject.trim()).not.toBe("");
        expect(email.from.name.trim()).not.toBe("");
      }),
      { numRuns: 60 },
    );
  });

  it("says them by name where they have one", async () => {
    const { text } = await previewOf(testConfig, { template, article, prospect: ana, rep });
    expect(text).toContain("Hi Ana,");
    expect(text).toContain("you and the team at Northwind");
    const nobody = { ...ana, firstName: undefined, company: undefined };
    const fallback = await previewOf(testConfig, { template, article, prospect: nobody, rep });
    expect(fallback.text).toContain("Hello,");
    expect(fallback.text).toContain("you and your team");
  });
});
