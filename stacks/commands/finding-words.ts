import { isError, type LintFinding } from "../../shared/lint/finding.ts";

/** "emails/case-study.tsx:41 error contrast: what, and why". */
export const findingLine = ({ where, level, rule, says, why }: LintFinding): string =>
  `${where} ${level} ${rule}: ${says} ${why}`;

/** "1 article", "2 articles", "no article". */
export const numbered = (count: number, one: string): string =>
  `${count === 0 ? "no" : count} ${one}${count > 1 ? "s" : ""}`;

export const countsOf = (findings: readonly LintFinding[]): string => {
  const errors = findings.filter(isError).length;
  return findings.length === 0
    ? "nothing to mend"
    : `${numbered(errors, "error")}, ${findings.length - errors} to look at`;
};

/** Advice alone fails nothing. */
export function failOnErrors(findings: readonly LintFinding[]): void {
  if (findings.some(isError)) process.exitCode = 1;
}
