import { describe, expect, test } from "vitest";
import { sweep } from "../../../functions/sweep.ts";
import { getCalls, getCall, putCalls, noCalls } from "../../../shared/call/store.ts";
import { libraryChanged, putArticles } from "../../../shared/content/store.ts";
import { checkNoDrop } from "../../../shared/prospect/no-drop.ts";
import { getNoDrop } from "../../../shared/prospect/no-drop-store.ts";
import { article, prospect, testWorld } from "../../fixtures/world.ts";

const EARLY = Date.parse("2026-11-24T00:45Z");

describe("the daily look at everybody", () => {
  test("counts what comes next, and keeps when it was", async () => {
    const world = await testWorld({
      prospects: [
        prospect("rui"),
        prospect("eva", { standing: { state: "ended", reason: "opted out" } }),
        prospect("ivo", { standing: { state: "paused", until: "2027-01-01", reason: "own wish" } }),
      ],
      articles: [article("rounds")],
    });
    world.clock.standAt(EARLY);
    await sweep(world.app, { scheduledAt: EARLY });
    expect(await getNoDrop(world.app.table)).toEqual({
      at: EARLY,
      looked: 3,
      byKind: { call: 0, email: 1, back: 1, none: 1, dropped: 0 },
      repaired: 0,
      dropped: [],
    });
  });

  test("asks a rep to share something of the prospect's own interest where the library is used up", async () => {
    const interests = ["sailing", "the church choir"];
    const world = await testWorld({
      prospects: [prospect("rui", { seen: ["rounds"], interests })],
      articles: [article("rounds")],
    });
    expect(await checkNoDrop(world.app)).toMatchObject({ looked: 1, repaired: 1, byKind: { call: 1, dropped: 0 } });
    const call = await getCall(world.app.table, "rui", 1);
    expect(call).toMatchObject({
      lane: "share",
      repId: "ana",
      why: "Share something on sailing: nothing in the library is left",
    });
    expect(call?.evidence.map(({ text }) => text).join("\n")).toContain(
      "Take care: speak of the church choir only if they do",
    );
    expect(call?.brief.talkingPoint).toBeUndefined();
    expect(world.queues.notices.depth()).toBe(1);
    // A second look finds the task there.
    expect(await checkNoDrop(world.app)).toMatchObject({ repaired: 0, byKind: { call: 1, dropped: 0 } });
  });

  test("nobody is asked again within four weeks, and an article that comes in takes over", async () => {
    const world = await testWorld({ prospects: [prospect("rui")] });
    await checkNoDrop(world.app);
    const calls = await getCalls(world.app.table, "rui");
    await world.app.table.write(putCalls({ ...calls, open: null }, calls));
    expect(await checkNoDrop(world.app)).toMatchObject({ repaired: 0, byKind: { back: 1, dropped: 0 } });
    await world.app.table.write(...putArticles([article("new")]), libraryChanged(EARLY));
    expect(await checkNoDrop(world.app)).toMatchObject({ byKind: { email: 1 } });
  });

  test("takes off a lock on a call that is not there, and puts back a schedule that is gone", async () => {
    const world = await testWorld({ prospects: [prospect("rui"), prospect("eva")], articles: [article("rounds")] });
    await world.app.table.write(putCalls({ ...noCalls("rui"), open: 3, last: 3 }, noCalls("rui")));
    for (const name of await world.app.scheduler.list("default.")) await world.app.scheduler.remove(name);
    expect(await checkNoDrop(world.app)).toMatchObject({ looked: 2, byKind: { email: 2, dropped: 0 } });
    expect((await getCalls(world.app.table, "rui")).open).toBeNull();
    expect(await world.app.scheduler.list("default.")).toHaveLength(2);
  });

  test("whom nothing can be done for is listed with why", async () => {
    const world = await testWorld({
      prospects: [prospect("rui", { cadenceId: "gone" })],
      articles: [article("rounds")],
    });
    const found = await checkNoDrop(world.app);
    expect(found.byKind.dropped).toBe(1);
    expect(found.dropped).toEqual([{ prospectId: "rui", repId: "ana", why: 'there is no cadence "gone"' }]);
  });
});
