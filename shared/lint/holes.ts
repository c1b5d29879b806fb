import type { Found } from "./finding.ts";
import type { ReadEmail } from "./read-email.ts";
import { inWords } from "./say.ts";
import { saidIn } from "./words.ts";

/** What is left where words are missing. French puts a space before other marks, so only these two count. */
const HOLES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:undefined|null|NaN)\b|\[object \w+\]/, "It says what a program says when it knows nothing."],
  [/\S {2,}\S/, "There are two spaces where a word is missing."],
  [/\S\s+[,.](?=\s|$)/, "A space stands before a comma or full stop, where a word is missing."],
  [/^(?:[,;:.·]|and |at |in )\s*$/, "Nothing stands before it."],
  [/(?:^|[\s“(])(?:Hi|Dear|Hey)\s*(?:,|!|$)/, "It greets nobody."],
  [/\(\s*\)|“\s*”|""|·\s*$|^\s*·/, "There is nothing between or beside the marks."],
];

/** Round a hole some of its surroundings, by which it is known again in words that were given. */
const around = (text: string, at: number, length: number): string =>
  text.slice(Math.max(0, at - 8), at + length + 8).trim();

/** Nothing that a reader sees lacks a word, in html, plain text and subject; what was given with the hole in it is no fault of the email's. */
export function holeFlaws(email: ReadEmail): Found[] {
  const lines = email.text.split("\n").map((text) => ({ part: "the plain text", text: text.trim() }));
  const given = email.expected.given ?? "";
  return [...saidIn(email), ...lines].flatMap(({ part, text }) => {
    const found = HOLES.map(([pattern, says]) => ({ match: pattern.exec(text), says })).find(
      ({ match }) => match && !given.includes(around(text, match.index, match[0].length)),
    );
    if (!found?.match) return [];
    return [{ rule: "hole", says: `${found.says} ${inWords(text)}`, part, seek: [found.match[0], text] }];
  });
}
