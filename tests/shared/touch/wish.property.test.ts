import * as fc from "fast-check";
import { expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import type { Article } from "../../../shared/content/article.ts";
import { decide, slotRules } from "../../../shared/touch/decide.ts";
import { articlesFor, heed } from "../../../shared/touch/wish.ts";
import type { Wish } from "../../../shared/touch/wish.ts";
import { article, caseStudy, prospect } from "../../fixtures/world.ts";

const DATE = "2026-11-25";
const library: readonly Article[] = [
  article("late", { publishedOn: "2027-01-01" }),
  article("rounds", { topics: ["rounds"] }),
  article("stock", { topics: ["stock"] }),
  caseStudy("own", { sector: "food" }),
  caseStudy("bank", { sector: "finance" }),
  caseStudy("any"),
];
const ids = library.map(({ id }) => id);

const cases = fc.record({
  seen: fc.subarray(ids),
  topics: fc.subarray(["rounds", "stock"]),
  suppressed: fc.boolean(),
  recentTouches: fc.subarray(["2026-11-20", "2026-11-21", "2026-11-24"]),
  kind: fc.constantFrom("veto" as const, "replace" as const),
  articleId: fc.constantFrom(...ids, "gone"),
  slotKind: fc.constantFrom("blog-post" as const, "case-study" as const),
});

test("whatever is wished: no email where none may go, and never what they had, what is not out, or another sector's", () => {
  fc.assert(
    fc.property(cases, ({ suppressed, kind, articleId, slotKind, ...profile }) => {
      const rui = prospect("rui", profile);
      const rules = slotRules({ date: DATE, slotKind }, defaultCadence, library);
      const usual = decide(rules, rui, { suppressed, clickedTopics: {} });
      const wish: Wish = { prospectId: "rui", date: DATE, kind, articleId, by: "Ana Sousa", at: 0 };
      const wanted = { prospect: rui, date: DATE, sectorRules: defaultCadence.sectorRules };
      const heeded = heed(usual, wish, library, wanted);
      if ("skip" in usual && usual.skip !== "library-used-up") expect(heeded).toEqual(usual);
      if (kind === "veto") expect(heeded).toHaveProperty("skip");
      if (!("send" in heeded)) return;
      expect(rui.seen).not.toContain(heeded.send.id);
      expect(["late", "bank"]).not.toContain(heeded.send.id);
      // What could be chosen is what goes, if it was chosen.
      const choice = articlesFor(library, wanted).some(({ id }) => id === articleId);
      if (choice) expect(heeded.send.id).toBe(articleId);
    }),
  );
});
