import type { App } from "../../shared/app.ts";
import { lintTemplate } from "../../shared/lint/check-templates.ts";
import type { LintFinding } from "../../shared/lint/finding.ts";
import type { TemplateName } from "../../shared/template/templates.ts";

/** As many as there are templates in one company's look, and then some. */
const KEPT = 40;
const known = new Map<string, Promise<LintFinding[]>>();

/** What is wrong with a template in the company's own look; reckoned anew (0.1 s) only when that has changed. */
export function findingsOf(app: Pick<App, "config">, name: TemplateName): Promise<LintFinding[]> {
  const key = JSON.stringify([name, app.config.company]);
  const before = known.get(key);
  if (before) return before;
  if (known.size >= KEPT) known.clear();
  const findings = lintTemplate(app, name);
  known.set(key, findings);
  findings.catch(() => known.delete(key));
  return findings;
}
