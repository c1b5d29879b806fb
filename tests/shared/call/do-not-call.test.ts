import { beforeEach, describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import { completeCall } from "../../../shared/call/complete.ts";
import type { CompletedCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { callsOf, getCall } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { prospectKey } from "../../../shared/keys.ts";
import { notesOf } from "../../../shared/prospect/note.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { prospect, rep, rising, signal, smallWorld } from "../engagement/small-world.ts";

let app: App;
const uncalled = async () => ({ app } = await smallWorld(10, prospect({ doNotCall: true })));
const save = (result: Partial<CompletedCall> & Pick<CompletedCall, "disposition">) =>
  completeCall(app, { prospectId: "p1", number: 1, version: 1, repId: rep.id, notes: "", ...result });

describe("a prospect who must not be called", () => {
  beforeEach(uncalled);

  test("may rise as high as they like: no call task, but all of it is known", async () => {
    expect(await recordEngagement(app, rising())).toEqual(["recorded", "recorded", "recorded"]);
    expect(await callsOf(app.table, "p1")).toEqual([]);
  });

  test.each([
    ["a reply", { kind: "reply", text: "Call me" }],
    ["a form", { kind: "form" }],
    ["a click on the calling link", { kind: "click", link: "meeting" }],
  ] as const)("is called after asking for it with %s", async (_, asked) => {
    await recordEngagement(app, [signal("a1", 9, asked)]);
    expect(await callsOf(app.table, "p1")).toMatchObject([{ lane: "hot", state: "open" }]);
  });

  test("cannot be put on the worklist by hand, and the rep is told why", async () => {
    await expect(openCallByHand(app, "p1", "Met at the fair")).rejects.toMatchObject({
      kind: "invalid",
      message: expect.stringContaining('Rui Lima is marked "do not call"'),
    });
    expect(await callsOf(app.table, "p1")).toEqual([]);
  });
});

describe("the call they asked for", () => {
  beforeEach(async () => {
    await uncalled();
    await recordEngagement(app, [signal("f1", 9, { kind: "form" })]);
  });

  test("is tried again until they answer", async () => {
    await save({ disposition: "no answer" });
    expect(await getCall(app.table, "p1", 1)).toMatchObject({ state: "open", lane: "hot" });
  });

  test.each([
    ["an agreed step", { disposition: "connected", nextStep: { kind: "demo", date: "2026-11-05" } }, /5 Nov 2026/],
    ["a later date", { disposition: "not now", notNowUntil: "2027-01-13" }, /13 Jan 2027/],
  ] as const)("ends with %s kept in the history and no task after it", async (_, result, date) => {
    const saved = await save(result);
    expect(saved).toEqual({
      outcome: "saved",
      next: expect.stringMatching(date),
      followUp: { number: 1, attempt: 1 },
    });
    const calls = await callsOf(app.table, "p1");
    expect(calls).toMatchObject([{ state: "closed", attempts: [{ disposition: result.disposition }] }]);
    expect(calls[0]?.attempts[0]?.nextStep).toHaveProperty("date");
    expect((await notesOf(app.table, "p1")).map(({ text }) => text).join()).toContain("no call task follows");
  });

  test("a booked meeting is the rep's to keep, and ends no emails", async () => {
    const nextStep = { kind: "meeting", date: "2026-11-05" } as const;
    const saved = await save({ disposition: "meeting booked", nextStep });
    expect(saved).toHaveProperty("next", expect.stringContaining("5 Nov 2026 is yours to keep"));
    expect(await getProspect(app.table, "p1")).toMatchObject({ standing: { state: "active" } });
  });
});

test("a call nobody asked for is not tried again once they are marked", async () => {
  ({ app } = await smallWorld());
  await recordEngagement(app, rising());
  await app.table.write({ kind: "update", key: prospectKey("p1"), set: { doNotCall: true } });
  expect(await save({ disposition: "no answer" })).toMatchObject({
    outcome: "saved",
    next: expect.stringMatching(/^Closed\./),
  });
  expect(await callsOf(app.table, "p1")).toMatchObject([{ state: "closed" }]);
});

test("a row written before there was such a mark is called as before", async () => {
  ({ app } = await smallWorld());
  const set = { doNotCall: undefined, wrongPhones: undefined };
  await app.table.write({ kind: "update", key: prospectKey("p1"), set });
  expect((await getProspect(app.table, "p1"))?.doNotCall).toBeUndefined();
  expect(await openCallByHand(app, "p1", "Met at the fair")).toEqual({ outcome: "opened", number: 1 });
  await save({ disposition: "wrong number" });
  expect(await getProspect(app.table, "p1")).toMatchObject({ wrongPhones: ["+351 912 345 678"] });
});
