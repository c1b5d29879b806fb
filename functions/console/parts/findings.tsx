/** @jsxImportSource hono/jsx */
import { isError, type LintFinding } from "../../../shared/lint/finding.ts";
import { RULES } from "../../../shared/lint/rules.ts";
import { Empty } from "./empty.tsx";

const One = ({ rule, where, says, why }: LintFinding) => (
  <li class="finding">
    <p class="finding-rule">{RULES[rule].title}</p>
    <p dir="auto">
      <span class="finding-where">{where}:</span> {says}
    </p>
    <p class="finding-why">{why}</p>
  </li>
);

const Group = ({ title, of, bad }: { title: string; of: readonly LintFinding[]; bad: boolean }) =>
  of.length === 0 ? null : (
    <section class={bad ? "findings bad" : "findings"}>
      <h3>
        {title} <span class="findings-count">{of.length}</span>
      </h3>
      <ul>
        {of.map((finding) => (
          <One {...finding} />
        ))}
      </ul>
    </section>
  );

/** What is wrong with a template or an article: what keeps it from being sent first, then what somebody should look at, each with where, what and why. */
export const Findings = ({ findings }: { findings: readonly LintFinding[] }) =>
  findings.length === 0 ? (
    <Empty title="Nothing to mend">It says, looks and leads as it should, and may go out.</Empty>
  ) : (
    <div class="findings-all">
      <Group title="Must be mended before it goes out" of={findings.filter(isError)} bad />
      <Group title="Worth a look" of={findings.filter((finding) => !isError(finding))} bad={false} />
    </div>
  );
