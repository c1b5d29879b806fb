import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rulesOf, splitCss, styleOf } from "../../../shared/lint/css.ts";
import { ruleUses, styleUses } from "../../../shared/lint/css-uses.ts";

const slugs = (css: string): string[] => ruleUses(rulesOf(css)).map(({ slug }) => slug);
const inline = (css: string): string[] => styleUses(styleOf(css)).map(({ slug }) => slug);

describe("css", () => {
  test("is read with quotes, brackets and blocks in it", () => {
    expect(styleOf('font-family:"A;B", serif; background:url(data:a;b) ; COLOR : #111 !important;')).toEqual([
      ["font-family", '"A;B", serif', false],
      ["background", "url(data:a;b)", false],
      ["color", "#111", true],
    ]);
    expect(rulesOf("@import 'x'; /* } */ a, .b { color: red } @media screen { .c { margin: 0 } }")).toEqual([
      { selectors: ["a", ".b"], style: [["color", "red", false]], within: [] },
      { selectors: [".c"], style: [["margin", "0", false]], within: ["@media screen"] },
    ]);
  });

  test("whatever it is, reading comes to an end", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "{", "}", ";", ":", "@m ", "(", ")", '"', "/*", "*/") }),
        (text) => {
          rulesOf(text);
          expect(splitCss(text, ";").join("").length).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });

  test.each([
    ["display:flex", "css-display-flex"],
    ["display:block", "css-display"],
    ["margin-top:4px", "css-margin"],
    ["margin-inline:4px", "css-margin-inline-block"],
    ["border-top-left-radius:4px", "css-border-radius"],
    ["border-inline-color:red", "css-border-inline-block-longhand"],
    ["left:4px", "css-left-right-top-bottom"],
    ["grid-template-columns:1fr", "css-grid-template"],
    ["animation-name:a", "css-animation"],
    ["overflow-x:hidden", "css-overflow"],
    ["overflow-wrap:anywhere", "css-overflow-wrap"],
    ["list-style-position:inside", "css-list-style-position"],
    ["width:calc(100% - 4vw)", "css-unit-calc"],
    ["width:calc(100% - 4vw)", "css-unit-vw"],
    ["width:clamp(1px, 2px, 3px)", "css-function-clamp"],
    ["color:var(--ink)", "css-variables"],
    ["background:url(a.png)", "css-background-image"],
    ["background:linear-gradient(red, blue)", "css-linear-gradient"],
    ["font-size:1.5REM", "css-unit-rem"],
    ["-webkit-text-size-adjust:none;mso-hide:all;-webkit-transform:none", "css-transform"],
  ])("%s uses %s", (css, slug) => expect(inline(css)).toContain(slug));

  test("units inside colours, names and quotes are none", () => {
    expect(inline('color:#1em2em;font-family:"4vw Sans"').filter((slug) => slug.includes("unit"))).toEqual([]);
    expect(inline("mso-hide:all")).toEqual([]);
  });

  test.each([
    [".a:hover { color: red }", "css-pseudo-class-hover"],
    [".a::before { color: red }", "css-pseudo-element-before"],
    [".a > p { color: red }", "css-selector-child"],
    ["div p { color: red }", "css-selector-descendant"],
    [".a.b { color: red }", "css-selector-chaining"],
    ["a[href] { color: red }", "css-selector-attribute"],
    ["* { color: red }", "css-selector-universal"],
    ["@font-face { font-family: A }", "css-at-font-face"],
    ["@media (prefers-color-scheme: dark) { p { color: red } }", "css-at-media-prefers-color-scheme"],
    ["@supports (display: grid) { p { color: red } }", "css-at-supports"],
  ])("%s uses %s", (css, slug) => expect(slugs(css)).toContain(slug));
});
