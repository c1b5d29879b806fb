import { describe, expect, test } from "vitest";
import { notesOf } from "../../../shared/prospect/note.ts";
import { changePreferences } from "../../../shared/prospect/preferences.ts";
import { comingEmail } from "../../../shared/touch/coming.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { getTouch, touchesOf } from "../../../shared/touch/store.ts";
import { replaceEmail } from "../../../shared/touch/wish-replace.ts";
import { takeBackWish } from "../../../shared/touch/wish-take-back.ts";
import { vetoEmail } from "../../../shared/touch/wish-veto.ts";
import { article, caseStudy, mustProspect, prospect, testWorld } from "../../fixtures/world.ts";
import { SLOT, WEDNESDAY_AFTERNOON, batch, mailerThat } from "./afternoon.ts";

const THURSDAY = "2026-11-26";
const THURSDAY_EVENING = "2026-11-26T20:00Z";
const library = [article("rounds"), article("stock", { publishedOn: "2026-02-01" }), caseStudy("harbour")];
const wish = { prospectId: "rui", date: SLOT, by: "Ana Sousa" };
const people = { prospects: [prospect("rui"), prospect("eva")], articles: library };

const mailedTo = (world: { emails(): { tags: Record<string, string | undefined> }[] }, id: string) =>
  world.emails().flatMap(({ tags }) => (tags["prospect"] === id ? [tags["article"]] : []));

describe("a rep who does not want tomorrow's email", () => {
  test("a veto the evening before keeps the email back and nothing else", async () => {
    const world = await testWorld(people);
    world.clock.standAt(Date.parse("2026-11-24T20:00Z"));
    expect(await vetoEmail(world.app, { ...wish, why: "we meet on Friday" })).toEqual({ outcome: "noted" });
    await world.pass(THURSDAY_EVENING);
    expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({
      outcome: "skipped",
      reason: "vetoed",
      detail: "Ana Sousa wanted none: we meet on Friday",
    });
    expect(await getTouch(world.app.table, "rui", THURSDAY)).toMatchObject({ outcome: "sent" });
    expect(mailedTo(world, "eva")).toHaveLength(2);
    // Nothing of the email that stayed back counts.
    expect(await mustProspect(world, "rui")).toMatchObject({ touchCount: 1, recentTouches: [THURSDAY] });
    expect((await notesOf(world.app.table, "rui")).map(({ text }) => text)).toEqual([
      "No email on 25 Nov 2026, says Ana Sousa: we meet on Friday",
    ]);
  });

  test("taken back, it goes out as if nothing had been said", async () => {
    const world = await testWorld(people);
    await vetoEmail(world.app, wish);
    expect(await takeBackWish(world.app, wish)).toEqual({ outcome: "noted" });
    await world.pass(WEDNESDAY_AFTERNOON);
    expect(mailedTo(world, "rui")).toEqual(["stock"]);
  });

  test("a veto that comes when the email is planned, but not reserved yet, still holds", async () => {
    const world = await testWorld(people);
    world.clock.standAt(Date.parse(WEDNESDAY_AFTERNOON));
    const { table } = world.app;
    let said: unknown;
    const write: typeof table.write = async (...writes) => {
      said ??= await vetoEmail(world.app, wish);
      await table.write(...writes);
    };
    await sendTouches({ ...world.app, table: { ...table, write } }, batch(["rui", "eva"]));
    expect(said).toEqual({ outcome: "noted" });
    expect(mailedTo(world, "rui")).toEqual([]);
    expect(mailedTo(world, "eva")).toHaveLength(1);
    expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({ reason: "vetoed" });
  });

  test("once the email is out it is too late, and nothing changes", async () => {
    const world = await testWorld(people);
    await world.pass(WEDNESDAY_AFTERNOON);
    expect(await vetoEmail(world.app, wish)).toMatchObject({
      outcome: "refused",
      why: expect.stringContaining("Too late"),
    });
    expect(await notesOf(world.app.table, "rui")).toEqual([]);
  });

  test.each([
    ["a day without a slot", "2026-11-24"],
    ["a slot more than eight days ahead", "2026-12-03"],
    ["a slot that is over", "2026-11-19"],
  ])("there is nothing to keep back on %s", async (_, date) => {
    const world = await testWorld(people);
    expect(await vetoEmail(world.app, { ...wish, date })).toMatchObject({ outcome: "refused" });
  });
});

describe("a rep who wants another article", () => {
  test("that one goes out in place of the pick, once, and says who chose it", async () => {
    const world = await testWorld(people);
    expect(await replaceEmail(world.app, { ...wish, articleId: "rounds" })).toEqual({ outcome: "noted" });
    const coming = await comingEmail(world.app, await mustProspect(world, "rui"));
    expect(coming?.next).toMatchObject({ send: { id: "rounds" } });
    await world.pass("2026-12-10T20:00Z");
    expect(mailedTo(world, "rui")).toEqual(["rounds", "harbour", "stock"]);
    expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({
      articleId: "rounds",
      detail: "Chosen by Ana Sousa",
    });
  });

  test("a chosen article that cannot go any more gives way to the usual pick", async () => {
    const posts = [article("rounds", { topics: ["rounds"] }), article("stock", { topics: ["stock"] })];
    const world = await testWorld({ prospects: [prospect("rui")], articles: posts });
    await replaceEmail(world.app, { ...wish, articleId: "rounds" });
    await changePreferences(world.app, "rui", { topics: ["stock"], atMostWeekly: false, measure: true });
    await world.pass(WEDNESDAY_AFTERNOON);
    expect(mailedTo(world, "rui")).toEqual(["stock"]);
    const [touch] = await touchesOf(world.app.table, "rui");
    expect(touch?.detail).toBe('Ana Sousa had chosen "About rounds", but it is about nothing they asked for (stock)');
  });

  test("never what they have had, what is not out yet, or another sector's case study", async () => {
    const world = await testWorld({
      prospects: [prospect("rui", { seen: ["rounds"] })],
      articles: [
        article("rounds"),
        article("later", { publishedOn: "2027-01-01" }),
        caseStudy("bank", { sector: "finance" }),
      ],
    });
    for (const articleId of ["rounds", "later", "bank", "gone"])
      expect(await replaceEmail(world.app, { ...wish, articleId }), articleId).toMatchObject({ outcome: "refused" });
  });

  test("a wish makes no email for somebody who must not get one", async () => {
    const mailer = mailerThat(() => ({ outcome: "accepted", messageId: "1" }));
    const recentTouches = ["2026-11-20", "2026-11-21"];
    const world = await testWorld({ ...people, prospects: [prospect("rui", { recentTouches })], mailer });
    await replaceEmail(world.app, { ...wish, articleId: "rounds" });
    await world.pass(WEDNESDAY_AFTERNOON);
    expect(mailer.given).toEqual([]);
    expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({ reason: "cap-7-days" });
  });
});
