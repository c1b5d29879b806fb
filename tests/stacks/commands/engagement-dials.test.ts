import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { standardDials } from "../../../shared/engagement/score.ts";
import { HOUR } from "../../../shared/time.ts";
import { turnedDials } from "../../../stacks/commands/engagement-dials.ts";

const place = mkdtempSync(join(tmpdir(), "midweek-weights-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

function fileOf(text: string): string {
  const file = join(place, "weights.json");
  writeFileSync(file, text);
  return file;
}

test("what is not said stays as it is", async () => {
  expect(await turnedDials(undefined, [])).toEqual({ dials: standardDials, weights: [], knobs: [] });
  const { dials, weights, knobs } = await turnedDials(fileOf('{"click": 0.7, "open": 0.5}'), ["silentAfter=48"]);
  expect(dials.weights).toEqual({ ...standardDials.weights, click: 0.7 });
  expect(dials.knobs).toEqual({ ...standardDials.knobs, silentAfter: 48 * HOUR });
  expect(weights).toEqual([{ name: "click", from: 0.85, to: 0.7 }]);
  expect(knobs).toEqual([{ name: "silentAfter", from: 72, to: 48 }]);
});

describe("refused, naming what is wrong", () => {
  test.each([
    ["clickOds=3", "--knob clickOds=3: clickOds is no knob; did you mean clickOdds?"],
    ["x=3", "--knob x=3: x is no knob; there are openOdds, clickOdds, inflate, starts, silentAfter"],
    [
      "toString=3",
      "--knob toString=3: toString is no knob; there are openOdds, clickOdds, inflate, starts, silentAfter",
    ],
    ["starts=1.5", '--knob starts is a whole number of emails, not "1.5"'],
    ["inflate=9", '--knob inflate is a number from 0.5 to 5, not "9"'],
    ["silentAfter", '--knob silentAfter is a number from 1 to 720 (hours), not ""'],
  ])("the knob %s", async (said, message) => {
    await expect(turnedDials(undefined, [said])).rejects.toThrow(message);
  });

  test.each([
    ['{"gmial-open": 0.4}', "gmial-open is no rule; did you mean gmail-open?"],
    ['{"constructor": 0.4}', "constructor is no rule; there are own-words, automatic-reply"],
    ['{"click": 1.5}', "click is a number from 0 to 1, not 1.5"],
    ['{"click": "0.5"}', 'click is a number from 0 to 1, not "0.5"'],
    ["[0.5]", 'not an object of rules and probabilities, as {"gmail-open": 0.4}'],
    ["{", "not JSON"],
  ])("weights %s", async (text, message) => {
    const file = fileOf(text);
    await expect(turnedDials(file, [])).rejects.toThrow(`${file}: ${message}`);
  });

  test("a file that is not there", async () => {
    const file = join(place, "nowhere.json");
    await expect(turnedDials(file, [])).rejects.toThrow(`${file}: there is no such file`);
  });
});
