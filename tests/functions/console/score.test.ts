import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PLOT, layoutOf } from "../../../functions/console/score-layout.ts";
import {
  answerTo,
  figure,
  opensNotMeasurable,
  plotInWords,
  usualInWords,
} from "../../../functions/console/score-words.ts";
import type { EmailLine } from "../../../functions/console/score-words.ts";

const email = (changes: Partial<EmailLine> = {}): EmailLine => ({
  date: "2026-11-25",
  sentAt: Date.parse("2026-11-25T15:00Z"),
  open: 0,
  click: 0,
  usualOpen: 0.25,
  usualClick: 1 / 30,
  ratio: 0.5,
  score: 0.5,
  ...changes,
});

describe("what became of an email", () => {
  test.each([
    [{ click: 0.85, open: null }, "clicked"],
    [{ click: 0.4, open: 0.6 }, "opened"],
    [{ click: 0.4 }, "nothing"],
    [{ open: null }, "not measurable"],
    [{ waiting: true }, "waiting"],
  ] as const)("%o is %s", (changes, answer) => expect(answerTo(email(changes))).toBe(answer));
});

describe("the words of a plot", () => {
  test("say how it went and how high it had to be", () => {
    const emails = [email(), email({ anew: true }), email({ date: "2026-12-02", click: 0.85, ratio: 5, score: 412.4 })];
    expect(plotInWords({ threshold: 400, emails })).toBe(
      "The last 3 emails, the first of Wed 25 Nov 2026: clicked 1, nothing 2. " +
        "The score is 412 after the last one, at most 412; a call task opens at 400. It began anew once, after a call task.",
    );
    expect(plotInWords({ threshold: 400, emails: [] })).toBe("No emails yet.");
  });

  test("say what is usual", () => {
    expect(usualInWords([email({ usualOpen: 0.6 })])).toContain(
      "1 in 30 emails clicked, and 60 % of the others opened",
    );
  });

  test("say that opens tell nothing where most of the latest are Apple's", () => {
    const apple = email({ open: null });
    expect(opensNotMeasurable([email(), apple, apple])).toBe(true);
    expect(opensNotMeasurable([email(), apple])).toBe(false);
  });

  test.each([
    [0.416, "0.42"],
    [7.25, "7.3"],
    [412.4, "412"],
  ])("%d is written %s", (amount, words) => expect(figure(amount)).toBe(words));
});

describe("the drawing", () => {
  test("a new beginning starts a line of its own from the bottom, with a tick", () => {
    const { lines, anew } = layoutOf({ threshold: 20, emails: [email(), email(), email({ anew: true }), email()] });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(new RegExp(`^M\\S+ ${PLOT.base} L`));
    expect(anew).toHaveLength(1);
  });

  test("a higher score is higher up, and the threshold is where such a score would be", () => {
    const emails = [email({ score: 1 }), email({ score: 20 }), email({ score: 300 })];
    const { columns, threshold } = layoutOf({ threshold: 20, emails });
    const [low, middle, high] = columns.map(({ y }) => y);
    expect(low).toBeGreaterThan(middle!);
    expect(middle).toBeGreaterThan(high!);
    expect(threshold).toBe(middle);
  });

  test("stays in its frame whatever the score, dates apart and the newest dated", () => {
    const scores = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(scores, fc.double({ min: 20, max: 1e6, noNaN: true }), (drawn, threshold) => {
        const emails = drawn.map((score) => email({ score }));
        const { columns, ...rest } = layoutOf({ threshold, emails });
        for (const y of [...columns.map((column) => column.y), rest.threshold, ...rest.ticks.map((tick) => tick.y)]) {
          expect(y).toBeGreaterThanOrEqual(PLOT.top);
          expect(y).toBeLessThanOrEqual(PLOT.base);
        }
        for (const { x } of columns) expect(x > PLOT.left && x < PLOT.width - PLOT.right + 1).toBe(true);
        const dated = columns.filter((column) => column.dated).map(({ x }) => x);
        expect(dated.at(-1)).toBe(columns.at(-1)?.x);
        dated.slice(1).forEach((x, i) => expect(x - dated[i]!).toBeGreaterThan(50));
      }),
    );
  });
});
