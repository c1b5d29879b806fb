import { describe, expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { getCall } from "../../../shared/call/store.ts";
import type { Article } from "../../../shared/content/article.ts";
import { pickArticle } from "../../../shared/content/pick.ts";
import { stateOf, type ArticleState } from "../../../shared/content/state.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { articlesFor, whyNotFor } from "../../../shared/touch/wish.ts";
import { MONDAY, article, prospect, testWorld } from "../../fixtures/world.ts";

const { sectorRules } = defaultCadence;
const rui = prospect("rui");
const pickOn = (date: string, library: Parameters<typeof pickArticle>[0]) =>
  pickArticle(library, { prospect: rui, date, slotKind: "blog-post", sectorRules, clickedTopics: {} })?.id;

describe("an article", () => {
  const cases: readonly (readonly [Partial<Article>, ArticleState])[] = [
    [{}, "sendable"],
    [{ flaws: ["The title: it says nothing."] }, "flawed"],
    [{ flaws: [] }, "sendable"],
    [{ publishedOn: "2026-11-24" }, "to come"],
    [{ expiresOn: "2026-11-23" }, "sendable"],
    [{ expiresOn: "2026-11-22", flaws: ["x"] }, "expired"],
    [{ retiredAt: MONDAY, expiresOn: "2026-11-22" }, "retired"],
  ];
  test.each(cases)("with %j is %s", (changes, state) => {
    expect(stateOf(article("a", changes), "2026-11-23")).toBe(state);
  });

  test("is picked until its last day on the prospect's calendar, and not after it", () => {
    const library = [article("brief", { expiresOn: "2026-11-25" }), article("long")];
    expect(pickOn("2026-11-25", library)).toBe("brief");
    expect(pickOn("2026-11-26", library)).toBe("long");
    expect(pickOn("2026-11-26", library.slice(0, 1))).toBeUndefined();
  });

  test("that is over is not to be chosen by hand either, and says why", () => {
    const wanted = { prospect: rui, date: "2026-11-26", sectorRules };
    const over = article("over", { expiresOn: "2026-11-25" });
    const retired = article("retired", { retiredAt: MONDAY });
    expect(whyNotFor(over, wanted)).toBe("expired after 2026-11-25");
    expect(whyNotFor(retired, wanted)).toBe("is retired");
    expect(articlesFor([over, retired, article("open")], wanted).map(({ id }) => id)).toEqual(["open"]);
  });
});

test("a rep is told nothing of what is over, while what was sent keeps its title", async () => {
  const sent = article("sent", { title: "What was sent" });
  const over = article("over", { expiresOn: "2026-11-22", publishedOn: "2026-02-01" });
  const retired = article("retired", { retiredAt: MONDAY, publishedOn: "2026-02-02" });
  const world = await testWorld({ prospects: [rui], articles: [sent, over, retired, article("fresh")] });
  const { number } = await openCallByHand(world.app, "rui", "Asked for a quote");
  const call = await getCall(world.app.table, "rui", number);
  expect(["sent", "fresh"]).toContain(call?.brief.talkingPoint?.articleId);
  await world.app.table.write({ kind: "update", key: { pk: "PROSPECT#rui", sk: "CALLS" }, set: { open: null } });
  await world.pass("2026-11-26T19:00Z");
  const titles = (await touchesOf(world.app.table, "rui")).map(({ articleTitle }) => articleTitle);
  expect(new Set(titles)).toEqual(new Set(["About fresh", "What was sent"]));
});
