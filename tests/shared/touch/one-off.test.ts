import { describe, expect, test } from "vitest";
import { readEmail } from "../../../shared/local/outbox.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { pauseProspect } from "../../../shared/prospect/pause.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { suppress } from "../../../shared/suppression/suppress.ts";
import { sendOneOff } from "../../../shared/touch/one-off-send.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { getTouch, touchesOf } from "../../../shared/touch/store.ts";
import { vetoEmail } from "../../../shared/touch/wish-veto.ts";
import { article, caseStudy, mustProspect, prospect, testWorld } from "../../fixtures/world.ts";
import { SLOT, batch, mailerThat } from "./afternoon.ts";

const posts = [article("rounds"), article("stock"), caseStudy("bank", { sector: "finance" })];
const order = { prospectId: "rui", articleId: "rounds", by: "Ana Sousa" };
const WEDNESDAY_MORNING = "2026-11-25T09:00Z";

const worldAt = async (at: string, parts: Parameters<typeof testWorld>[0] = {}) => {
  const world = await testWorld({ prospects: [prospect("rui")], articles: posts, ...parts });
  world.clock.standAt(Date.parse(at));
  return world;
};

describe("an article that a rep sends out of turn", () => {
  test("leaves at once, on a Monday as well, with links of its own and who sent it", async () => {
    const world = await worldAt("2026-11-23T21:30Z");
    expect(await sendOneOff(world.app, order)).toEqual({
      outcome: "ordered",
      date: "2026-11-23",
      insteadOfSlot: false,
    });
    await world.pass("2026-11-23T21:31Z");
    const [email] = world.emails();
    expect(email?.tags).toMatchObject({ prospect: "rui", slot: "2026-11-23", article: "rounds" });
    expect(readEmail(world.store, email?.id ?? 0)?.html).toContain("http://localhost:4600/c/");
    expect(email?.from.name).toBe("Ana Sousa");
    expect(await getTouch(world.app.table, "rui", "2026-11-23")).toMatchObject({
      outcome: "sent",
      tracked: true,
      detail: "Sent by Ana Sousa",
    });
    expect(await mustProspect(world, "rui")).toMatchObject({ seen: ["rounds"], recentTouches: ["2026-11-23"] });
  });

  test("never mails twice although a one-off and the slot meet on the same day", async () => {
    const world = await worldAt("2026-11-25T15:00Z");
    await sendOneOff(world.app, order);
    await Promise.all([
      sendTouches(world.app, batch(["rui"])),
      sendTouches(world.app, batch(["rui"], { oneOff: { articleId: "rounds", by: "Ana Sousa" } })),
    ]);
    await world.pass("2026-11-25T20:00Z");
    expect(world.emails()).toHaveLength(1);
    expect(await touchesOf(world.app.table, "rui")).toHaveLength(1);
  });

  test("takes the place of today's slot and says so; tomorrow's comes as usual", async () => {
    const world = await worldAt(WEDNESDAY_MORNING);
    expect(await sendOneOff(world.app, order)).toMatchObject({ outcome: "ordered", insteadOfSlot: true });
    await world.pass("2026-11-26T20:00Z");
    expect(world.emails().map(({ tags }) => tags["article"])).toEqual(["rounds", "stock"]);
  });

  test("pressed twice, it goes out once", async () => {
    const world = await worldAt(WEDNESDAY_MORNING);
    await sendOneOff(world.app, order);
    await sendOneOff(world.app, order);
    await world.pass("2026-11-25T10:00Z");
    expect(world.emails()).toHaveLength(1);
    expect(await notesOf(world.app.table, "rui")).toEqual([]);
  });

  test("a day whose own email was kept back is still to be had", async () => {
    const world = await worldAt(WEDNESDAY_MORNING);
    await vetoEmail(world.app, { prospectId: "rui", date: SLOT, by: "Ana Sousa" });
    await world.pass("2026-11-25T16:00Z");
    expect(await sendOneOff(world.app, order)).toMatchObject({ outcome: "ordered" });
    await world.pass("2026-11-25T16:01Z");
    expect(await getTouch(world.app.table, "rui", SLOT)).toMatchObject({ outcome: "sent", articleId: "rounds" });
  });
});

describe("when it cannot be sent", () => {
  test.each([
    ["who opted out", { standing: { state: "ended", reason: "opted out" } }, "rounds", "no more email: opted out"],
    [
      "who asked for a pause",
      { standing: { state: "paused", until: "2026-12-24", reason: "own wish" } },
      "rounds",
      "paused until 2026-12-24",
    ],
    ["who has had it", { seen: ["rounds"] }, "rounds", "mailed to them already"],
    ["of another sector", {}, "bank", "another sector"],
    ["of no rep", { repId: undefined }, "rounds", "no rep"],
    ["for an article that is gone", {}, "gone", "not in the library"],
  ] satisfies [string, Partial<Prospect>, string, string][])(
    "the rep is told before: one %s",
    async (_, changes, articleId, why) => {
      const world = await worldAt(WEDNESDAY_MORNING, { prospects: [prospect("rui", changes)] });
      const answer = await sendOneOff(world.app, { ...order, articleId });
      expect(answer).toMatchObject({ outcome: "refused", why: expect.stringContaining(why) });
      await world.pass("2026-11-25T10:00Z");
      expect(world.emails()).toEqual([]);
    },
  );

  test("one article a day: who had one already gets none", async () => {
    const world = await worldAt(WEDNESDAY_MORNING);
    await world.pass("2026-11-25T16:00Z");
    expect(await sendOneOff(world.app, order)).toEqual({
      outcome: "refused",
      why: "They already had an email today. Please send it tomorrow.",
    });
  });

  test.each([
    ["opts out", (app: Parameters<typeof suppress>[0]) => suppress(app, "rui", "opted out")],
    ["asks for a pause", (app: Parameters<typeof suppress>[0]) => pauseProspect(app, "rui", 30)],
  ])("who %s before it leaves gets none, and the timeline tells the rep", async (_, goes) => {
    const world = await worldAt(WEDNESDAY_MORNING);
    await sendOneOff(world.app, order);
    await goes(world.app);
    await world.pass("2026-11-25T10:00Z");
    expect(world.emails()).toEqual([]);
    const said = (await notesOf(world.app.table, "rui")).map(({ text }) => text);
    expect(said.join("\n")).toContain("The article that Ana Sousa sent did not go out.");
  });

  test("what the mailer takes only after midnight there is not sent, and tomorrow is free", async () => {
    const mailer = mailerThat(() => ({ outcome: "throttled", reason: "slow down" }));
    const world = await worldAt("2026-11-25T23:30Z", { mailer });
    await sendOneOff(world.app, order);
    await world.pass("2026-11-26T02:00Z");
    expect((await notesOf(world.app.table, "rui")).map(({ text }) => text)).toEqual([
      "The article that Ana Sousa sent did not go out. The day was over before it could leave.",
    ]);
    expect(await touchesOf(world.app.table, "rui")).toEqual([]);
  });
});
