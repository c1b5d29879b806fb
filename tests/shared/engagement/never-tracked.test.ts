import { expect, test } from "vitest";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { callsOf } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { signalsOf } from "../../../shared/engagement/store.ts";
import { prospect, rising, signal, smallWorld } from "./small-world.ts";

const denied = prospect({ tracking: "denied" });

test("who is never measured and opens and clicks all the same leaves nothing", async () => {
  const { app } = await smallWorld(10, denied);
  expect(new Set(await recordEngagement(app, rising()))).toEqual(new Set(["not-measured"]));
  expect(await signalsOf(app.table, "p1")).toEqual([]);
  expect(await callsOf(app.table, "p1")).toEqual([]);
});

test.each([
  ["reply", "Replied"],
  ["form", "Asked for a call"],
] as const)("who is never measured and sends a %s is to be called at once, for just that", async (kind, words) => {
  const { app, clock } = await smallWorld(10, denied);
  const { userAgent: _, ...own } = signal("r1", 9, { kind, at: clock.now, text: "When can we talk?" });
  await recordEngagement(app, [...rising(), own]);
  const [call, ...more] = await callsOf(app.table, "p1");
  expect(more).toEqual([]);
  expect(call).toMatchObject({ state: "open", lane: "hot" });
  expect(call?.evidence).toHaveLength(1);
  expect(call?.evidence[0]?.text).toContain(words);
  expect(call?.evidence[0]?.text).toContain("“When can we talk?”");
});

test("who is never measured can be put on the worklist by a rep, with the rep's own reason as evidence", async () => {
  const { app } = await smallWorld(10, denied);
  await openCallByHand(app, "p1", "Met at the fair");
  expect(await callsOf(app.table, "p1")).toMatchObject([
    { state: "open", lane: "agreed", evidence: [{ text: "By hand: Met at the fair" }] },
  ]);
});
