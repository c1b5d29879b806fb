import { describe, expect, test } from "vitest";
import { nothingUsual, priorOf, thresholdOf } from "../../../shared/engagement/usual.ts";
import type { Usual } from "../../../shared/engagement/usual.ts";
import { DAY } from "../../../shared/time.ts";

const NOW = Date.UTC(2026, 10, 25);
const known: Usual = {
  at: NOW,
  segments: { manufacturing: { open: { yes: 150, no: 650 }, click: { yes: 93.5, no: 706.5 } } },
  prospects: { rep1: 400, rep2: 3 },
  emailsPerFortnight: 4,
};

describe("how high the score must be", () => {
  const now = { now: NOW };

  test("follows from the emails a rep's prospects get in a fortnight and the false tasks allowed", () => {
    expect(thresholdOf(known, "rep1", 1, now)).toBe(1600);
    expect(thresholdOf(known, "rep1", 2, now)).toBe(800);
    expect(thresholdOf({ ...known, emailsPerFortnight: 6 }, "rep1", 1, now)).toBe(2400);
  });

  test("is at least 20, however few prospects a rep has or however much is allowed", () => {
    expect(thresholdOf(known, "rep2", 1, now)).toBe(20);
    expect(thresholdOf(known, "rep1", 1000, now)).toBe(20);
  });

  test("is that of a hundred prospects while nobody has counted them", () => {
    expect(thresholdOf(nothingUsual, "rep1", 1, now)).toBe(400);
    expect(thresholdOf(known, undefined, 1, now)).toBe(400);
    expect(thresholdOf({ ...known, prospects: { "-": 50 } }, undefined, 1, now)).toBe(200);
  });

  test("is four times that for ninety days after the prospect said no, and as before on the ninetieth", () => {
    const after = (days: number) => thresholdOf(known, "rep1", 1, { declinedAt: NOW - days * DAY, now: NOW });
    expect([after(0), after(89), after(90 - 1 / DAY)]).toEqual([6400, 6400, 6400]);
    expect([after(90), after(400)]).toEqual([1600, 1600]);
    expect(thresholdOf(known, "rep2", 1, { declinedAt: NOW, now: NOW })).toBe(80);
  });
});

describe("what is usual for somebody new", () => {
  test("is one opened in four and one clicked in thirty while nothing was measured", () => {
    const { open, click } = priorOf(nothingUsual, "manufacturing");
    expect(open).toEqual({ yes: 5, no: 15 });
    expect(click.yes / (click.yes + click.no)).toBeCloseTo(1 / 30, 2);
    expect(click.yes + click.no).toBeCloseTo(20, 10);
  });

  test("is what the sector does, weighing as much as twenty emails of the own", () => {
    const { open, click } = priorOf(known, "manufacturing");
    expect([open, click]).toEqual([
      { yes: 4, no: 16 },
      { yes: 2, no: 18 },
    ]);
    expect(priorOf(known, "healthcare")).toEqual(priorOf(nothingUsual, "healthcare"));
  });

  test("is for who has no sector what all those do", () => {
    const any = { ...known, segments: { any: known.segments["manufacturing"]! } };
    expect(priorOf(any, undefined)).toEqual(priorOf(known, "manufacturing"));
  });
});
