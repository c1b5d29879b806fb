import { describe, expect, test } from "vitest";
import { findingOf, inOrder } from "../../../shared/lint/finding.ts";
import { lintEmail } from "../../../shared/lint/lint-email.ts";
import type { LintEmail } from "../../../shared/lint/read-email.ts";
import { RULES, type RuleName } from "../../../shared/lint/rules.ts";
import { both, brokenBy, good, html, saying, wayOut } from "./good-email.ts";

const BUTTON = 'style="background-color:#0b6a60;color:#ffffff;padding:13px 24px">Read the post</a>';
const second = `<a href="https://northgate.example/rounds" class="button" ${BUTTON}`;

/** Of each rule that a whole email is held against: what breaks it, and what only looks like it. */
const EXAMPLES: readonly (readonly [RuleName, string, Partial<LintEmail>, string, Partial<LintEmail>])[] = [
  [
    "says-nothing",
    "a phrase of the list",
    saying("I am just checking in."),
    "the words in another sense",
    saying("Guests check in at noon."),
  ],
  [
    "says-nothing",
    "a phrase in the subject",
    { subject: "Touching base" },
    "the words apart",
    { subject: "Bases you can touch" },
  ],
  ["subject", "none", { subject: " " }, "a short one", { subject: "Rounds" }],
  ["subject", "71 characters", { subject: "a".repeat(71) }, "70 characters", { subject: "a".repeat(70) }],
  ["preview", "none", html("What three fleets found when they looked at their second trips.", ""), "one", {}],
  [
    "preview",
    "141 characters",
    html("What three fleets", "a".repeat(96)),
    "140 characters",
    html("What three fleets", "a".repeat(90)),
  ],
  [
    "short-preview",
    "39 characters",
    html("What three fleets found when they looked at their second trips.", "a".repeat(39)),
    "40 characters",
    html("What three fleets found when they looked at their second trips.", "a".repeat(40)),
  ],
  ["capitals", "a shouted subject", { subject: "READ THIS NOW" }, "a name", { subject: "GDPR FAQ" }],
  [
    "capitals",
    "a shouted preview",
    html(
      "What three fleets found when they looked at their second trips.",
      "THREE FLEETS AND THEIR SECOND TRIPS, ALL COUNTED",
    ),
    "a name in it",
    { subject: "NATO and OECD on rounds" },
  ],
  [
    "size",
    "90 KB",
    html("</body>", `<!--${"x".repeat(90_000)}--></body>`),
    "80 KB",
    html("</body>", `<!--${"x".repeat(80_000)}--></body>`),
  ],
  [
    "same-words",
    "a sentence of the html alone",
    html("for you.", "for you. It is short."),
    "in both",
    saying("It is short."),
  ],
  [
    "same-words",
    "a sentence of the text alone",
    { text: `${good.text}\n\nIt is short.` },
    "line breaks elsewhere",
    { text: good.text.replaceAll("I put this", "I put\nthis") },
  ],
  [
    "same-words",
    "what is marked as left out and stands nowhere",
    html(
      'data-skip-in-text="true" class="ink" style="color:#1a2226">',
      'data-skip-in-text="true" class="ink" style="color:#1a2226">Important',
    ),
    "one letter for a face",
    html(
      'data-skip-in-text="true" class="ink" style="color:#1a2226">',
      'data-skip-in-text="true" class="ink" style="color:#1a2226">M',
    ),
  ],
  [
    "same-links",
    "a link the text lacks",
    { text: good.text.replaceAll(": https://northgate.example/rounds", "") },
    "all of them",
    {},
  ],
  [
    "same-links",
    "a link the html lacks",
    { text: `${good.text}\nhttps://northgate.example/other` },
    "twice the same",
    { text: `${good.text}\nhttps://northgate.example/rounds.` },
  ],
  ["picture", "without alt", html('alt="A van at a dock" ', ""), "the pixel's empty one", {}],
  ["picture", "without width", html('width="526"', ""), "with one", {}],
  [
    "picture",
    "over http",
    html("https://northgate.example/rounds.png", "http://northgate.example/rounds.png"),
    "over https",
    {},
  ],
  [
    "contrast",
    "pale by day",
    html(`color:#1a2226">I put`, `color:#9aa4aa">I put`),
    "grey that can be read",
    html(`color:#1a2226">I put`, `color:#56626a">I put`),
  ],
  [
    "contrast",
    "dark by night, without the class",
    html(`class="ink" style="color:#1a2226">I put`, `style="color:#1a2226">I put`),
    "with it",
    {},
  ],
  [
    "contrast",
    "a colour nobody can read",
    html(`color:#1a2226">I put`, `color:rebeccapurple">I put`),
    "a name of CSS 2.1",
    html(`color:#1a2226">I put`, `color:navy">I put`),
  ],
  [
    "contrast",
    "words in place of a picture",
    html('class="ink" style="color:#1a2226"/>', 'style="color:#dddddd"/>'),
    "that can be read",
    {},
  ],
  [
    "hole",
    "Hi ,",
    both("Hi Ana,", "Hi ,"),
    "Hello,",
    { ...both("Hi Ana,", "Hello,"), expected: { ...good.expected, wayOut: { href: wayOut, before: "Hello," } } },
  ],
  [
    "hole",
    "undefined",
    saying("It is for undefined."),
    "given so",
    { ...saying("It is for undefined."), expected: { ...good.expected, given: "Why it is for undefined." } },
  ],
  ["hole", "two spaces", { subject: "What  really costs" }, "one", { subject: "What really costs" }],
  [
    "hole",
    "a space before the full stop",
    saying("You and the team at ."),
    "a name that begins with one",
    saying("You and the .NET team."),
  ],
  [
    "hole",
    "a link without words",
    html("</td>", `<a href="${wayOut}"></a></td>`),
    "hidden",
    html("</td>", `<a href="${wayOut}" style="display:none"></a></td>`),
  ],
  ["field-left-over", "{{firstName}}", saying("Dear {{firstName}}"), "braces", saying("What { and } mean")],
  ["field-left-over", "*|FNAME|*", { subject: "For *|FNAME|*" }, "stars", { subject: "Four *****" }],
  [
    "https-link",
    "http",
    both("https://northgate.example/rounds", "http://northgate.example/rounds"),
    "mailto",
    {
      ...html(
        "</td>",
        '<p class="ink" style="color:#1a2226"><a class="ink" style="color:#1a2226" href="mailto:ana@northgate.example">Write</a></p></td>',
      ),
      text: `${good.text}\nWrite: mailto:ana@northgate.example`,
    },
  ],
  ["https-link", "nowhere", html(`<a href="${wayOut}"`, '<a href=""'), "somewhere", {}],
  ["way-out", "none in the html", { html: good.html.replaceAll(wayOut, "https://mail.example/other") }, "there", {}],
  [
    "way-out",
    "after the letter",
    html(`<a href="${wayOut}" class="ink" style="color:#1a2226">Unsubscribe</a>`, "Unsubscribe"),
    "at the foot, of a letter",
    {
      ...html(`<a href="${wayOut}" class="ink" style="color:#1a2226">Unsubscribe</a>`, "Unsubscribe"),
      expected: { ...good.expected, wayOut: { href: wayOut } },
    },
  ],
  ["way-out", "none in the text", { text: good.text.replace(wayOut, "") }, "there", {}],
  [
    "postal-address",
    "none",
    both("Northgate, 1 Quay Road, Lisbon", "Northgate"),
    "on several lines",
    { ...both("Northgate, 1 Quay Road, Lisbon", "Northgate 1 Quay Road Lisbon") },
  ],
  [
    "dropped-css",
    "flex",
    html("font-size:16px", "font-size:16px;display:flex"),
    "round corners, which were accepted",
    html("font-size:16px", "font-size:16px;border-radius:8px"),
  ],
  [
    "dropped-css",
    "a rule of the head",
    html(".wide { width: 600px; }", ".wide:hover { position: absolute; }"),
    "by class",
    html(".wide", ".wider"),
  ],
  ["dropped-html", "a form", html("</td>", "<form></form></td>"), "a paragraph", html("</td>", "<p></p></td>")],
  [
    "dropped-html",
    "a drawn picture",
    html("rounds.png", "rounds.svg"),
    "a photograph",
    html("rounds.png", "rounds.jpeg"),
  ],
  [
    "one-call-to-action",
    "two buttons",
    { ...html("</td>", `${second}</td>`), text: `${good.text}\nRead the post` },
    "a link beside it",
    {
      ...html(
        "</td>",
        `<p class="ink" style="color:#1a2226"><a class="ink" style="color:#1a2226" href="${wayOut}">Leave</a></p></td>`,
      ),
      text: `${good.text}\nLeave`,
    },
  ],
  [
    "one-call-to-action",
    "none",
    html(";padding:13px 24px", ""),
    "none in a letter",
    { ...html(";padding:13px 24px", ""), expected: { ...good.expected, toMany: false } },
  ],
  ["spam", "click here", saying("Click here."), "clicks", saying("Who clicked was here.")],
  ["spam", "!!!", { subject: "Free rounds!!!" }, "!", { subject: "Free rounds!" }],
];

/** What an article alone or the daily look at addresses can break; their examples stand beside them. */
const ELSEWHERE: readonly RuleName[] = ["no-summary", "long-title", "dead-link", "silent-link", "unchecked-link"];

describe("an email held against the rules", () => {
  test("is sound as it is", () => expect(lintEmail(good)).toEqual([]));

  test.each(EXAMPLES)("%s: %s", (rule, ...[, bad, , fine]) => {
    expect(brokenBy(bad)).toContain(rule);
    expect(brokenBy(fine)).not.toContain(rule);
  });

  test("every rule has examples", () => {
    const shown = new Set([...EXAMPLES.map(([rule]) => rule), ...ELSEWHERE, "cannot-be-made"]);
    expect(Object.keys(RULES).toSorted()).toEqual([...shown].toSorted());
  });

  test("a change breaks nothing but what it is about", () => {
    expect(brokenBy(saying("I am just checking in."))).toEqual(["says-nothing"]);
    expect(brokenBy(html("font-size:16px", "font-size:16px;display:flex"))).toEqual(["dropped-css"]);
    expect(brokenBy(html('width="526"', ""))).toEqual(["picture"]);
  });
});

describe("what is found", () => {
  test("names the part, the rule and why", () => {
    const [found] = lintEmail({ ...good, ...html(`color:#1a2226">I put`, `color:#9aa4aa">I put`) });
    expect(findingOf(found!)).toEqual({
      level: "error",
      rule: "contrast",
      where: "“I put this aside for you.”",
      says: "#9aa4aa on #f2f4f3 by day has a contrast of 2.3, and needs 4.5.",
      why: RULES.contrast.why,
    });
  });

  test("names who drops it", () => {
    const [found] = lintEmail({ ...good, ...html("font-size:16px", "font-size:16px;float:left") });
    expect(found?.says).toMatch(/^float \(float: left\) is dropped by Outlook \(Windows\)\./);
  });

  test("comes once, errors before advice", () => {
    const found = lintEmail({ ...good, ...saying("Click here. I am just checking in.") }).map((one) => findingOf(one));
    expect(inOrder([...found, ...found]).map(({ level }) => level)).toEqual(["error", "advice"]);
  });
});
