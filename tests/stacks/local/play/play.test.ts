import { beforeAll, expect, test } from "vitest";
import { callsOf } from "../../../../shared/call/store.ts";
import { copyToMemory } from "../../../../shared/local/store.ts";
import { MINUTE } from "../../../../shared/time.ts";
import { databasePath } from "../../../../stacks/local/open-world.ts";
import { play } from "../../../../stacks/local/play/play.ts";
import type { Played, PlayOptions } from "../../../../stacks/local/play/play.ts";
import { everyProspect } from "../../../../shared/prospect/every-prospect.ts";
import { MONDAY } from "../../../fixtures/world.ts";
import { sampleFolder, temporaryPlace, worldAt } from "../folders.ts";

const { folder } = temporaryPlace();
const data = folder("sample");
beforeAll(() => sampleFolder(data));

async function played(options: Partial<PlayOptions>, from = MONDAY) {
  const world = await worldAt(copyToMemory(databasePath(data)), from);
  const failed: PlayOptions["failed"] = ({ error }) => expect.unreachable(String(error));
  const result = await play(world, { weeks: 4, seed: 1, failed, ...options });
  return { world, result };
}

const twoWeeks = { weeks: 2 };
let once: Played;
beforeAll(async () => {
  ({ result: once } = await played(twoWeeks));
});

test("the same seed plays the same weeks, to the byte, another seed others", async () => {
  const { result: again } = await played(twoWeeks);
  const { result: other } = await played({ ...twoWeeks, seed: 2 });
  expect(JSON.stringify(again)).toBe(JSON.stringify(once));
  expect(other).not.toMatchObject({ opens: once.opens, clicks: once.clicks, callTasks: once.callTasks });
});

test("the same seed plays the same weeks whichever minute they are started in", async () => {
  const { result: later } = await played(twoWeeks, MONDAY + 7 * MINUTE);
  const { from: _from, to: _to, ...numbers } = once;
  expect(later).toMatchObject(numbers);
});

test("nobody is left without a next touch or a reason", () => {
  expect(once.noDrop).toEqual({ looked: once.prospects, dropped: 0, repaired: 0 });
});

test("each call task says why now, with dates", async () => {
  const { world, result } = await played({ weeks: 5 });
  const calls = [];
  for await (const { ids } of everyProspect(world.app.table))
    for (const id of ids) calls.push(...(await callsOf(world.app.table, id)));
  expect(calls).toHaveLength(result.callTasks);
  const risen = calls.filter((call) => call.lane === "warming");
  expect(risen.length).toBeGreaterThan(5);
  for (const call of risen) {
    expect(call.evidence.length).toBeGreaterThan(0);
    for (const { text, at } of call.evidence) {
      expect(text).not.toBe("");
      expect(at).toBeGreaterThan(MONDAY);
      expect(at).toBeLessThanOrEqual(call.openedAt);
    }
  }
});

test("in quiet weeks everyone who may be mailed gets mail and nobody does anything", async () => {
  const { result } = await played({ weeks: 1, quiet: true });
  expect(result).toMatchObject({ sent: 116, opens: 0, clicks: 0, unsubscribes: 0, callTasks: 0, calls: {} });
  expect(result.deeds.machines).toEqual({ opens: 0, clicks: 0, pages: 0 });
  expect(result.days.map(({ date, sent }) => `${date} ${sent}`)).toEqual(["2026-11-25 58", "2026-11-26 58"]);
});
