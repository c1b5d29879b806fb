import { RULES, SUBJECT_MOST } from "../lint/rules.ts";
import { capitalsIn, wordsIn } from "../lint/words.ts";

const SHORTEST = 8;

/** What is wrong with a subject, as a sentence: its length, and the rules that every email's subject is held against. Undefined when it may go out. */
export function subjectFault(subject: string): string | undefined {
  const { length } = subject;
  if (/[\p{Cc}\u2028\u2029]/u.test(subject)) return "A subject is one line of plain text.";
  if (length < SHORTEST) return `Say a little more: at least ${SHORTEST} characters.`;
  if (length > SUBJECT_MOST) return `It has ${length} characters, and inboxes cut it after ${SUBJECT_MOST}.`;
  const said = { part: "the subject", text: subject };
  const found = [...capitalsIn(said), ...wordsIn(said)].find(({ rule }) => RULES[rule].level === "error");
  return found && `${found.says} ${RULES[found.rule].why}`;
}
