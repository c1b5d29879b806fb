import { expect, test } from "vitest";
import { stepWords } from "../../../functions/console/first-steps-words.ts";

const found = {
  companySaved: true,
  branded: false,
  reps: 1,
  prospects: 1,
  articles: 1,
  flawed: 0,
  hasCadence: true,
  cadencePaused: true,
  sendingPaused: false,
  rehearsed: false,
};
const library = (articles: number, flawed: number): string | undefined =>
  stepWords({ id: "articles", done: true, waitsFor: [] }, { ...found, articles, flawed }, true).found;

test("one article that has a flaw is one, and several are several", () => {
  expect(library(0, 0)).toBeUndefined();
  expect(library(1, 0)).toBe("1 to be mailed");
  expect(library(4, 1)).toBe("4 to be mailed, and 1 that cannot be mailed before it is mended");
  expect(library(4, 2)).toBe("4 to be mailed, and 2 that cannot be mailed before they are mended");
});
