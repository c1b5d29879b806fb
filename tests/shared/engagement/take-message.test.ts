import { expect, test } from "vitest";
import { callsOf } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import type { Signal } from "../../../shared/engagement/signal.ts";
import { takeMessage } from "../../../shared/engagement/take-message.ts";
import { getProspect } from "../../../shared/prospect/store.ts";
import { HOUR } from "../../../shared/time.ts";
import { prospect, smallWorld } from "./small-world.ts";

async function listening(...of: Parameters<typeof smallWorld>) {
  const { app, clock } = await smallWorld(...of);
  const signals: Signal[] = [];
  return {
    app: { ...app, signals: { send: async (sent: readonly Signal[]) => void signals.push(...sent) } },
    clock,
    signals,
  };
}

test("a reply noted by the rep leaves the prospect in the cadence and is a call for now", async () => {
  const { app, clock, signals } = await listening(1);
  const id = await takeMessage(app, "p1", { kind: "reply", text: " Call me tomorrow " });
  expect(signals).toEqual([{ id, prospectId: "p1", kind: "reply", at: clock.now, text: "Call me tomorrow" }]);
  expect(await recordEngagement(app, signals)).toEqual(["recorded"]);
  expect(await getProspect(app.table, "p1")).toMatchObject({ standing: { state: "active" } });
  expect(await callsOf(app.table, "p1")).toMatchObject([{ lane: "hot", why: "Asked for it: replied" }]);
});

test("a wish to be called leaves the emails as they are and says so in the brief", async () => {
  const { app, clock, signals } = await listening(1);
  await takeMessage(app, "p1", { kind: "form", at: clock.now - HOUR, text: "" });
  await recordEngagement(app, signals);
  expect(await getProspect(app.table, "p1")).toMatchObject({ standing: { state: "active" } });
  expect(await callsOf(app.table, "p1")).toMatchObject([
    { lane: "hot", why: "Asked for a call", evidence: [{ at: clock.now - HOUR }] },
  ]);
});

test("what is still to come, too long, or of nobody we know is refused and put nowhere", async () => {
  const { app, clock, signals } = await listening(1);
  const noted = (id: string, at: number, text = "") => takeMessage(app, id, { kind: "reply", at, text });
  await expect(noted("p1", clock.now + 1)).rejects.toMatchObject({
    kind: "invalid",
    message: expect.stringMatching(/^when: Rui Lima/),
  });
  await expect(noted("p1", clock.now, "x".repeat(4001))).rejects.toMatchObject({
    kind: "invalid",
    message: expect.stringMatching(/^said: /),
  });
  await expect(noted("nobody", clock.now)).rejects.toMatchObject({ kind: "not-found" });
  const erased = await listening(1, prospect({ standing: { state: "ended", reason: "erased" } }));
  await expect(takeMessage(erased.app, "p1", { kind: "reply", text: "" })).rejects.toMatchObject({ kind: "not-found" });
  expect([...signals, ...erased.signals]).toEqual([]);
});
