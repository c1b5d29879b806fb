import { expect, test } from "vitest";
import { chanceOf } from "../../../../stacks/local/play/chance.ts";

const draw = (many: number, ...words: (string | number)[]): number[] => {
  const chance = chanceOf(...words);
  return Array.from({ length: many }, chance.next);
};

test("the same words give the same numbers, other words others", () => {
  expect(draw(20, 1, "rui@porto.example", "2026-11-25")).toEqual(draw(20, 1, "rui@porto.example", "2026-11-25"));
  expect(draw(1, 1, "rui@porto.example")).not.toEqual(draw(1, 2, "rui@porto.example"));
  expect(draw(1, 12, 3)).not.toEqual(draw(1, 1, 23));
});

test("no tenth of the numbers comes much more often than another, within a stream or over the first of many", () => {
  const streams = [draw(20_000, "one stream"), Array.from({ length: 20_000 }, (_, n) => draw(1, n)[0]!)];
  for (const numbers of streams) {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const number of numbers) tenths[Math.floor(number * 10)]! += 1;
    // Five standard deviations (42) around 2,000.
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(212);
  }
});

test("stays between the bounds, and happens as often as it is likely", () => {
  const chance = chanceOf("bounds");
  for (let n = 0; n < 1000; n++) {
    const number = chance.between(3, 5);
    expect(number >= 3 && number < 5).toBe(true);
  }
  expect(chance.happens(0)).toBe(false);
  expect(chance.happens(1)).toBe(true);
  const happened = Array.from({ length: 10_000 }, () => chance.happens(0.3)).filter(Boolean).length;
  expect(Math.abs(happened - 3000)).toBeLessThan(230);
});
