import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../../shared/content/article.ts";
import { suggestTags } from "../../../shared/content/suggest-tags.ts";
import { Sector } from "../../../shared/sector.ts";

const NOTHING: Pick<Article, "topics" | "sector"> = { topics: [] };
const library = [{ topics: ["shift-handover", "safety"] }, { topics: ["shift-handover"] }];
const about = (title: string, text: string, has = NOTHING, keywords: string[] = []) =>
  suggestTags({ title, summary: "", text, keywords }, library, has);

describe("sectors", () => {
  test("are suggested by the words of their trade, with those words as the reason", () => {
    const { sectors } = about("A quieter ward", "Nurses hand over to nurses. Every hospital knows the corridor talk.");
    expect(sectors).toEqual([{ value: "healthcare", why: expect.stringContaining("“nurses”") }]);
  });

  test("are not suggested by a word in passing, nor when the article has that one", () => {
    expect(about("Rounds", `We met at a hotel. ${"Words of all sorts follow here. ".repeat(60)}`).sectors).toEqual([]);
    const text = "The dairy has a bakery beside the dairy.";
    expect(about("Cheese", text).sectors[0]?.value).toBe("food");
    expect(about("Cheese", text, { topics: [], sector: "food" }).sectors).toEqual([]);
  });

  test("are told from words that only look like theirs", () => {
    expect(
      about("Banking on luck", "A farmer's market of ideas, and no bankruptcy.").sectors.map(({ value }) => value),
    ).not.toContain("real-estate");
    expect(about("Towards", "Awards, wards off, forward.").sectors).toEqual([]);
  });
});

describe("topics", () => {
  test("that other pieces have come first, then what its page says, then its own words", () => {
    const text = "Near misses come first. Near misses are told aloud. Near misses belong there. ";
    const { topics } = about("The shift handover", text, NOTHING, ["night-work"]);
    expect(topics).toEqual([
      { value: "shift-handover", why: "in the title, and 2 others have it" },
      { value: "night-work", why: "its page says so" },
      { value: "near-misses", why: "3 times in its own words" },
    ]);
  });

  test("that it has already, or that say what kind it is, are not suggested", () => {
    const has = { topics: ["shift-handover"] };
    expect(about("The shift handover", "", has, ["case-study"]).topics).toEqual([]);
  });
});

test("whatever the words are, it is a few slugs and sectors, each once and with a reason", () => {
  const words = fc.oneof(fc.string(), fc.lorem({ maxCount: 200 }));
  fc.assert(
    fc.property(words, words, (title, text) => {
      const { sectors, topics } = about(title, text);
      expect(sectors.length).toBeLessThanOrEqual(3);
      expect(topics.length).toBeLessThanOrEqual(8);
      expect(new Set(topics.map(({ value }) => value)).size).toBe(topics.length);
      for (const { value, why } of [...sectors, ...topics]) expect([value, why]).not.toContain("");
      for (const { value } of sectors) expect(Sector.options).toContain(value);
    }),
    { numRuns: 60 },
  );
});
