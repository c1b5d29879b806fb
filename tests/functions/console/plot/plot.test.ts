import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { barLayout } from "../../../../functions/console/plot/bar-layout.ts";
import { LINE, lineLayout } from "../../../../functions/console/plot/line-layout.ts";
import { percent, shareInWords } from "../../../../functions/console/plot/share-words.ts";
import { WIDTH } from "../../../../functions/console/plot/size.ts";
import { shareOf } from "../../../../shared/practice/intervals.ts";

const share = fc
  .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }))
  .map(([a, b]) => shareOf(Math.min(a, b), Math.max(a, b)));
const shares = fc.array(share, { maxLength: 60 });
const pointOf = (one: ReturnType<typeof shareOf>, n: number) => ({ label: `${n}`, name: `slot ${n}`, share: one });

const numbersIn = (path: string | null): number[] => (path?.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);

describe("a line", () => {
  test("stays within its frame, whatever it shows, with limits and without", () => {
    fc.assert(
      fc.property(shares, fc.boolean(), (all, limited) => {
        const limits = limited ? [{ at: 0.05, text: "review" }] : [];
        const { points, limits: drawn, ticks, line, band } = lineLayout(all.map(pointOf), limits);
        for (const { x, y, low, high } of points) {
          expect(x).toBeGreaterThanOrEqual(LINE.left);
          expect(x).toBeLessThanOrEqual(WIDTH - LINE.right);
          for (const height of [y, low, high]) {
            expect(height).toBeGreaterThanOrEqual(LINE.top);
            expect(height).toBeLessThanOrEqual(LINE.base);
          }
          expect([high <= y, y <= low]).toEqual([true, true]);
        }
        expect(drawn.every(({ y }) => y > LINE.top && y < LINE.base)).toBe(true);
        expect(ticks.every(({ y }) => y >= LINE.top && y <= LINE.base)).toBe(true);
        expect([...numbersIn(line), ...numbersIn(band)].every(Number.isFinite)).toBe(true);
        expect(points).toHaveLength(all.filter(({ enough }) => enough).length);
      }),
      { numRuns: 60 },
    );
  });

  test("breaks where there is not enough data, and what stands alone has its interval as a line", () => {
    const known = shareOf(10, 200);
    const { line, points } = lineLayout([known, known, shareOf(1, 3), known].map(pointOf));
    expect(line?.match(/M/g)).toHaveLength(2);
    expect(points.map(({ alone }) => alone)).toEqual([false, false, true]);
  });

  test("names at most five points below, the last among them", () => {
    const { labels } = lineLayout(Array.from({ length: 26 }, (_, n) => pointOf(shareOf(5, 100), n)));
    expect(labels.length).toBeLessThanOrEqual(5);
    expect(labels.at(-1)?.label).toBe("25");
  });
});

describe("bars", () => {
  test("stay within their frame, and the interval holds the end of its bar", () => {
    fc.assert(
      fc.property(shares, (all) => {
        const { rows, height, base } = barLayout(all.map((one, n) => ({ name: `article ${n}`, share: one })));
        expect(base).toBeLessThan(height);
        for (const {
          width,
          low,
          high,
          share: { enough },
        } of rows) {
          expect(width !== undefined).toBe(enough);
          if (width === undefined) continue;
          expect([low <= width, width <= high, high <= WIDTH]).toEqual([true, true, true]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("have no end where there is not enough data, and long names are cut", () => {
    const [row] = barLayout([{ name: "x".repeat(80), share: shareOf(1, 2) }]).rows;
    expect(row).toMatchObject({ figure: "not enough data", width: undefined });
    expect(row?.label).toHaveLength(38);
  });
});

test.each([
  [0, "0 %"],
  [0.00043, "0.04 %"],
  [0.0012, "0.12 %"],
  [0.0099, "0.99 %"],
  [0.01, "1 %"],
  [0.0123, "1.2 %"],
  [0.0994, "9.9 %"],
  [0.0996, "10 %"],
  [0.123, "12 %"],
  [1, "100 %"],
])("a share of %s is written %s", (of, words) => {
  expect(percent(of)).toBe(words);
});

test("a share in words says its interval and what it was counted from, or that it is too few", () => {
  expect(shareInWords(shareOf(40, 333))).toBe("12 % (8.9 to 16 %; 40 of 333)");
  expect(shareInWords(shareOf(1, 3))).toBe("not enough data (1 of 3)");
});
