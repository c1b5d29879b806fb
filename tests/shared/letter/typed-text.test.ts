import * as fc from "fast-check";
import { expect, test } from "vitest";
import { typedText } from "../../../shared/letter/typed-text.ts";

const links = (text: string) =>
  typedText(text)
    .flat(2)
    .flatMap(({ kind, value }) => (kind === "link" ? [value] : []));
const lines = (text: string) =>
  typedText(text).map((rows) => rows.map((pieces) => pieces.map(({ value }) => value).join("")));

test("paragraphs are parted by empty lines, however many and however written", () => {
  expect(lines("One\ntwo\r\n\r\n  \n\n three \n")).toEqual([["One", "two"], ["three"]]);
  expect(lines(" \n\n")).toEqual([]);
});

test.each([
  ["See https://a.example/b.", ["https://a.example/b"]],
  ["(https://a.example/b?x=1,2), or http://c.example!", ["https://a.example/b?x=1,2", "http://c.example"]],
  ["https://a.example/Rui_(disambiguation)", ["https://a.example/Rui_(disambiguation)"]],
  ["https://a.example/b https://a.example/b", ["https://a.example/b", "https://a.example/b"]],
  ["javascript:alert(1) ftp://a.example https://", []],
  ['<a href="https://a.example/b">x</a>', ["https://a.example/b"]],
])("%s leads to %j", (text, found) => {
  expect(links(text)).toEqual(found);
});

test("nothing of what was typed is lost but white space, and no piece is empty or has a control character", () => {
  const text = fc.string({
    unit: fc.constantFrom(
      "a",
      " ",
      "\n",
      "\r",
      ".",
      ")",
      "(",
      "https://a.example/",
      "é",
      "\u0000",
      "\u202e",
      "<",
      "&",
      "🚀",
      "\ud800",
    ),
  });
  fc.assert(
    fc.property(text, (typed) => {
      const pieces = typedText(typed).flat(2);
      expect(
        pieces
          .map(({ value }) => value)
          .join("")
          .replaceAll(" ", ""),
      ).toBe(
        // oxlint-disable-next-line no-control-regex -- what is folded
        typed.toWellFormed().replaceAll(/[\s\u0000\u202e]/g, ""),
      );
      for (const { value } of pieces) expect(value).toMatch(/^[^\p{Cc}]+$/u);
    }),
  );
});
