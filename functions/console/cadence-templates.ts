import type { App } from "../../shared/app.ts";
import type { Cadence } from "../../shared/cadence/cadence.ts";
import { getCadences } from "../../shared/cadence/store.ts";
import type { Mistakes } from "../../shared/cadence/rules.ts";
import { ArticleKind } from "../../shared/content/article.ts";
import { isError } from "../../shared/lint/finding.ts";
import type { LintFinding } from "../../shared/lint/finding.ts";
import { isTemplate } from "../../shared/template/templates.ts";
import { findingsOf } from "./template-findings.ts";

/** What keeps a cadence's templates from being mailed: the errors, and beside which field to say so. */
export type RefusedTemplates = { readonly errors: Mistakes; readonly findings: readonly LintFinding[] };

/** Undefined when all of them may be mailed. */
export async function refusedTemplates(
  app: Pick<App, "config">,
  { templates }: Pick<Cadence, "templates">,
): Promise<RefusedTemplates | undefined> {
  const names = [...new Set(Object.values(templates))].filter(isTemplate);
  const looked = await Promise.all(
    names.map(async (name) => [name, (await findingsOf(app, name)).filter(isError)] as const),
  );
  const bad = new Map<string, readonly LintFinding[]>(looked.filter(([, findings]) => findings.length > 0));
  if (bad.size === 0) return undefined;
  const kinds = ArticleKind.options.filter((kind) => bad.has(templates[kind]));
  const says = (kind: ArticleKind): string =>
    `"${templates[kind]}" breaks rules that keep it from being mailed; they are below. Choose another or have it mended.`;
  return {
    errors: Object.fromEntries(kinds.map((kind) => [`templates.${kind}`, says(kind)])),
    findings: [...bad.values()].flat(),
  };
}

/** Do templates that a cadence uses break rules that keep them from being mailed, in the company's own name and look as it is now? */
export async function areTemplatesFlawed(app: Pick<App, "table" | "config">): Promise<boolean> {
  for (const cadence of await getCadences(app.table)) if (await refusedTemplates(app, cadence)) return true;
  return false;
}
