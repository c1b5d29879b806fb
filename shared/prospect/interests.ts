import { clean } from "./text.ts";

const MOST_INTERESTS = 20;
const LONGEST_INTEREST = 60;

/** "Sailing; chess, opera/jazz" -> one each, as written, without repeats: at most 20 of at most 60 characters. */
export const readInterests = (text: string): string[] => withInterests([], text.split(/[,;/|\n]/));

/** What was known, and what is new of `more`; who keeps a list in mind writes the same thing in other capitals. */
export function withInterests(known: readonly string[], more: readonly string[]): string[] {
  const byWord = new Map(known.map((interest) => [interest.toLowerCase(), interest]));
  for (const one of more) {
    const interest = clean(one).slice(0, LONGEST_INTEREST).toWellFormed().trim();
    if (interest && !byWord.has(interest.toLowerCase())) byWord.set(interest.toLowerCase(), interest);
  }
  return [...byWord.values()].slice(0, Math.max(MOST_INTERESTS, known.length));
}

/** What an unasked word may hurt: politics, religion, health. */
const SENSITIVE =
  /politic|election|democrat|republican|socialis|conservative|activis|union(?:is[mt])?s?$|religi|church|faith|christian|catholic|muslim|islam|jewish|judaism|hindu|buddhis|mosque|synagogue|bible|quran|prayer|health|illness|cancer|diabet|therap|addict|disab|pregnan|fertility|diet(?:s|ing)?$|mental|depress/i;

/** To be passed over, or handled with care, when a rep shares something by hand. */
export const isSensitive = (interest: string): boolean => SENSITIVE.test(interest);
