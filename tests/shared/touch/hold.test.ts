import { describe, expect, test } from "vitest";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import type { Call } from "../../../shared/call/call.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import { getCall, openCallsOf, putCall } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { heldBy } from "../../../shared/touch/hold.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { HOUR, MINUTE } from "../../../shared/time.ts";
import { article, mustProspect, prospect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { WEDNESDAY_AFTERNOON, atTheSlot, batch } from "./afternoon.ts";

const SENDING = Date.parse(WEDNESDAY_AFTERNOON);
const parts = () => ({ prospects: [prospect("rui"), prospect("eva")], articles: [article("rounds")] });

/** The open call of Rui as it is, with changes. */
async function change({ app }: TestWorld, changes: Partial<Call>): Promise<void> {
  const call = (await getCall(app.table, "rui", 1))!;
  await app.table.write(putCall({ ...call, ...changes }, "present"));
}

async function withCall(changes: Partial<Call>): Promise<TestWorld> {
  const world = await atTheSlot(parts());
  await openCallByHand(world.app, "rui", "Met at the fair");
  await change(world, { dueAt: SENDING + 24 * HOUR, ...changes });
  return world;
}

describe("while a call task is open", () => {
  test.each([
    ["they asked", { lane: "hot" }, "they asked and a call is open"],
    ["a meeting is booked", { lane: "agreed", step: { kind: "meeting", date: "2026-12-03" } }, "a meeting is booked"],
    ["a demo is booked", { lane: "agreed", step: { kind: "demo", date: "2026-12-03" } }, "a demo is booked"],
  ] as const)("and %s no email goes out, and nothing is used up", async (_, changes, detail) => {
    const world = await withCall(changes);
    const outcomes = await sendTouches(world.app, batch(["rui", "eva"]));
    expect(Object.fromEntries(outcomes)).toEqual({ rui: "skipped", eva: "sent" });
    expect(await touchesOf(world.app.table, "rui")).toMatchObject([
      { outcome: "skipped", reason: "in-conversation", detail },
    ]);
    expect(await mustProspect(world, "rui")).toMatchObject({ seen: [], touchCount: 0, standing: { state: "active" } });
  });

  test("of another kind emails go on", async () => {
    const world = await withCall({ lane: "agreed", step: { kind: "call", date: "2026-12-03" } });
    expect((await sendTouches(world.app, batch(["rui"]))).get("rui")).toBe("sent");
  });

  test.each([
    [-61, "sent"],
    [-60, "skipped"],
    [0, "skipped"],
    [60, "skipped"],
    [61, "sent"],
  ])("that is due %i minutes from the email, it is %s", async (minutes, outcome) => {
    const world = await withCall({ dueAt: SENDING + minutes * MINUTE });
    expect((await sendTouches(world.app, batch(["rui"]))).get("rui")).toBe(outcome);
    if (outcome === "skipped")
      expect(await touchesOf(world.app.table, "rui")).toMatchObject([
        { reason: "call-within-the-hour", detail: expect.stringMatching(/^the call is due Wed 25 Nov 2026/) },
      ]);
  });
});

test("who replied gets no email until they were called, and then the next", async () => {
  const world = await atTheSlot(parts());
  const { app } = world;
  await recordEngagement(app, [{ id: "r1", prospectId: "rui", kind: "reply", at: SENDING - MINUTE, text: "Call me" }]);
  expect((await sendTouches(app, batch(["rui"]))).get("rui")).toBe("skipped");
  const declined = { disposition: "connected", nextStep: { kind: "declined" } } as const;
  await completeCall(app, { prospectId: "rui", number: 1, version: 1, repId: "ana", notes: "", ...declined });
  const thursday = batch(["rui"], { date: "2026-11-26" });
  world.clock.standAt(SENDING + 24 * HOUR);
  expect((await sendTouches(app, thursday)).get("rui")).toBe("sent");
});

test("open calls of a batch take two reads, closed ones hold nothing", async () => {
  const { app } = await withCall({ lane: "hot" });
  let reads = 0;
  const table: typeof app.table = {
    ...app.table,
    getMany: (keys) => {
      reads += 1;
      return app.table.getMany(keys);
    },
  };
  const open = await openCallsOf(table, ["rui", "eva"]);
  expect([...open.keys()]).toEqual(["rui"]);
  expect(reads).toBe(2);
  expect(heldBy({ ...open.get("rui")!, state: "closed" }, SENDING)).toBeUndefined();
  expect(heldBy(undefined, SENDING)).toBeUndefined();
});
