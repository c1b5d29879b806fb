import { expect, test } from "vitest";
import type { EmailScore } from "../../../shared/engagement/engagement.ts";
import { riseInWords } from "../../../shared/engagement/rise-words.ts";

const email = (click: number, open: number | null): EmailScore => ({
  date: "2026-09-30",
  sentAt: 0,
  open,
  click,
  usualOpen: 0.25,
  usualClick: 0.03,
  ratio: 1,
  score: 1,
  hits: [],
});
const silent = email(0.02, 0);
const opened = email(0, 0.5);
const clicked = email(0.85, 0.5);
const clickedUnopened = email(0.85, 0);
const blind = email(0, null);
const clickedBlind = email(0.85, null);
const doubtful = email(0.4, 0.4);

/** Emails written as their first letters, before and since the rise began: "s" silent, "o" opened, "c" clicked; capitals by Apple Mail. */
const LETTERS: { readonly [letter: string]: EmailScore } = {
  s: silent,
  o: opened,
  c: clicked,
  k: clickedUnopened,
  d: doubtful,
  S: blind,
  C: clickedBlind,
};
const emails = (letters: string): EmailScore[] => letters.split("").map((letter) => LETTERS[letter]!);
const said = (before: string, since: string): string => riseInWords(emails(before + since), before.length);

test.each([
  ["SSSSSSCSSSSSSS", "CSC", "Clicked 2 of the last 3; usually 1 in 14. Opens not measurable: Apple Mail"],
  ["sssssss", "ccc", "Clicked 3 of the last 3; none of the 7 before"],
  ["sscsscsscs", "cc", "Clicked 2 of the last 2; usually 1 in 3"],
  ["ccsc", "ccc", "Clicked 3 of the last 3; usually 3 in 4"],
  ["cs", "cc", "Clicked 2 of the last 2; usually 1 in 2"],
  ["ccss", "cc", "Clicked 2 of the last 2; usually 1 in 2"],
  ["", "cc", "Clicked 2 of the last 2; new, so nothing is usual yet"],
  ["ssss", "cok", "Clicked 2 of the last 3, opened 3; none of the 4 before"],
  ["ssss", "kk", "Clicked 2 of the last 2; none of the 4 before"],
  ["ossoss", "ooo", "Opened 3 of the last 3; usually 1 in 3"],
  ["cssss", "oso", "Opened 2 of the last 3; usually 1 in 5"],
  ["ssss", "dc", "Clicked 1 of the last 2; none of the 4 before"],
  ["dddd", "c", "Clicked 1 of the last 1; none of the 4 before"],
  ["ssss", "CSoc", "Clicked 2 of the last 4, opened 3; none of the 4 before"],
  ["ssss", "CSSc", "Clicked 2 of the last 4; none of the 4 before. Opens not measurable: Apple Mail"],
])("after %s, the rise %s reads “%s”", (before, since, words) => expect(said(before, since)).toBe(words));
