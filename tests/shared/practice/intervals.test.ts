import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { medianOf, perHit, ratioOf, shareOf } from "../../../shared/practice/intervals.ts";

const counted = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .map(([count, rest]) => ({ count, of: count + rest }));

describe("a share", () => {
  // Worked by hand from Wilson's formula with z = 1.96.
  test.each([
    [8, 40, 0.105, 0.3476],
    [0, 20, 0, 0.1611],
    [20, 20, 0.8389, 1],
    [50, 100, 0.4038, 0.5962],
  ])("of %i in %i lies between %f and %f", (count, of, low, high) => {
    const share = shareOf(count, of);
    expect(share.low).toBeCloseTo(low, 3);
    expect(share.high).toBeCloseTo(high, 3);
  });

  test("is within its bounds, and they within nothing and all", () => {
    fc.assert(
      fc.property(counted, ({ count, of }) => {
        const { point, low, high } = shareOf(count, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(point);
        expect(high).toBeGreaterThanOrEqual(point);
      }),
    );
  });

  test("is told more closely the more there are", () => {
    fc.assert(
      fc.property(counted, fc.integer({ min: 2, max: 20 }), ({ count, of }, times) => {
        fc.pre(of > 0);
        const [few, many] = [shareOf(count, of), shareOf(count * times, of * times)];
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
    );
  });

  test("moves up when more of as many are counted", () => {
    fc.assert(
      fc.property(counted, ({ count, of }) => {
        fc.pre(count < of);
        const [less, more] = [shareOf(count, of), shareOf(count + 1, of)];
        expect(more.low).toBeGreaterThanOrEqual(less.low);
        expect(more.high).toBeGreaterThanOrEqual(less.high);
      }),
    );
  });

  test("is not shown of fewer than 20, nor more than 15 points to either side wide", () => {
    expect(shareOf(0, 19).enough).toBe(false);
    expect(shareOf(0, 20).enough).toBe(true);
    expect(shareOf(19, 38).enough).toBe(false);
    expect(shareOf(21, 42).enough).toBe(true);
    expect(shareOf(0, 0)).toMatchObject({ low: 0, high: 1, enough: false });
  });
});

describe("a median", () => {
  // The tables of the sign test: for 6, 10, 20 and 30 values the 1st, 2nd, 6th and 10th from either end.
  test.each([
    [6, 1, 6],
    [10, 2, 9],
    [20, 6, 15],
    [30, 10, 21],
  ])("of %i values lies between the %i. and the %i.", (of, low, high) => {
    const values = Array.from({ length: of }, (_, i) => of - i);
    expect(medianOf(values)).toEqual({ of, point: (of + 1) / 2, low, high, enough: true });
  });

  test("of five has no interval, and of none there is none", () => {
    expect(medianOf([5, 1, 4, 2, 3])).toEqual({ of: 5, point: 3, low: 1, high: 5, enough: false });
    expect(medianOf([])).toBeUndefined();
  });

  test("is within its bounds, whatever the values, and for thousands of them", () => {
    const bounds = (values: number[]): void => {
      const { low, point, high } = medianOf(values) ?? { low: 1, point: 0, high: 0 };
      expect(low).toBeLessThanOrEqual(point);
      expect(high).toBeGreaterThanOrEqual(point);
    };
    fc.assert(fc.property(fc.array(fc.integer(), { minLength: 1 }), bounds));
    const many = Array.from({ length: 3001 }, (_, i) => i);
    bounds(many);
    // 1500 plus and minus 1.96 times half the root of 3001.
    expect(medianOf(many)).toMatchObject({ point: 1500, low: 1446, high: 1554 });
  });
});

describe("a ratio", () => {
  test("has Katz's interval", () => {
    const { point, low, high } = ratioOf(shareOf(20, 50), shareOf(10, 50));
    expect(point).toBeCloseTo(2);
    expect(low).toBeCloseTo(1.044, 3);
    expect(high).toBeCloseTo(3.8312, 3);
  });

  test("takes 20 dials and 5 answers on either side", () => {
    expect(ratioOf(shareOf(5, 20), shareOf(5, 20)).enough).toBe(true);
    expect(ratioOf(shareOf(5, 19), shareOf(5, 20)).enough).toBe(false);
    expect(ratioOf(shareOf(5, 20), shareOf(4, 20)).enough).toBe(false);
  });
});

test("dials for a conversation are the share upside down", () => {
  const dials = perHit(5, 90);
  expect(dials.point).toBe(18);
  expect(dials.low).toBeCloseTo(1 / shareOf(5, 90).high);
  expect(dials.high).toBeCloseTo(1 / shareOf(5, 90).low);
  expect(perHit(0, 90)).toMatchObject({ point: Infinity, high: Infinity, enough: false });
});
