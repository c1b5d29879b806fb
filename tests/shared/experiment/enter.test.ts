import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Article } from "../../../shared/content/article.ts";
import type { Experiment } from "../../../shared/experiment/experiment.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { decide, slotRules } from "../../../shared/touch/decide.ts";
import type { TouchBatch } from "../../../shared/touch/touch.ts";
import { heed } from "../../../shared/touch/wish.ts";
import { MONDAY, article, caseStudy, prospect } from "../../fixtures/world.ts";
import { idsIn, ofArticles, ofSubjects } from "./trials.ts";

const DATE = "2026-11-26";
const rounds = article("rounds");
const vans = article("vans");
const news = article("news", { publishedOn: "2026-02-01" });
const library = [news, rounds, vans];
const both = [ofArticles()];

type Given = {
  readonly experiments?: readonly Experiment[];
  readonly articles?: readonly Article[];
  readonly slotKind?: TouchBatch["slotKind"];
  readonly changes?: Partial<Prospect>;
};

const [inA = "", inB = ""] = [idsIn("a", "pair", 1)[0], idsIn("b", "pair", 1)[0]];
const decisionOf = (
  id: string,
  { experiments = both, articles = library, slotKind = "blog-post", changes }: Given = {},
) =>
  decide(slotRules({ date: DATE, slotKind }, defaultCadence, articles, experiments), prospect(id, changes), {
    suppressed: false,
    clickedTopics: {},
  });

describe("two articles", () => {
  test("who could be sent either gets that of their half, and not the usual pick", () => {
    expect(decisionOf(inA, { experiments: [] })).toEqual({ send: news });
    expect(decisionOf(inA)).toEqual({ send: rounds, experiment: { id: "pair", arm: "a" } });
    expect(decisionOf(inB)).toEqual({ send: vans, experiment: { id: "pair", arm: "b" } });
  });

  test.each<[string, Given]>([
    ["has had one of them", { changes: { seen: ["vans"] } }],
    [
      "asked for topics that one of them is not about",
      {
        changes: { topics: ["fleet"] },
        articles: [news, { ...rounds, topics: ["fleet"] }, { ...vans, topics: ["fuel"] }],
      },
    ],
    ["cannot be sent one of them yet", { articles: [news, rounds, { ...vans, publishedOn: "2026-12-01" }] }],
    ["is in a library that has one of them only", { articles: [news, rounds] }],
    [
      "is in a slot where something else fits better",
      { slotKind: "case-study", articles: [...library, caseStudy("depot", { sector: "food" })] },
    ],
  ])("who %s is picked for as usual", (_who, given) => {
    const usual = decisionOf(inA, { ...given, experiments: [] });
    expect(decisionOf(inA, given)).toEqual(usual);
    expect(usual).not.toHaveProperty("experiment");
  });

  test("where they stand in for what the slot asks for, and nothing better is left, they are held against each other too", () => {
    expect(decisionOf(inB, { slotKind: "case-study" })).toMatchObject({ send: vans, experiment: { arm: "b" } });
  });

  test("case studies go to their own sector only", () => {
    const studies = ["rounds", "vans"].map((id) => caseStudy(id, { sector: "food" }));
    const given = { slotKind: "case-study" as const, articles: studies };
    expect(decisionOf(inB, given)).toMatchObject({ send: studies[1] });
    expect(decisionOf(inB, { ...given, changes: { sector: "energy" } })).toEqual({ skip: "library-used-up" });
  });
});

describe("two subjects", () => {
  const subjects = [ofSubjects()];
  const [a = "", b = ""] = [idsIn("a", "question", 1)[0], idsIn("b", "question", 1)[0]];

  test("who gets the article anyway gets it under the subject of their half", () => {
    const given = { experiments: subjects, articles: [rounds, vans] };
    expect(decisionOf(a, given)).toMatchObject({ send: rounds, subject: "About rounds", experiment: { arm: "a" } });
    expect(decisionOf(b, given)).toMatchObject({ send: rounds, subject: "Are your rounds too long?" });
  });

  test("who gets another article is not in it", () => {
    expect(decisionOf(b, { experiments: subjects })).toEqual({ send: news });
  });
});

describe("what goes before", () => {
  test("a prospect is in one experiment a slot at most, the one made first", () => {
    const second = ofArticles({ id: "later", articles: { a: "news", b: "vans" }, createdAt: MONDAY + 1 });
    const decision = decisionOf(inA, { experiments: [ofArticles(), second] });
    expect(decision).toMatchObject({ experiment: { id: "pair" } });
  });

  test("caps, holds and suppression keep the email back, experiment or not", () => {
    expect(decisionOf(inA, { changes: { recentTouches: ["2026-11-25", "2026-11-24"] } })).toEqual({
      skip: "cap-7-days",
    });
    const rules = slotRules({ date: DATE, slotKind: "blog-post" }, defaultCadence, library, both);
    expect(decide(rules, prospect(inA), { suppressed: true, clickedTopics: {} })).toEqual({ skip: "suppressed" });
  });

  test("a wish takes the prospect out of it: kept back, or another article under its own subject", () => {
    const wish = { prospectId: inA, date: DATE, by: "Ana Sousa", at: MONDAY };
    const wanted = { prospect: prospect(inA), date: DATE, sectorRules: defaultCadence.sectorRules };
    const decision = decisionOf(inA);
    expect(heed(decision, { ...wish, kind: "veto" }, library, wanted)).toMatchObject({ skip: "vetoed" });
    const replaced = heed(decision, { ...wish, kind: "replace", articleId: "vans" }, library, wanted);
    expect(replaced).toEqual({ send: vans, detail: "Chosen by Ana Sousa" });
  });

  test("with nothing left in the library there is nothing to hold against each other", () => {
    expect(decisionOf(inA, { changes: { seen: ["rounds", "vans", "news"] } })).toEqual({ skip: "library-used-up" });
  });
});
