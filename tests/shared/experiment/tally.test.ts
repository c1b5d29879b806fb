import { expect, test } from "vitest";
import { tallier, tallyOf } from "../../../shared/experiment/tally.ts";
import type { TouchFact } from "../../../shared/report/fact.ts";
import { DAY } from "../../../shared/time.ts";
import { fact, ofArticles, ofSubjects } from "./trials.ts";

const sentAt = Date.parse("2026-11-25T15:00Z");
const LATER = sentAt + 8 * DAY;
const b = { experiment: { id: "question", arm: "b" as const } };
const armA = (changes: Partial<TouchFact>, now = LATER) => tallyOf(ofSubjects(), [fact(changes)], now).a;
const one = { emails: 1, young: 0, measured: 1, clicks: 0, calls: 0 };

test("a click counts when it was more likely a person's than not", () => {
  expect(armA({ readInAWeek: 0.85 })).toEqual({ ...one, clicks: 1 });
  expect(armA({ readInAWeek: 0.5 })).toEqual({ ...one, clicks: 1 });
  expect(armA({ readInAWeek: 0.4 })).toEqual(one);
});

test("opens, and clicks on other links or after a week, do not count", () => {
  expect(armA({ opened: 1, clicked: 1, readInAWeek: 0 })).toEqual(one);
});

test("emails that are not measured are told apart, and their call tasks count", () => {
  const callTask = { number: 1, lane: "hot" as const, at: sentAt + DAY };
  expect(armA({ measured: false, opened: null, callTask })).toEqual({ ...one, measured: 0, calls: 1 });
});

test("an email counts once its seven days are over, and until then not what came of it either", () => {
  const early = { readInAWeek: 1, callTask: { number: 1, lane: "hot" as const, at: sentAt + DAY } };
  expect(armA(early, sentAt + 7 * DAY - 1)).toEqual({ ...one, young: 1, measured: 0 });
  expect(armA(early, sentAt + 7 * DAY)).toEqual({ ...one, clicks: 1, calls: 1 });
});

test("a call task after the seven days does not count", () => {
  expect(armA({ callTask: { number: 1, lane: "warming", at: sentAt + 7 * DAY + 1 } })).toEqual(one);
});

test("emails that bounced, of other experiments and of none are left out", () => {
  const none = { emails: 0, young: 0, measured: 0, clicks: 0, calls: 0 };
  const { experiment: _experiment, ...ofNone } = fact();
  const facts = [fact({ outcome: "bounced" }), fact({ experiment: { id: "pair", arm: "a" } }), ofNone];
  expect(tallyOf(ofSubjects(), facts, LATER)).toEqual({ a: none, b: none, at: LATER });
});

test("one walk tallies all experiments", () => {
  const { take, tallies } = tallier([ofSubjects(), ofArticles()], LATER);
  for (const each of [fact(), fact({ ...b, readInAWeek: 1 }), fact({ experiment: { id: "pair", arm: "a" } })])
    take(each);
  expect(tallies().get("question")).toMatchObject({ a: one, b: { ...one, clicks: 1 } });
  expect(tallies().get("pair")).toMatchObject({ a: one, b: { emails: 0 } });
});
