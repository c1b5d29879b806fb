import { expect, test } from "vitest";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { putCadence } from "../../../shared/cadence/store.ts";
import { runWeeks } from "../../../shared/rehearsal/run.ts";
import type { RunOptions } from "../../../shared/rehearsal/run.ts";
import { totalsOf } from "../../../shared/rehearsal/sums.ts";
import { newPace } from "../../../shared/sending/pace.ts";
import { putPace } from "../../../shared/sending/store.ts";
import { putSegment } from "../../../shared/segment/store.ts";
import { MONDAY, article, prospect, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";

const shelf = Array.from({ length: 12 }, (_, n) => article(`post-${n}`));
const people = Array.from({ length: 5 }, (_, n) => prospect(`p${n}`));

async function totals({ app }: TestWorld, options: Partial<RunOptions> = {}) {
  const { outcomes, segments } = await runWeeks(app, { weeks: 1, ...options });
  return totalsOf(outcomes, segments, "2026-11-23");
}

test("no more go out in a day than the provider's quota, whatever went out of it before, and the rest says why not", async () => {
  const world = await testWorld({ prospects: people, articles: shelf });
  const limits = { perSecond: 1, perDay: 3, sentInDayBefore: 3 };
  await world.app.table.write(putPace({ version: 0 }, { ...newPace, limits, askedAt: MONDAY, letThrough: 3 }));
  const { days } = await totals(world);
  // 24 hours after Wednesday 15:00 its three are not counted any more.
  expect(days).toEqual([
    { date: "2026-11-25", sent: 3, skipped: { "window-closed": 2 } },
    { date: "2026-11-26", sent: 3, skipped: { "window-closed": 2 } },
  ]);
});

test("who is put into another cadence by a segment gets its slots from then on", async () => {
  const once = { ...defaultCadence, id: "once", name: "Once a week", slots: defaultCadence.slots.slice(0, 1) };
  const world = await testWorld({
    prospects: [prospect("rui"), prospect("eva", { sector: "media" })],
    articles: shelf,
  });
  const rules = [{ of: "sector" as const, is: "any" as const, values: ["media"] }];
  const segment = { id: "s1", name: "Media", order: 1, rules, cadenceId: "once", createdAt: 1, updatedAt: 1 };
  await world.app.table.write(putCadence(once), putSegment(segment, "absent"));
  const found = await totals(world);
  expect(found.sent).toBe(3);
  expect(found.segments).toMatchObject([{ name: "s1", label: "Media", prospects: 1, sent: 1 }]);
});

test("it tells how far it is, ever further, and whoever is told may end it", async () => {
  const world = await testWorld({ prospects: people, articles: shelf });
  const shares: number[] = [];
  await totals(world, { onProgress: (share) => void shares.push(share) });
  expect(shares[0]).toBe(0);
  expect(shares.at(-1)).toBe(1);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
  const enough = (): never => {
    throw new Error("enough");
  };
  await expect(totals(world, { onProgress: enough })).rejects.toThrow("enough");
});
