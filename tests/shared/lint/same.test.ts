import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { missing, wordsOf } from "../../../shared/lint/same.ts";

const word = fc.stringMatching(/^[a-z]{1,6}$/);
const words = fc.array(word, { maxLength: 20 });

describe("the words of two texts", () => {
  test("none is missing from the same words in any order", () => {
    fc.assert(
      fc.property(words, (all) => {
        expect(missing(all, all.toReversed())).toEqual([]);
      }),
    );
  });

  test("what was taken out is what is missing, however often the word is there", () => {
    fc.assert(
      fc.property(words, word, fc.nat(), (rest, taken, at) => {
        const all = rest.toSpliced(at % (rest.length + 1), 0, taken);
        expect(missing(all, rest)).toEqual([taken]);
        expect(missing(rest, all)).toEqual([]);
      }),
    );
  });

  test("missing words and shared ones make up all of them", () => {
    fc.assert(
      fc.property(words, words, (one, other) => {
        const lost = missing(one, other);
        const back = missing(other, one);
        expect(one.length - lost.length).toBe(other.length - back.length);
      }),
    );
  });

  test("are the same in any case, width and spacing, and addresses are no words", () => {
    expect(wordsOf("Read  the\u00a0Ｐost: https://a.example/x?y=1, it’s 31 %")).toEqual(
      wordsOf("read the post it s 31"),
    );
    expect(wordsOf("mailto:a@b.example tel:+351210000000")).toEqual([]);
  });
});
