import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { firstSteps, isLive, STEPS } from "../../../shared/first-steps/first-steps.ts";
import type { Beginnings, StepId } from "../../../shared/first-steps/first-steps.ts";

const empty: Beginnings = {
  companySaved: false,
  branded: false,
  reps: 0,
  prospects: 0,
  articles: 0,
  flawed: 0,
  hasCadence: false,
  cadencePaused: true,
  sendingPaused: false,
  rehearsed: false,
};

const doneIn = (found: Beginnings): StepId[] => firstSteps(found).flatMap(({ id, done }) => (done ? [id] : []));
const nextIn = (found: Beginnings): StepId | undefined =>
  firstSteps(found).find(({ done, waitsFor }) => !done && waitsFor.length === 0)?.id;

describe("the first steps of a company", () => {
  test("begin with who it is, and go on in order until it sends", () => {
    const taken: Partial<Beginnings>[] = [
      { companySaved: true, hasCadence: true },
      { reps: 2 },
      { prospects: 40 },
      { articles: 12 },
      { cadenceAt: 1 },
      { rehearsed: true },
      { testAt: 2 },
      { cadencePaused: false },
    ];
    let found = empty;
    for (const [at, step] of taken.entries()) {
      expect(nextIn(found)).toBe(STEPS[at]);
      found = Object.assign({}, found, step);
      expect(doneIn(found)).toEqual(STEPS.slice(0, at + 1));
    }
    expect(nextIn(found)).toBeUndefined();
    expect(isLive(found)).toBe(true);
  });

  test("do not let anybody go without a company, reps, prospects, articles that can be mailed and a rhythm that was looked at", () => {
    const ready = { ...empty, companySaved: true, hasCadence: true, reps: 1, prospects: 1, articles: 1, cadenceAt: 1 };
    const go = (found: Beginnings) => firstSteps(found).find(({ id }) => id === "go")!.waitsFor;
    expect(go(ready)).toEqual([]);
    expect(go({ ...ready, articles: 0, flawed: 3 })).toEqual(["articles"]);
    expect(go({ ...ready, reps: 0, prospects: 0 })).toEqual(["reps", "prospects"]);
    expect(go(empty)).toEqual(["brand", "reps", "prospects", "articles", "cadence"]);
  });

  test("a dry run counts only with a company", () => {
    expect(doneIn({ ...empty, rehearsed: true })).toEqual([]);
  });

  test("are done but for going while all sending is stopped", () => {
    const running = { ...empty, companySaved: true, hasCadence: true, cadencePaused: false };
    expect(doneIn(running)).toContain("go");
    expect(doneIn({ ...running, sendingPaused: true })).not.toContain("go");
  });

  test("whatever there is, a next one can be taken until all are done", () => {
    const found = fc.record({
      companySaved: fc.boolean(),
      branded: fc.boolean(),
      reps: fc.nat(3),
      prospects: fc.nat(3),
      articles: fc.nat(3),
      flawed: fc.nat(3),
      hasCadence: fc.boolean(),
      cadencePaused: fc.boolean(),
      sendingPaused: fc.boolean(),
      rehearsed: fc.boolean(),
    });
    fc.assert(
      fc.property(found, (one) => {
        const steps = firstSteps(one);
        expect(steps.every(({ done }) => done) || nextIn(one) !== undefined).toBe(true);
      }),
    );
  });
});
