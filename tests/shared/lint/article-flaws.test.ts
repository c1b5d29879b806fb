import { describe, expect, test } from "vitest";
import { looked } from "../../../shared/content/link.ts";
import { flawsOfArticle } from "../../../shared/lint/article-flaws.ts";
import type { ArticleWords } from "../../../shared/lint/article-words.ts";
import { checkedFlaws } from "../../../shared/lint/checked-links.ts";
import { DAY } from "../../../shared/time.ts";
import { article, caseStudy, MONDAY } from "../../fixtures/world.ts";

const study = caseStudy("harbour").caseStudy!;

/** What is wrong, and what only looks like it. */
const EXAMPLES: readonly (readonly [string, Partial<ArticleWords>, Partial<ArticleWords>])[] = [
  ["The title: “touching base”", { title: "Touching base with your fleet" }, { title: "Bases your fleet touches" }],
  ["The summary: “just checking in”", { summary: "I am just checking in." }, { summary: "Guests check in at noon." }],
  [
    "The talking point: “circling back”",
    { talkingPoint: "Circling back on this." },
    { talkingPoint: "The van circles." },
  ],
  ["The subject: “THREE WAYS TO WIN” is all in capitals", { subject: "THREE WAYS TO WIN" }, { subject: "GDPR FAQ" }],
  ["The title: “READ THIS TODAY” is all in capitals", { title: "READ THIS TODAY" }, { title: "JSON" }],
  ["The title: {{title}} is left in it", { title: "{{title}}" }, { title: "What {braces} are for" }],
  ["The address: It does not begin with https", { url: "http://a.example/" }, { url: "https://a.example/" }],
  [
    "The picture's address: It does not begin",
    { image: "http://a.example/a.png" },
    { image: "https://a.example/a.png" },
  ],
  ["The summary: There is none", { summary: " " }, { summary: "", kind: "case-study", caseStudy: study }],
  ["The title: It has 201 characters", { title: "a".repeat(201) }, { title: "a".repeat(200) }],
];

describe("the flaws of an article", () => {
  test("are none of a good one", () => {
    expect(flawsOfArticle(article("rounds"))).toEqual([]);
    expect(flawsOfArticle(caseStudy("harbour"))).toEqual([]);
  });

  test.each(EXAMPLES)("%s", (says, bad, fine) => {
    const flaws = flawsOfArticle(article("rounds", bad));
    expect(flaws).toHaveLength(1);
    expect(flaws[0]).toContain(says);
    expect(flawsOfArticle(article("rounds", fine))).toEqual([]);
  });

  test("say why, in whole sentences", () => {
    expect(flawsOfArticle(article("rounds", { url: "http://a.example/" }))).toEqual([
      "The address: It does not begin with https. Mail programs and browsers warn of addresses that anybody on the way can read and change.",
    ]);
  });

  test("of a case study are those of its client, problem and result, which its email tells", () => {
    const told = { ...study, result: "Just checking in helped." };
    expect(flawsOfArticle(caseStudy("harbour", { caseStudy: told }))[0]).toContain("The result: “just checking in”");
    expect(flawsOfArticle(caseStudy("harbour", { summary: "Just checking in." }))).toEqual([]);
  });

  test("advice is none of them", () => expect(flawsOfArticle(article("rounds", { title: "Click here" }))).toEqual([]));
});

describe("the addresses of an article, as they were last looked up", () => {
  const url = "https://northgate.example/blog/rounds";
  const rules = (...looks: readonly (readonly [number, number])[]): string[] => {
    const row = looks.reduce(
      (before: ReturnType<typeof looked> | undefined, [status, day]) =>
        looked(url, { status }, before, MONDAY + day * DAY),
      undefined,
    );
    return checkedFlaws({ url }, new Map(row && [[url, row]])).map(({ rule }) => rule);
  };

  test("not yet is advice", () => expect(rules()).toEqual(["unchecked-link"]));
  test("there is nothing to say", () => expect(rules([200, 0])).toEqual([]));
  test("gone today may be an outage", () => expect(rules([404, 0])).toEqual(["silent-link"]));
  test("gone on two days is dead", () => expect(rules([404, 0], [404, 1])).toEqual(["dead-link"]));
  test("closed to programs says nothing of readers", () => expect(rules([403, 0], [403, 1])).toEqual([]));
  test("a picture is looked up too", () =>
    expect(checkedFlaws({ url, image: "https://northgate.example/a.png" }, new Map())).toHaveLength(2));
});
