import type { CaseStudy } from "./article.ts";
import { sentences, shorten } from "./plain-text.ts";

/** Openings that lean on a sentence before them. */
const LEANS =
  /^(?:it|its|this|that|these|those|they|their|he|she|but|and|so|or|because|however|also|then|here|there|such|instead|therefore|simply put|for example)\b/i;
/** An author speaking as one person, or of the text itself: not for another's mouth. */
const PERSONAL =
  /(?:^|[\s“"])(?:I|me|my|mine|myself|I['’](?:m|ve|ll|d))(?=[\s,.;:!?]|$)|\b(?:this|the following) (?:post|article|blog|guide|series|page)\b/;
/** Something measured: what people remember of a call. */
const FIGURE = /\d\s?(?:%|percent\b|per cent\b|times\b|x\b|million\b|billion\b|hours?\b|days?\b|weeks?\b)|[$€£]\s?\d/i;

const DECORATION = /^[\p{Extended_Pictographic}\ufe0f\s]+|[\p{Extended_Pictographic}\ufe0f\s]+$/gu;

function sayable(text: string): string[] {
  return sentences(text)
    .map((sentence) => sentence.replace(DECORATION, ""))
    .filter(
      (sentence) =>
        sentence.length >= 30 &&
        sentence.length <= 240 &&
        !/[?:…]["”’)\]]*$/.test(sentence) &&
        !LEANS.test(sentence) &&
        !PERSONAL.test(sentence),
    );
}

/**
 * One sentence a rep can say on the phone: the author's own; else a case study's client and result; else of the summary the sentence that stands on its
 * own, one with a figure first; else one of the text; else the title.
 */
export function talkingPointOf(given: {
  readonly own?: string | undefined;
  readonly caseStudy?: CaseStudy | undefined;
  readonly about: string;
  readonly paragraphs: readonly string[];
  readonly title: string;
}): string {
  if (given.own) return shorten(given.own, 240);
  if (given.caseStudy) return shorten(`${given.caseStudy.client}: ${given.caseStudy.result}`, 240);
  const about = sayable(given.about);
  const chosen = about.find((sentence) => FIGURE.test(sentence)) ?? about[0];
  if (chosen) return chosen;
  const whole = given.paragraphs.flatMap((paragraph) => sayable(paragraph).slice(0, 1));
  return whole.find((sentence) => /[.。]["”’)\]]*$/.test(sentence)) ?? given.title;
}
