import { describe, expect, test } from "vitest";
import { flawsOfArticle } from "../../../shared/lint/article-flaws.ts";
import { article } from "../../fixtures/world.ts";
import { brokenBy, good, html, saying } from "./good-email.ts";

/** A button as Outlook likes it: the cell has the colour and the room, the link only the words. */
const cell = (words: string, beside = ""): Parameters<typeof brokenBy>[0] => ({
  ...html(
    "</td>",
    `<table><tbody><tr><td style="background-color:#0b6a60;color:#ffffff;padding:13px 24px"><a style="color:#ffffff" href="https://northgate.example/rounds">${words}</a>${beside}</td></tr></tbody></table></td>`,
  ),
  text: `${good.text}\n${words}: https://northgate.example/rounds\n${beside}`,
});

describe("what breaks a rule in another dress", () => {
  test("a second button that is a cell is one, and a link among words in a coloured box is none", () => {
    expect(brokenBy(cell("Book a call"))).toContain("one-call-to-action");
    expect(brokenBy(cell("Book a call", " if you like"))).not.toContain("one-call-to-action");
  });

  test.each(["[First Name]", "{firstName}", "%FIRSTNAME%", "{ company }", "[Your name]"])("the field %s", (field) => {
    expect(brokenBy(saying(`It is for ${field} alone.`))).toEqual(["field-left-over"]);
    expect(flawsOfArticle(article("rounds", { summary: `Written for ${field}.` }))).toHaveLength(1);
  });

  test.each(["[Guide] Rounds", "{ and }", "40 % of names", "Up 12 %. Name it: 3 %", "[names] in brackets"])(
    "%s is none",
    (words) => expect(brokenBy(saying(`It says ${words} here.`))).toEqual([]),
  );

  test("a picture under a cell has an https address too", () => {
    const under = (address: string) => html('<td class="ink"', `<td background="${address}" class="ink"`);
    expect(brokenBy(under("http://northgate.example/ground.png"))).toContain("picture");
    expect(brokenBy(under("https://northgate.example/ground.png"))).not.toContain("picture");
  });

  test.each(["script", "iframe"])("<%s> comes through nowhere", (tag) => {
    expect(brokenBy(html("</body>", `<${tag}></${tag}></body>`))).toEqual(["dropped-html"]);
  });
});
