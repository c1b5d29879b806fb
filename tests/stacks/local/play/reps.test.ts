import { expect, test } from "vitest";
import { openCallByHand } from "../../../../shared/call/open-by-hand.ts";
import { promisesTo } from "../../../../shared/call/promise-store.ts";
import { callsOf, getCall, putCall } from "../../../../shared/call/store.ts";
import { DAY } from "../../../../shared/time.ts";
import { makeDueCalls } from "../../../../stacks/local/play/reps.ts";
import { MONDAY, article, prospect, testWorld } from "../../../fixtures/world.ts";

const ids = Array.from({ length: 24 }, (_, n) => `p${n}`);

/** Ten days of a rep who has a task for each of these, every other one to share something by hand. */
async function tenDays(seed: number) {
  const world = await testWorld({ prospects: ids.map((id) => prospect(id)), articles: [article("rounds")] });
  const { table } = world.app;
  for (const id of ids) {
    await openCallByHand(world.app, id, "Met at the fair");
    const call = (await getCall(table, id, 1))!;
    if (ids.indexOf(id) % 2) await table.write(putCall({ ...call, lane: "share" }, "present"));
  }
  const made: { [disposition: string]: number } = {};
  for (let hour = 1; hour <= 240; hour += 1) {
    world.clock.standAt(MONDAY + (hour * DAY) / 24);
    await makeDueCalls(world.app, seed, made);
  }
  const calls = (await Promise.all(ids.map((id) => callsOf(table, id)))).flat();
  const promises = (await Promise.all(ids.map((id) => promisesTo(table, id)))).flat();
  return { made, calls, promises };
}

test("played reps share by hand, promise and keep what they promised, the same every time for the same seed", async () => {
  const { made, calls, promises } = await tenDays(1);
  expect(made["shared"]).toBeGreaterThan(0);
  const shared = calls.filter(({ attempts }) => attempts.some(({ disposition }) => disposition === "shared"));
  expect(shared.every(({ lane, state }) => lane === "share" && state === "closed")).toBe(true);
  expect(promises.length).toBeGreaterThan(0);
  expect(promises.some(({ keptAt }) => keptAt !== undefined)).toBe(true);
  expect((await tenDays(1)).made).toEqual(made);
  expect((await tenDays(2)).made).not.toEqual(made);
});
