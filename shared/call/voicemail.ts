import { parsePhoneNumberFromString } from "libphonenumber-js";
import { checkCopy } from "../practice/check-copy.ts";
import type { Brief } from "./call.ts";

/** A calm speaker's pace; practice 53 asks for less than 30 seconds. */
const WORDS_A_MINUTE = 150;
const MOST_SECONDS = 29;

/** How many words' time it takes to say: digits are said one by one, and a very long word counts as several. */
export const spokenWords = (text: string): number =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .reduce((sum, word) => {
      const digits = word.replaceAll(/\D/g, "").length;
      return sum + Math.max(1, digits, Math.ceil(word.length / 14));
    }, 0);

export const secondsToSay = (text: string): number => Math.ceil((spokenWords(text) / WORDS_A_MINUTE) * 60);

/** As many whole words as fit the time of `most` words; at least something, should the first be a monster. */
function clipped(text: string, most: number): string {
  const kept: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (spokenWords([...kept, word].join(" ")) > most) break;
    kept.push(word);
  }
  return kept.length ? kept.join(" ") : text.trim().slice(0, 14);
}

const closed = (sentence: string): string => (/[.!?…]$/.test(sentence) ? sentence : `${sentence}.`);
const firstSentence = (text: string): string => /^.*?[.!?](?=\s|$)/s.exec(text.trim())?.[0] ?? text.trim();

/** In groups, as people say it; who wrote it in groups knows better than we do. */
const spaced = (phone: string): string =>
  /\s/.test(phone) ? phone : (parsePhoneNumberFromString(phone)?.formatInternational() ?? phone);

/**
 * What to say to an answering machine: who, of what company, one thing of value, what to do (practice 53), always under 30 seconds. `values` are
 * what could be said, best first; the first that fits and says something new (practice 36) is taken whole, because half a sentence is worse than a
 * plainer one.
 */
export function voicemailFor(who: {
  readonly firstName?: string | undefined;
  readonly rep: string;
  readonly company: string;
  readonly phone?: string | undefined;
  readonly values: readonly string[];
}): Brief["voicemail"] {
  const name = clipped(who.firstName ?? "", 3);
  const opening = `Hello${name ? ` ${name}` : ""}, this is ${clipped(who.rep, 5)} of ${clipped(who.company, 8)}.`;
  const phone = who.phone && spokenWords(who.phone) <= 16 ? spaced(who.phone) : undefined;
  const ask = phone
    ? `Please call me back on ${phone}, or answer my last email with a time that suits you.`
    : "Please answer my last email with a time that suits you, and I will call.";
  const whole = (value: string): string => `${opening} ${value} ${ask}`;
  const values = [
    ...who.values
      .filter((value) => value.trim() && checkCopy(value).length === 0)
      .map((value) => closed(firstSentence(value))),
    "I have one idea from a company like yours that takes a minute to tell.",
  ];
  const text = values.map(whole).find((script) => secondsToSay(script) <= MOST_SECONDS) ?? `${opening} ${ask}`;
  return { text, seconds: secondsToSay(text) };
}
