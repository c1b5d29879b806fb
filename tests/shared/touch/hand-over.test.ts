import { describe, expect, test } from "vitest";
import type { App } from "../../../shared/app.ts";
import type { ConditionalUpdate, Item, Table, Write } from "../../../shared/ports.ts";
import { handOversPk } from "../../../shared/keys.ts";
import { MINUTE } from "../../../shared/time.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { settleUnknown } from "../../../shared/touch/settle.ts";
import { getTouch } from "../../../shared/touch/store.ts";
import { article, prospect } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch, mailerThat } from "./afternoon.ts";

const ids = ["rui", "ana", "eva"];
const parts = { prospects: ids.map((id) => prospect(id)), articles: [article("rounds")] };
const notes = async ({ app }: TestWorld): Promise<Item[]> => (await app.table.query({ pk: handOversPk })).items;
const outcomes = (world: TestWorld) =>
  Promise.all(ids.map(async (id) => (await getTouch(world.app.table, id, SLOT))?.outcome));

/** The process is gone at its step number `last`: before it is done, or when it is done and nobody hears of it. */
function dyingAt(app: App, last: number, done: boolean): App {
  let step = 0;
  const upTo =
    <Args extends readonly unknown[], Result>(act: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      const here = (step += 1);
      if (here > last || (here === last && !done)) throw new Error("killed");
      const result = await act(...args);
      if (here === last) throw new Error("killed");
      return result;
    };
  const { table, mailer } = app;
  const write = upTo((...writes: readonly Write[]) => table.write(...writes));
  const writeEach = upTo((writes: readonly ConditionalUpdate[]) => table.writeEach(writes));
  return { ...app, table: { ...table, write, writeEach }, mailer: { ...mailer, sendBulk: upTo(mailer.sendBulk) } };
}

describe("whenever the process dies", () => {
  const steps = ["note", "reservation", "handing over", "marks", "crossing out"];
  const deaths = steps.flatMap((step, n) => [false, true].map((done) => ({ step, last: n + 1, done })));

  test.each(deaths)("$step done $done: nothing goes out twice and nothing stays open", async ({ last, done }) => {
    const world = await atTheSlot(parts);
    await sendTouches(dyingAt(world.app, last, done), batch(ids)).catch(() => undefined);
    await sendTouches(world.app, batch(ids));
    world.clock.standAt(world.app.now() + 16 * MINUTE);
    await settleUnknown(world.app);
    const went = world.emails().map(({ tags }) => tags["prospect"] ?? "");
    expect(new Set(went).size).toBe(went.length);
    for (const [n, outcome] of (await outcomes(world)).entries()) {
      expect(["sent", "unknown"]).toContain(outcome);
      if (outcome === "sent") expect(went).toContain(ids[n]);
    }
    expect(await notes(world)).toEqual([]);
  });
});

test("the note of a hand-over is there while the emails go out, names who gets one, and is gone after", async () => {
  const seen: Item[] = [];
  const mailer = mailerThat(async () => {
    seen.push(...(await notes(world)));
    return { outcome: "accepted", messageId: "m" };
  });
  const world = await atTheSlot({ ...parts, mailer });
  await sendTouches(world.app, batch([...ids, "nobody"]));
  expect(seen[0]?.data).toMatchObject({ date: SLOT, prospectIds: ids });
  expect(await notes(world)).toEqual([]);
});

test("where nobody gets an email there is nothing to note", async () => {
  const world = await atTheSlot(parts);
  await sendTouches(dyingAt(world.app, 1, true), batch(ids, { cadenceId: "other" }));
  world.clock.standAt(Date.parse("2026-11-25T17:00Z"));
  await expect(sendTouches(dyingAt(world.app, 1, true), batch(ids))).rejects.toThrow("killed");
  expect(await outcomes(world)).toEqual(["skipped", "skipped", "skipped"]);
});

test("a note that could not be crossed out is no reason to call the batch failed, and the sweep clears it", async () => {
  const world = await atTheSlot(parts);
  const sent = await sendTouches(dyingAt(world.app, 5, false), batch(ids));
  expect([...sent.values()]).toEqual(["sent", "sent", "sent"]);
  expect(await notes(world)).toHaveLength(1);
  world.clock.standAt(world.app.now() + 16 * MINUTE);
  expect(await settleUnknown(world.app)).toBe(0);
  expect(await notes(world)).toEqual([]);
});

test("a touch that could not be closed stays noted for the next sweep", async () => {
  const world = await atTheSlot(parts);
  await sendTouches(dyingAt(world.app, 3, true), batch(ids)).catch(() => undefined);
  world.clock.standAt(world.app.now() + 16 * MINUTE);
  const busy: Table = {
    ...world.app.table,
    writeEach: async (writes) => [0, ...(await world.app.table.writeEach(writes.slice(1))).map((n) => n + 1)],
  };
  expect(await settleUnknown({ ...world.app, table: busy })).toBe(2);
  expect(await notes(world)).toHaveLength(1);
  expect(await settleUnknown(world.app)).toBe(1);
  expect(await outcomes(world)).toEqual(["unknown", "unknown", "unknown"]);
  expect(await notes(world)).toEqual([]);
});
