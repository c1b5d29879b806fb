import type { Cadence } from "../cadence/cadence.ts";
import { ArticleKind } from "../content/article.ts";
import { templateFor } from "./template-for.ts";
import type { TemplateName } from "./templates.ts";

export type TemplateUse = { readonly cadence: Pick<Cadence, "id" | "name">; readonly kinds: readonly ArticleKind[] };

const any = { client: "a client", problem: "a problem", result: "a result" };

/** The cadences that use a template, and for which kinds of article. */
export const usesOf = (name: TemplateName, cadences: readonly Cadence[]): TemplateUse[] =>
  cadences.flatMap((cadence) => {
    const kinds = ArticleKind.options.filter((kind) => templateFor(cadence, { kind, caseStudy: any }) === name);
    return kinds.length === 0 ? [] : [{ cadence: { id: cadence.id, name: cadence.name }, kinds }];
  });
