import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { callsOf } from "../../../shared/call/store.ts";
import { recordEngagement } from "../../../shared/engagement/record.ts";
import { getEngagement, signalsOf } from "../../../shared/engagement/store.ts";
import { machineVisits } from "../../../shared/engagement/visit.ts";
import { sentAt, signal, smallWorld } from "./small-world.ts";

/** Twenty seconds after sending, as a scanner behind a browser's name comes. */
const scanned = (id: string, after: number, changes: Parameters<typeof signal>[2]) =>
  signal(id, 0, { at: sentAt(0) + 20_000 + after, ...changes });
const opened = (after: number, id = "o1") => scanned(id, after, { kind: "open" });
const read = (after: number, id = "c1") => scanned(id, after, { kind: "click", link: "read" });
const meeting = (after: number, id = "m1") => scanned(id, after, { kind: "click", link: "meeting" });

const REASON = "with another link of the same email within 2 seconds, as scanners do";

describe("a scanner that looks like a browser and fetches every link", () => {
  test("opens no call task and counts for nothing, and the ledger says why", async () => {
    const { app } = await smallWorld(1);
    const visit = [opened(0), read(90), meeting(200)];
    expect(await recordEngagement(app, visit)).toEqual(["machine", "machine", "machine"]);
    expect(await callsOf(app.table, "p1")).toEqual([]);
    expect((await getEngagement(app.table, "p1")).emails).toEqual([]);
    expect((await signalsOf(app.table, "p1")).map(({ human, reason }) => [human, reason])).toEqual(
      visit.map(() => [false, REASON]),
    );
  });

  test("is known by the second link also when each signal comes by itself", async () => {
    const { app } = await smallWorld(1);
    expect(await recordEngagement(app, [read(0)])).toEqual(["recorded"]);
    expect(await recordEngagement(app, [meeting(150)])).toEqual(["machine"]);
    expect(await recordEngagement(app, [opened(300)])).toEqual(["machine"]);
    expect(await callsOf(app.table, "p1")).toEqual([]);
    expect((await getEngagement(app.table, "p1")).emails).toMatchObject([{ opens: 0, clicks: 1 }]);
  });

  test("is known by a link it only asked the headers of", async () => {
    const { app } = await smallWorld(1);
    await recordEngagement(app, [{ ...read(0), method: "HEAD" }]);
    expect(await recordEngagement(app, [meeting(1_000)])).toEqual(["machine"]);
    expect(await callsOf(app.table, "p1")).toEqual([]);
  });
});

describe("a person", () => {
  test("who opens and clicks in one second counts", async () => {
    const { app } = await smallWorld(1);
    expect(await recordEngagement(app, [opened(0), read(400)])).toEqual(["recorded", "recorded"]);
  });

  test("who clicks the same link twice counts", async () => {
    const { app } = await smallWorld(1);
    await recordEngagement(app, [meeting(0), meeting(300, "m2")]);
    expect(await callsOf(app.table, "p1")).toMatchObject([{ lane: "hot" }]);
  });

  test("who reads first and goes on to the calling link counts, from two seconds on", async () => {
    const { app } = await smallWorld(1);
    expect(await recordEngagement(app, [read(0), meeting(2_001)])).toEqual(["recorded", "recorded"]);
    expect(await callsOf(app.table, "p1")).toMatchObject([{ lane: "hot" }]);
  });

  test("who clicks in two emails at once counts", async () => {
    const { app } = await smallWorld(2);
    const at = sentAt(1) + 60_000;
    const both = [
      signal("a", 0, { kind: "click", link: "read", at }),
      signal("b", 1, { kind: "click", link: "meeting", at: at + 100 }),
    ];
    expect(await recordEngagement(app, both)).toEqual(["recorded", "recorded"]);
  });

  test("whose words come in the same second as a scanner is heard", async () => {
    const { app } = await smallWorld(1);
    const said = scanned("r1", 100, { kind: "reply", text: "Call me" });
    expect(await recordEngagement(app, [read(0), meeting(100), said])).toEqual(["machine", "machine", "recorded"]);
    expect(await callsOf(app.table, "p1")).toMatchObject([{ lane: "hot" }]);
  });
});

test("the order in which signals are looked at makes no difference", () => {
  const hit = fc.record({
    kind: fc.constantFrom("open" as const, "click" as const),
    link: fc.constantFrom("read" as const, "meeting" as const),
    slot: fc.constantFrom("2026-09-30", "2026-10-01", undefined),
    at: fc.integer({ min: 0, max: 8_000 }),
  });
  fc.assert(
    fc.property(fc.array(hit, { maxLength: 8 }), (hits) => {
      const signals = hits.map((one, id) => ({ ...one, id: `s${id}` }));
      expect(machineVisits(signals.toReversed())).toEqual(machineVisits(signals));
      for (const id of machineVisits(signals)) {
        const one = signals.find((fetched) => fetched.id === id);
        expect(one?.slot).toBeDefined();
      }
    }),
  );
});
