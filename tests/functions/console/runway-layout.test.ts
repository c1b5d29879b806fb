import { expect, test } from "vitest";
import { bySoonest, PLOT, runsOut, weekBars } from "../../../functions/console/runway-layout.ts";
import type { RunwayRow } from "../../../shared/runway/runway.ts";
import { weekFor } from "../../../shared/runway/runway.ts";

const row = (byWeek: number[], beyond = 0, name = "Food", outs: readonly string[] = []): RunwayRow => ({
  of: "sector",
  id: name,
  name,
  asOf: 0,
  date: "2026-11-23",
  people: byWeek.reduce((sum, count) => sum + count, beyond),
  byWeek,
  beyond,
  first: outs.map((out, n) => ({ prospectId: `p${n}`, out, emails: 1 })),
});

test.each([
  [row([0, 1], 0, "Food", ["2026-12-03"]), "It runs out in a week (on Thu 3 Dec 2026)."],
  [row([2], 0, "Food", ["2026-11-26", "2026-11-26"]), "It runs out this week (on Thu 26 Nov 2026), for both of them."],
  [
    row([2], 0, "Food", ["2026-11-25", "2026-11-26"]),
    "It runs out this week (from Wed 25 Nov 2026 on), for both of them.",
  ],
  [row([40], 0, "Food", ["2026-11-25"]), "It runs out this week (from Wed 25 Nov 2026 on), for all 40 of them."],
  [
    row([1, 0, 3], 0, "Food", ["2026-11-26", "2026-12-09", "2026-12-10", "2026-12-10"]),
    "For the first it runs out this week (on Thu 26 Nov 2026); for half of them in 2 weeks (on Wed 9 Dec 2026).",
  ],
  [
    row([1, 0, 30], 0, "Food", ["2026-11-26", "2026-12-09"]),
    "For the first it runs out this week (on Thu 26 Nov 2026); for half of them in 2 weeks (in the week from Mon 7 Dec 2026).",
  ],
  [
    row([1], 3, "Food", ["2026-11-26"]),
    "For the first it runs out this week (on Thu 26 Nov 2026); for 1 prospect of 4 within a year.",
  ],
  [
    row([0, 3], 1, "Food", ["2026-12-03", "2026-12-03", "2026-12-03"]),
    "For the first it runs out in a week (on Thu 3 Dec 2026); for 1 prospect it lasts longer than a year.",
  ],
  [row([], 3), "It lasts longer than a year for all 3."],
  [row([], 1), "It lasts longer than a year for them."],
])("how long it lasts is said in words (%#)", (one, words) => expect(runsOut(one)).toBe(words));

test("half of a group is counted with those for whom it lasts longer", () => {
  expect(weekFor(row([1, 0, 1], 2), 0.5)).toBe(2);
  expect(weekFor(row([1, 0, 1], 3), 0.5)).toBeUndefined();
  expect(weekFor(row([0, 0], 3), 0)).toBeUndefined();
});

test("each week has its bar, the soon ones marked, and even one among thousands is seen", () => {
  const bars = weekBars(row([1, ...Array.from({ length: 19 }, () => 0), 5000], 10));
  expect(bars.map(({ tone }) => tone)).toEqual(["soon", "", "later"]);
  expect(bars[0]?.height).toBe(2);
  for (const { x, y, height } of bars) {
    expect(x + PLOT.bar).toBeLessThanOrEqual(PLOT.width);
    expect(y).toBeGreaterThanOrEqual(PLOT.top);
    expect(y + height).toBeCloseTo(PLOT.base);
  }
});

test("whoever is hit soonest comes first", () => {
  const rows = [row([], 9, "never"), row([0, 0, 1], 0, "later"), row([0, 1], 0, "few"), row([0, 7], 0, "many")];
  expect(bySoonest(rows).map(({ name }) => name)).toEqual(["many", "few", "later", "never"]);
});
