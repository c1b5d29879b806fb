import { describe, expect, test } from "vitest";
import { lintEmail } from "../../../shared/lint/lint-email.ts";
import type { LintEmail } from "../../../shared/lint/read-email.ts";
import type { RuleName } from "../../../shared/lint/rules.ts";
import { previewOf } from "../../../shared/template/preview.ts";
import { sampleArticle } from "../../../shared/template/sample.ts";
import { testConfig } from "../../fixtures/world.ts";

const config = { ...testConfig, publicUrl: "https://mail.northgate.example" };
const wayOut = `${config.publicUrl}/u/test`;

async function ours(): Promise<LintEmail> {
  const article = { ...sampleArticle("case-study"), image: "https://northgate.example/van.png" };
  const email = await previewOf(config, { template: "case-study", article, prospect: undefined, rep: undefined });
  const { postalAddress } = config.company;
  return { ...email, expected: { wayOut: { href: wayOut, before: "Hi Ana," }, postalAddress, toMany: true } };
}

/** What somebody might do to our own case study, and which rule says so. */
const BROKEN: readonly (readonly [string, RuleName, RegExp, string])[] = [
  ["forgets the quiet text by night", "contrast", /\.mw-muted \{ color[^}]*\}/, ""],
  ["forgets the card by night", "contrast", /\.mw-card \{[^}]*\}/, ""],
  ["takes a lighter grey", "contrast", /#56626a/g, "#8a949b"],
  ["takes the alt away", "picture", / alt="[^"]+"/, ""],
  ["takes the width away", "picture", / width="526"/, ""],
  [
    "takes the way out from the head",
    "way-out",
    new RegExp(`<a href="${wayOut}"`),
    '<a href="https://northgate.example"',
  ],
  ["takes the preview text away", "preview", /<div style="display:none[^]*?<\/div><\/div>/, ""],
  ["puts cells in a row", "dropped-css", /padding:32px 36px/, "padding:32px 36px;display:flex"],
  ["loads a font", "dropped-css", /<style>/, "<style>@font-face { font-family: A; src: url(a.woff2); } "],
  ["says more in the html", "same-words", /The problem/, "The problem they had"],
  [
    "paints a second button",
    "one-call-to-action",
    /(href="[^"]*\/m\/test"[^>]*style=")/,
    "$1background-color:#0b6a60;padding:8px;",
  ],
  ["leaves a field", "field-left-over", /Hi Ana,/, "Hi {{ firstName }},"],
];

describe("our own case study", () => {
  test("has nothing to mend", async () => expect(lintEmail(await ours())).toEqual([]));

  test.each(BROKEN)("whoever %s is told: %s", async (_, rule, from, to) => {
    const email = await ours();
    const html = email.html.replace(from, to);
    expect(html).not.toBe(email.html);
    expect(lintEmail({ ...email, html }).map((found) => found.rule)).toContain(rule);
  });
});
