import * as fc from "fast-check";
import { expect, test } from "vitest";
import { armOf, takesPlace } from "../../../shared/experiment/experiment.ts";
import { idOf } from "../../../shared/id.ts";
import { ofSubjects } from "./trials.ts";

const crowd = Array.from({ length: 2000 }, (_, n) => idOf(`prospect ${n}`));
const inB = (experimentId: string): number => crowd.filter((id) => armOf(experimentId, id) === "b").length;
/** Six standard deviations of a fair coin: once in five hundred million. */
const slack = 6 * Math.sqrt(crowd.length / 4);
const ids = fc.stringMatching(/^[0-9a-z]{1,12}$/);

test("the same prospect is always in the same half", () => {
  fc.assert(
    fc.property(ids, ids, (experiment, prospect) => armOf(experiment, prospect) === armOf(experiment, prospect)),
  );
  // Written down, because an email that went out yesterday must count to the same half tomorrow.
  expect(["rui", "ana", "eva", "max"].map((id) => armOf("question", id))).toEqual(["b", "a", "b", "b"]);
});

test("half of them are in each", () => {
  fc.assert(
    fc.property(ids, (experiment) => Math.abs(inB(experiment) - crowd.length / 2) <= slack),
    { numRuns: 30 },
  );
});

test("one experiment says nothing of another: of each half of the one, half is in each half of the other", () => {
  const apart = fc.tuple(ids, ids).filter(([one, other]) => one !== other);
  fc.assert(
    fc.property(apart, ([one, other]) => {
      const same = crowd.filter((id) => armOf(one, id) === armOf(other, id)).length;
      return Math.abs(same - crowd.length / 2) <= slack;
    }),
    { numRuns: 30 },
  );
});

test("it takes place in the slots of its cadence from its first to its last day, until it is ended", () => {
  const experiment = ofSubjects({ startsOn: "2026-11-25", endsOn: "2026-12-02" });
  const on = (date: string, cadenceId = "default", one = experiment): boolean => takesPlace(one, cadenceId, date);
  expect(["2026-11-24", "2026-11-25", "2026-12-02", "2026-12-03"].map((date) => on(date))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(on("2026-11-25", "other")).toBe(false);
  expect(on("2026-11-25", "default", { ...experiment, ended: { at: 1, how: "by hand" } })).toBe(false);
});
