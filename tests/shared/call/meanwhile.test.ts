/** Something is said of a prospect in the moment in which a call task of theirs is about to be opened. */
import { expect, test } from "vitest";
import { completeCall } from "../../../shared/call/complete.ts";
import { openCallByHand } from "../../../shared/call/open-by-hand.ts";
import { callsOf, openCallNumber } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { callPrefix, prospectPk } from "../../../shared/keys.ts";
import type { Write } from "../../../shared/ports.ts";
import { neverCall } from "../../../shared/prospect/calling.ts";
import { eraseProspect } from "../../../shared/prospect/erase.ts";
import { withMeanwhile } from "../../fixtures/meanwhile.ts";
import { rep, signal, smallWorld } from "../engagement/small-world.ts";

const changesCall = (writes: readonly Write[]): boolean =>
  writes.some((one) => one.kind === "put" && one.item.sk.startsWith(callPrefix));

test("who turns out not to be called is called no more after they were spoken with", async () => {
  const world = await smallWorld();
  const asked = signal("r1", 9, { kind: "reply", slot: undefined, at: world.clock.now, text: "Call me" });
  await recordEngagement(world.app, [asked]);
  const app = withMeanwhile(world.app, changesCall, () => world.app.table.write(neverCall("p1", world.clock.now + 1)));
  const saved = await completeCall(app, {
    prospectId: "p1",
    number: 1,
    version: 1,
    repId: rep.id,
    disposition: "connected",
    notes: "",
    nextStep: { kind: "call", date: "2026-11-05" },
  });
  expect(saved).toMatchObject({ next: expect.stringContaining(`Marked "do not call"`) });
  expect(await openCallNumber(world.app.table, "p1")).toBeUndefined();
  expect(await callsOf(world.app.table, "p1")).toMatchObject([{ state: "closed" }]);
});

test("nor is a call opened by hand for them", async () => {
  const world = await smallWorld();
  const app = withMeanwhile(world.app, changesCall, () => world.app.table.write(neverCall("p1", world.clock.now + 1)));
  await expect(openCallByHand(app, "p1", "Met at the fair")).rejects.toMatchObject({ kind: "invalid" });
  expect(await callsOf(world.app.table, "p1")).toEqual([]);
});

test("of who is erased no call is left behind", async () => {
  const world = await smallWorld();
  const app = withMeanwhile(world.app, changesCall, () => eraseProspect(world.app, "p1"));
  await expect(openCallByHand(app, "p1", "Met at the fair")).rejects.toMatchObject({ kind: "not-found" });
  expect((await world.app.table.query({ pk: prospectPk("p1") })).items).toEqual([]);
});
