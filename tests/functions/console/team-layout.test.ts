import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BARS, STRIP, WIDTH, axisOf, barsOf, cellsOf, dotsOf, timeX } from "../../../functions/console/team-layout.ts";
import {
  claimedInWords,
  lengthInWords,
  medianFigure,
  ownInWords,
  perHitFigure,
  shareFigure,
  waitsInBands,
} from "../../../functions/console/team-words.ts";
import { CLAIMS } from "../../../shared/practice/claims.ts";
import { medianOf, perHit, shareOf } from "../../../shared/practice/intervals.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";

const waited = (after: number, waiting = false) => ({ after, waiting, answered: false });
const lengths = fc.array(fc.integer({ min: 0, max: 400 * DAY }).map((after) => waited(after)));

describe("the plots", () => {
  test("later is further right, and nothing leaves the strip", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 * DAY }), fc.integer({ min: 0, max: 400 * DAY }), (a, b) => {
        expect(timeX(Math.min(a, b))).toBeLessThanOrEqual(timeX(Math.max(a, b)));
      }),
    );
    fc.assert(
      fc.property(lengths, (all) => {
        const dots = dotsOf(all);
        expect(dots).toHaveLength(all.length);
        for (const { x, y } of dots) {
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(WIDTH);
          expect(y).toBeGreaterThanOrEqual(STRIP.radius);
          expect(y).toBeLessThan(STRIP.base);
        }
      }),
    );
  });

  test("a hundred at one place are all there, and who waits is on top", () => {
    const dots = dotsOf([waited(MINUTE, true), ...Array.from({ length: 99 }, () => waited(MINUTE))]);
    expect(new Set(dots.map(({ y }) => y)).size).toBeGreaterThan(50);
    expect(dots.at(-1)?.waiting).toBe(true);
  });

  test("one bar for each number of attempts, what lies on top of what is closed", () => {
    const bars = barsOf([5, 5, 20].map((attempts, i) => ({ attempts, lying: i === 1 })));
    expect(bars).toHaveLength(12);
    expect(bars[4]).toMatchObject({ count: 2, y: BARS.top, closedY: (BARS.top + BARS.base) / 2 });
    expect(bars[11]).toMatchObject({ attempts: 12, count: 1 });
    expect(bars[0]).toMatchObject({ count: 0, y: BARS.base });
  });

  test("hours are as dark as their count, and blank without any", () => {
    const cells = cellsOf(Array.from({ length: 24 }, (_, hour) => ({ dials: hour === 10 ? 8 : 0, conversations: 0 })));
    expect(cells).toHaveLength(48);
    expect(cells.filter(({ opacity }) => opacity > 0)).toMatchObject([{ opacity: 1 }]);
  });

  test("an axis reaches as far as what is on it", () => {
    const own = { ...perHit(5, 400), counted: "", lacks: undefined };
    const { x, ticks } = axisOf("count", [{ claimed: { low: 18, high: 18 }, own }]);
    expect(x(own.high)).toBeLessThan(WIDTH - 8);
    expect(ticks.map(({ x: at }) => at)).toEqual([8, WIDTH / 2, WIDTH - 8]);
    expect(axisOf("times", []).x(1)).toBeLessThan(axisOf("times", []).x(1.29));
    expect(axisOf("times", []).x(1000)).toBe(WIDTH - 8);
  });
});

describe("the words", () => {
  test.each([
    [0, "0 s"],
    [59_400, "59 s"],
    [MINUTE, "1 min"],
    [5 * MINUTE + 6000, "5 min 6 s"],
    [48.4 * MINUTE, "48 min"],
    [7.2 * HOUR, "7 h"],
    [3 * DAY, "3 days"],
  ])("a length of %i ms is %s", (length, words) => expect(lengthInWords(length)).toBe(words));

  test("a figure with its range, or what was counted", () => {
    expect(shareFigure(shareOf(40, 64))).toEqual({ text: "63 %", under: "50 to 73 %, 40 of 64" });
    expect(shareFigure(shareOf(3, 7))).toEqual({ text: "3 of 7", under: "not enough data" });
    expect(shareFigure(shareOf(0, 0)).text).toBe("none yet");
    expect(perHitFigure(perHit(5, 90))).toEqual({ text: "18", under: "8.1 to 42" });
    expect(medianFigure(medianOf([5, 6]), String)).toEqual({ text: "2 calls", under: "not enough data" });
    expect(medianFigure(medianOf([1, 2, 3, 4, 5, 60].map((s) => s * 1000)), lengthInWords).under).toBe(
      "1 s to 1 min, of 6",
    );
  });

  test("what is claimed and what is ours", () => {
    expect(claimedInWords(CLAIMS.dials, { low: 18, high: 18, orMore: true })).toBe("18 or more dials");
    expect(claimedInWords(CLAIMS["one attempt"], { low: 0.44, high: 0.5 })).toBe("44 to 50 %");
    expect(claimedInWords(CLAIMS.midweek, { low: 1.49, high: 1.49 })).toBe("1.49 times");
    const own = { point: 1, low: 0.784, high: 1.26, enough: true, counted: "5 of 40 against 5 of 40" };
    expect(ownInWords(CLAIMS.midweek, own)).toBe("1.0 times (0.78 to 1.3 times; 5 of 40 against 5 of 40)");
    expect(ownInWords(CLAIMS.midweek, { ...own, lacks: "it takes more" })).toBe(
      "not enough data (5 of 40 against 5 of 40; it takes more)",
    );
  });

  test("who was called when, each once", () => {
    const bands = waitsInBands([waited(0), waited(MINUTE), waited(MINUTE + 1), waited(2 * DAY, true)]);
    expect(bands.map(({ called, waiting }) => [called, waiting])).toEqual([
      [2, 0],
      [1, 0],
      [0, 0],
      [0, 0],
      [0, 1],
    ]);
  });
});
