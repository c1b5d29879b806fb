import { describe, expect, it } from "vitest";
import { nothingUsual, priorOf } from "../../../shared/engagement/usual.ts";
import { standardWorld } from "./assumptions.ts";
import type { Method } from "./methods.ts";
import { simulate } from "./simulate.ts";
import { atBudget, highest, tally } from "./tally.ts";

const level: Method = { name: "level", of: () => 0, step: (_, told) => told, startsAgain: false };
const sum: Method = { name: "sum", of: () => 0, step: (score, told) => score + told, startsAgain: true };

/** One prospect with twenty emails, whose interest rises with the sixth (place 5) for six. */
function one(method: Method, told: { readonly [place: number]: number }, riseFrom = 5) {
  const world = { ...standardWorld, prospects: 1, emails: 20 };
  const values = Float64Array.from({ length: 20 }, (_, place) => told[place] ?? 0);
  const prior = priorOf(nothingUsual, undefined);
  return {
    method,
    told: values,
    simulated: { world, prior, told: [values], anew: new Map(), riseFrom: Int32Array.of(riseFrom) },
  };
}

const at = (judged: ReturnType<typeof one>, threshold: number) => {
  const { tasks, right, wrong } = tally(judged, highest(judged), threshold);
  return { tasks, right, wrong };
};

describe("a simulated call task", () => {
  it("is right within a rise and the two weeks after it, and wrong before and later", () => {
    expect(at(one(level, { 5: 9 }), 9)).toEqual({ tasks: 1, right: 1, wrong: 0 });
    expect(at(one(level, { 14: 9 }), 9)).toEqual({ tasks: 1, right: 1, wrong: 0 });
    expect(at(one(level, { 4: 9 }), 9)).toEqual({ tasks: 1, right: 0, wrong: 1 });
    expect(at(one(level, { 15: 9 }), 9)).toEqual({ tasks: 1, right: 0, wrong: 1 });
    expect(at(one(level, { 5: 9 }, -1), 9)).toEqual({ tasks: 1, right: 0, wrong: 1 });
  });

  it("is followed by none for two weeks, and by a wrong one if the same rise is found again", () => {
    expect(at(one(level, { 5: 9, 6: 9, 9: 9 }), 9)).toEqual({ tasks: 1, right: 1, wrong: 0 });
    expect(at(one(level, { 5: 9, 10: 9 }), 9)).toEqual({ tasks: 2, right: 1, wrong: 1 });
  });

  it("sets the score back where the method says so", () => {
    expect(at(one(sum, { 5: 6, 10: 5 }), 6)).toEqual({ tasks: 1, right: 1, wrong: 0 });
    expect(at(one({ ...sum, startsAgain: false }, { 5: 6, 10: 5 }), 6).tasks).toBe(3);
  });

  it("comes as often as the budget allows, at the lowest threshold that does", () => {
    const { tasks, threshold } = atBudget(one(level, { 0: 3, 5: 9, 10: 4, 15: 5 }), 2);
    expect(tasks).toBe(2);
    expect(threshold).toBeCloseTo(4, 3);
  });
});

describe("a simulated half-year", () => {
  it("is the same for the same seed, and another for another", () => {
    const world = { ...standardWorld, prospects: 40 };
    const once = simulate(world, 1);
    expect(simulate(world, 1).told).toEqual(once.told);
    expect(simulate(world, 2).told).not.toEqual(once.told);
  });
});
