import { beforeAll, expect, test } from "vitest";
import { changePreferences } from "../../../shared/prospect/preferences.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { putNote } from "../../../shared/prospect/note.ts";
import { eachTouchFact } from "../../../shared/report/each-fact.ts";
import type { TouchFact } from "../../../shared/report/fact.ts";
import { putTouch, settleTouch } from "../../../shared/touch/store.ts";
import { article, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { ARTICLES, PEOPLE, THURSDAY, WEDNESDAY, did, play, told } from "./played.ts";

async function factsIn(world: TestWorld): Promise<TouchFact[]> {
  const all: TouchFact[] = [];
  for await (const facts of eachTouchFact(world.app)) all.push(...facts);
  return all;
}

const ofWhom =
  (facts: readonly TouchFact[]) =>
  (prospectId: string, date: string): TouchFact | undefined =>
    facts.find((fact) => fact.prospectId === prospectId && fact.date === date);

let played: ReturnType<typeof ofWhom>;
beforeAll(async () => {
  const world = await testWorld({ prospects: PEOPLE, articles: ARTICLES });
  await play(world);
  const facts = await factsIn(world);
  expect(facts).toHaveLength(9);
  played = ofWhom(facts);
});

test("an email tells what it carried, to whom, and the how manieth it was", () => {
  expect(played("rui", THURSDAY)).toMatchObject({
    articleId: "shifts",
    articleTitle: "About shifts",
    articleKind: "blog-post",
    cadenceId: "default",
    sector: "food",
    domain: "rui.example",
    touchNumber: 2,
  });
  expect(played("ada", WEDNESDAY)).not.toHaveProperty("sector");
});

test("openings and clicks are as surely a person's as the ledger says, and unknown where nothing can tell", () => {
  expect(played("rui", WEDNESDAY)).toMatchObject({ measured: true, opened: 0.5, clicked: 0.85, readInAWeek: 0.85 });
  expect(played("sam", WEDNESDAY)).toMatchObject({ measured: true, opened: null, clicked: 0 });
  expect(played("ada", WEDNESDAY)).toMatchObject({ measured: false, opened: null, clicked: 0 });
  // She followed another link than the article's.
  expect(played("eva", WEDNESDAY)).toMatchObject({ clicked: 0.85, readInAWeek: 0 });
});

test("bounces, complaints and the way out count to the email they are of", () => {
  expect(played("ivo", WEDNESDAY)).toMatchObject({ outcome: "bounced", bounce: "permanent" });
  expect(played("tom", WEDNESDAY)).toMatchObject({ outcome: "delivered", unsubscribed: true });
  expect(played("sam", WEDNESDAY)).toMatchObject({ complained: false });
  expect(played("sam", THURSDAY)).toMatchObject({ complained: true, unsubscribed: false });
});

test("a call task counts to the email it stands on, with what came of it", () => {
  expect(played("eva", WEDNESDAY)).toMatchObject({
    callTask: { number: 1, lane: "hot" },
    conversation: true,
    meeting: true,
  });
  expect(played("rui", WEDNESDAY)).not.toHaveProperty("callTask");
  expect(played("rui", THURSDAY)).toMatchObject({ callTask: { lane: "hot" }, conversation: false, meeting: false });
});

test("whether an email arrived is too early to tell on the day, unless it shows", async () => {
  const world = await testWorld({ prospects: [prospect("rui"), prospect("eva")], articles: [article("rounds")] });
  await world.pass("2026-11-25T15:01Z");
  await did(world, "rui", WEDNESDAY, { kind: "open", after: 20 });
  const outcomes = async () => (await factsIn(world)).map(({ outcome }) => outcome).toSorted();
  expect(await outcomes()).toEqual(["delivered", "sent"]);
  await world.pass("2026-11-26T15:00Z");
  expect(await outcomes()).toEqual(["delivered", "delivered"]);
  await told(world, "eva", WEDNESDAY, { kind: "bounced", bounce: "transient" });
  expect((await factsIn(world)).find(({ prospectId }) => prospectId === "eva")).toMatchObject({
    outcome: "bounced",
    bounce: "transient",
  });
});

test("an email of which the mailer's answer was lost counts when something shows that it arrived", async () => {
  const world = await testWorld({ prospects: [prospect("rui")], articles: [article("rounds")] });
  await world.pass("2026-11-25T15:01Z");
  const lost = { outcome: "unknown", reason: "no word of it", at: world.app.now() } as const;
  await world.app.table.write(settleTouch({ prospectId: "rui", date: WEDNESDAY }, lost, "sent"));
  expect(await factsIn(world)).toEqual([]);
  await did(world, "rui", WEDNESDAY, { kind: "open", after: 20 });
  expect(await factsIn(world)).toHaveLength(1);
});

test("skips and refusals are no emails", async () => {
  const world = await testWorld({ prospects: [prospect("rui")] });
  for (const [date, outcome] of [
    [WEDNESDAY, "skipped"],
    [THURSDAY, "refused"],
  ] as const)
    await world.app.table.write(
      putTouch({
        prospectId: "rui",
        date,
        timeZone: "UTC",
        cadenceId: "default",
        outcome,
        slotKind: "resource",
        at: 1,
      }),
    );
  expect(await factsIn(world)).toEqual([]);
});

test("what was measured of who withdrew is gone, and silence is not made of it", async () => {
  const world = await testWorld({ prospects: [prospect("rui")], articles: [article("rounds")] });
  await world.pass("2026-11-25T15:01Z");
  await did(world, "rui", WEDNESDAY, { kind: "click", link: "read", after: 20 });
  await changePreferences(world.app, "rui", { topics: [], atMostWeekly: false, measure: false });
  expect(await factsIn(world)).toMatchObject([{ measured: false, opened: null, clicked: 0 }]);
});

test("a way out of earlier days, noted in words only, counts to the email that the words name", async () => {
  const world = await testWorld({ prospects: [prospect("rui")], articles: ARTICLES });
  await world.pass("2026-11-26T15:01Z");
  const text = "Opted out by the link in the email of 25 November 2026";
  await world.app.table.write(putNote({ prospectId: "rui", at: world.app.now(), text }));
  expect((await factsIn(world)).map(({ unsubscribed }) => unsubscribed)).toEqual([true, false]);
});

test("who asked to be erased is in nothing", async () => {
  const world = await testWorld({ prospects: [prospect("rui"), prospect("eva")], articles: [article("rounds")] });
  await world.pass("2026-11-25T15:01Z");
  await eraseProspect(world.app, "rui");
  expect((await factsIn(world)).map(({ prospectId }) => prospectId)).toEqual(["eva"]);
});
