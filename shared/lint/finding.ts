import { type Level, RULES, type RuleName } from "./rules.ts";

/** What is wrong with an email, for people: `where` is a file with its line, or a part of the email in words. */
export type LintFinding = {
  readonly level: Level;
  readonly rule: RuleName;
  readonly where: string;
  readonly says: string;
  readonly why: string;
};

/** What a rule found: `part` of the email in words, and what may stand in the source of the template, the surest first. */
export type Found = {
  readonly rule: RuleName;
  readonly says: string;
  readonly part: string;
  readonly seek: readonly string[];
};

/** One thing a rule found, as a list to be put among others. */
export const flaw = (rule: RuleName, says: string, part: string, seek: readonly string[] = []): Found[] => [
  { rule, says, part, seek },
];

/** @param where instead of the part of the email, where more is known */
export const findingOf = ({ rule, says, part }: Found, where = part): LintFinding => ({
  level: RULES[rule].level,
  rule,
  where,
  says,
  why: RULES[rule].why,
});

export const isError = ({ level }: Pick<LintFinding, "level">): boolean => level === "error";

/** Each once, errors first. */
export function inOrder(findings: readonly LintFinding[]): LintFinding[] {
  const each = new Map(
    findings.map((finding) => [JSON.stringify([finding.rule, finding.where, finding.says]), finding]),
  );
  return [...each.values()].toSorted((a, b) => Number(isError(b)) - Number(isError(a)));
}
