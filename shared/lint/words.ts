import { checkCopy } from "../practice/check-copy.ts";
import { type Found, flaw } from "./finding.ts";
import type { ReadEmail } from "./read-email.ts";
import { inWords } from "./say.ts";
import { PREVIEW_LEAST, PREVIEW_MOST, SUBJECT_MOST } from "./rules.ts";

/** A text with where it stands, in words. */
export type Said = { readonly part: string; readonly text: string };

/** Texts of an email as its reader meets them. */
export const saidIn = ({ subject, preview, blocks }: ReadEmail): Said[] => [
  ...(subject === undefined ? [] : [{ part: "the subject", text: subject }]),
  { part: "the preview text", text: preview },
  ...blocks.map(({ text }) => ({ part: inWords(text), text })),
];

/** Phrases of the one list. */
const phrasesIn = ({ part, text }: Said): Found[] =>
  checkCopy(text).flatMap(({ phrase, why, instead, at, length }) =>
    flaw("says-nothing", `“${phrase}” says nothing new. ${why} ${instead}`, part, [text.slice(at, at + length), text]),
  );

const CASED = /[\p{Lu}\p{Ll}\p{Lt}]/gu;

/** No small letter in three words or more, or in two of ten letters: "NASA" and "GDPR FAQ" are names. */
function isShouted(text: string): boolean {
  const letters = text.match(CASED) ?? [];
  const words = text.split(/[^\p{L}\p{N}'’]+/u).filter((word) => /\p{L}{2}/u.test(word));
  return (
    letters.length > 0 && !/\p{Ll}/u.test(text) && (words.length > 2 || (words.length > 1 && letters.length >= 10))
  );
}

export const capitalsIn = ({ part, text }: Said): Found[] =>
  isShouted(text) ? flaw("capitals", `${inWords(text)} is all in capitals.`, part, [text]) : [];

/** Fields as the usual mailing programs write them. */
const FIELD =
  /\{\{[^{}]{0,80}\}\}|\{%[^{}]{0,80}%\}|\*\|[\w:.-]{1,60}\|\*|\$\{\w[\w.]{0,60}\}|\[\[\s*\w[\w. ]{0,60}\]\]|<<\s*\w[\w. ]{0,60}>>/;

/** As people write them by hand: [First Name], {firstName}, %COMPANY%. Only such words, for brackets are in many a good title. */
const BY_HAND =
  /[[{%]\s?(?:(?:(?:first|last|full|your|sender|company)[\s_.-]?)?name|[fl]name|company|greeting|salutation)\s?[\]}%]/i;

/** What somebody forgot to fill in. */
function fieldsIn({ part, text }: Said): Found[] {
  const field = (FIELD.exec(text) ?? BY_HAND.exec(text))?.[0];
  return field === undefined ? [] : flaw("field-left-over", `${field} is left in it.`, part, [field]);
}

/** What people report as spam when strangers write it; two words at least, because one alone is in many a good title. */
const SPAM =
  /\b(?:act now|limited[- ]time offer|100 ?% free|risk[- ]free|no obligation|no strings attached|click here|buy now|order now|double your \w+|lowest price|cash bonus|earn (?:extra )?money|make money fast|once in a lifetime|special promotion|dear friend|this is(?: not|n['’]t) spam|you(?:['’]ve| have) (?:been selected|won)|while stocks? lasts?|money[- ]back guarantee)\b|!{3}|[$€£]{3}/i;

function spamIn({ part, text }: Said): Found[] {
  const words = SPAM.exec(text)?.[0];
  return words === undefined ? [] : flaw("spam", `“${words}” is typical of spam.`, part, [words]);
}

/** What no text should say, wherever it stands. */
export const wordsIn = (said: Said): Found[] => [...phrasesIn(said), ...fieldsIn(said), ...spamIn(said)];

function subjectOf({ subject }: ReadEmail): Found[] {
  if (subject === undefined) return [];
  if (subject.trim() === "") return flaw("subject", "There is no subject.", "the subject");
  const says = `The subject has ${subject.length} characters, and most inboxes show ${SUBJECT_MOST}.`;
  return subject.length > SUBJECT_MOST ? flaw("subject", says, "the subject", [subject]) : [];
}

function previewOf({ preview, expected }: ReadEmail): Found[] {
  const { length } = preview;
  if (length === 0) return expected.toMany ? flaw("preview", "There is no preview text.", "the preview text") : [];
  const has = `The preview text has ${length} characters`;
  if (length > PREVIEW_MOST)
    return flaw("preview", `${has}, and inboxes show ${PREVIEW_MOST} at most.`, "the preview text", [preview]);
  return length < PREVIEW_LEAST
    ? flaw("short-preview", `${has}; an inbox has room for more.`, "the preview text", [preview])
    : [];
}

/** What an email says, held against what it should not. Capitals count in subject and preview text, which are read in a list of others. */
export function wordFlaws(email: ReadEmail): Found[] {
  const said = saidIn(email);
  const first = said.filter(({ part }) => part.startsWith("the "));
  return [...subjectOf(email), ...previewOf(email), ...first.flatMap(capitalsIn), ...said.flatMap(wordsIn)];
}
