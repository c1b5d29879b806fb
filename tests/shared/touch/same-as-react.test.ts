import * as fc from "fast-check";
import { createElement, type ReactElement } from "react";
import { render } from "react-email";
import { describe, expect, it } from "vitest";
import BlogPost from "../../../emails/blog-post.tsx";
import CaseStudy from "../../../emails/case-study.tsx";
import type { Article } from "../../../shared/content/article.ts";
import { textOptions } from "../../../shared/touch/compile.ts";
import { renderArticle } from "../../../shared/touch/compose.ts";
import { fill, type Values } from "../../../shared/touch/fill.ts";
import { wordingOf } from "../../../shared/touch/wording.ts";
import { ana, company, links, linksToAsk, odd, post, rep, study, valuesOf } from "./northwind.ts";

/** The same email without compiling: React Email renders the template with the person's values in it. */
function uncompiled(article: Article, values: Values): ReactElement {
  const { greeting = "", forWhom = "", address = "", repName = "", repLine = "", repInitial = "" } = values;
  const { read = "", unsubscribe = "", preferences = "", meeting, callMe, pricing, pixel, hidden } = values;
  const all = {
    person: { greeting, forWhom, address, repName, repLine, repInitial },
    links: { read, unsubscribe, preferences, meeting, callMe, pricing, pixel, hidden },
  };
  const wording = wordingOf(article, company);
  return wording.shown === "case-study"
    ? createElement(CaseStudy, { ...wording.props, ...all })
    : createElement(BlogPost, { ...wording.props, ...all });
}

describe("a compiled email, filled", () => {
  it("is byte for byte what React Email renders, html and text, for whatever names, titles and links", async () => {
    const oddPerson = fc.record({
      firstName: odd,
      at: odd,
      repName: odd,
      read: fc.webUrl({ withQueryParameters: true }),
      meeting: fc.boolean(),
    });
    const oddArticle = fc.record({
      title: odd.filter((text) => text !== ""),
      summary: odd,
      talkingPoint: odd,
      of: fc.option(fc.record({ client: odd, problem: odd, result: odd, number: odd, quote: odd }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(oddArticle, oddPerson, async (texts, { firstName, at, repName, read, meeting }) => {
        const { of: caseStudy, ...said } = texts;
        const article: Article = caseStudy ? { ...study, ...said, caseStudy } : { ...post, ...said };
        const values = valuesOf({
          prospect: { ...ana, firstName, company: at },
          rep: { ...rep, name: repName },
          links: { ...(meeting ? links : linksToAsk), read },
        });
        const filled = fill(await renderArticle(article, company, { tracked: true, meeting }), values);
        const body = uncompiled(article, values);
        expect(filled.html).toBe(await render(body));
        expect(filled.text).toBe(await render(body, { plainText: true, htmlToTextOptions: textOptions }));
        expect(filled.subject).not.toMatch(/\p{Cc}/u);
        expect(filled.subject.length).toBeLessThanOrEqual(70);
      }),
      { numRuns: 60 },
    );
  });
});
