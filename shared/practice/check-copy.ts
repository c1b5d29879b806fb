import { PHRASES } from "./phrases.ts";

/** A phrase that says nothing new, and where it stands: from `at` on, in characters of the text (UTF-16), so many of them. */
export type Finding = {
  readonly phrase: string;
  readonly at: number;
  readonly length: number;
  readonly why: string;
  readonly instead: string;
};

const RULES = PHRASES.map(({ said, phrase, why, instead }) => ({
  phrase,
  why,
  instead,
  said: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${said.join("|").replaceAll("'", "")})(?![\p{L}\p{N}])`, "gu"),
}));

const APOSTROPHES = /^['’‘ʼ‛′`´＇]$/u;
/** Seen by nobody: soft hyphens, zero-width spaces and joiners, marks of direction. */
const UNSEEN = /^[\p{Cf}\p{Mn}]$/u;
/** Parts words inside a sentence: spaces of any kind, hyphens and dashes, commas, quotes, brackets, marks of emphasis. The ends of sentences do not. */
const BETWEEN = /^[\s\p{Pd}\p{Ps}\p{Pe}\p{Pi}\p{Pf},"*_~]$/u;

type Plain = { readonly text: string; readonly places: readonly number[] };

/** The words alone, and where in the text each character of them comes from. A blank line stays as a line end, for a phrase does not go over it. */
function plainCopy(text: string): Plain {
  const places: number[] = [];
  let plain = "";
  let gap = "";
  let at = 0;
  const put = (characters: string): void => {
    for (let i = 0; i < characters.length; i += 1) places.push(at);
    plain += characters;
  };
  for (const character of text) {
    if (BETWEEN.test(character) && !APOSTROPHES.test(character)) gap += character;
    else if (!APOSTROPHES.test(character) && !UNSEEN.test(character)) {
      if (gap) put(/\n\s*\n|\u2029/.test(gap.replaceAll(/\r\n?/g, "\n")) ? "\n" : " ");
      gap = "";
      put(character.normalize("NFKC").toLowerCase());
    }
    at += character.length;
  }
  return { text: plain, places: [...places, at] };
}

/** What a text says that says nothing new, in the order of the text; the same place at most once. Takes plain text, HTML apart from its tags. */
export function checkCopy(text: string): Finding[] {
  const { text: plain, places } = plainCopy(text);
  const findings = RULES.flatMap(({ phrase, why, instead, said }) =>
    [...plain.matchAll(said)].map((match): Finding => {
      const at = places[match.index] ?? 0;
      const last = places[match.index + match[0].length - 1] ?? at;
      return { phrase, at, length: last + 1 - at, why, instead };
    }),
  ).toSorted((a, b) => a.at - b.at || b.length - a.length);
  return findings.filter(({ at }, i) => findings.slice(0, i).every((before) => at >= before.at + before.length));
}
