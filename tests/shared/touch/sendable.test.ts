import { describe, expect, test } from "vitest";
import { sendableLibrary } from "../../../shared/touch/sendable.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { article, MONDAY, prospect, testWorld } from "../../fixtures/world.ts";
import { atTheSlot, batch, SLOT } from "./afternoon.ts";

const flaws = ["The title: “touching base” says nothing new."];

describe("what of the library can be mailed", () => {
  test("is nothing with flaws, nothing retired, nothing that is over everywhere, and nothing that leads to Midweek itself", async () => {
    const { app } = await testWorld({
      articles: [
        article("sound"),
        article("mended", { flaws: [] }),
        article("flawed", { flaws }),
        article("retired", { retiredAt: MONDAY - 1 }),
        article("expired", { expiresOn: "2026-11-21" }),
        article("last-day", { expiresOn: "2026-11-23" }),
        article("homeless", { url: "http://localhost:4600/library/homeless" }),
      ],
    });
    const ids = (await sendableLibrary(app)).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(["last-day", "mended", "sound"]);
  });

  test("keeps what is over here and not yet further west", async () => {
    const { app, clock } = await testWorld({ articles: [article("rounds", { expiresOn: "2026-11-24" })] });
    clock.standAt(Date.parse("2026-11-25T11:00Z"));
    expect(await sendableLibrary(app)).toHaveLength(1);
    clock.standAt(Date.parse("2026-11-25T12:00Z"));
    expect(await sendableLibrary(app)).toHaveLength(0);
  });
});

describe("sending", () => {
  test.each([
    ["with flaws", { flaws }],
    ["that is retired", { retiredAt: MONDAY }],
    ["whose last day was the day before the slot", { expiresOn: "2026-11-24" }],
  ])("an article %s does not go out, and another does in its place", async (_, changes) => {
    const articles = [article("newest", { publishedOn: "2026-11-01", ...changes }), article("older")];
    const world = await atTheSlot({ prospects: [prospect("rui")], articles });
    await sendTouches(world.app, batch(["rui"]));
    expect(world.emails().map(({ tags }) => tags["article"])).toEqual(["older"]);
  });

  test("on its last day an article still goes out", async () => {
    const world = await atTheSlot({ prospects: [prospect("rui")], articles: [article("rounds", { expiresOn: SLOT })] });
    await sendTouches(world.app, batch(["rui"]));
    expect(world.emails()).toHaveLength(1);
  });

  test("the last day is that of the prospect's calendar, not of ours", async () => {
    const articles = [article("rounds", { expiresOn: SLOT })];
    // Wednesday in Honolulu is Thursday in Lisbon, where the company is, and the day is over there.
    const timeZone = "Pacific/Honolulu";
    const world = await testWorld({ prospects: [prospect("kai", { timeZone })], articles });
    const at = Date.parse("2026-11-26T01:00Z");
    world.clock.standAt(at);
    await sendTouches(world.app, batch(["kai"], { timeZone, scheduledAt: at }));
    expect(world.emails()).toHaveLength(1);
  });

  test("nor does it where it is Thursday already, while it is Wednesday here", async () => {
    const timeZone = "Pacific/Auckland";
    const articles = [article("rounds", { expiresOn: SLOT })];
    const world = await testWorld({ prospects: [prospect("mia", { timeZone })], articles });
    const at = Date.parse("2026-11-26T02:00Z");
    world.clock.standAt(at);
    await sendTouches(world.app, batch(["mia"], { timeZone, date: "2026-11-26", scheduledAt: at }));
    expect(world.emails()).toHaveLength(0);
  });
});
