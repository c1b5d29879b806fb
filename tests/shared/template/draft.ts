import type { ReactElement } from "react";
import type { PropsFor } from "../../../emails/template.ts";
import type { ArticleKind } from "../../../shared/content/article.ts";
import { catalogue } from "../../../shared/template/catalogue.ts";
import { modules } from "../../../shared/template/modules.ts";
import { isTemplate, type TemplateName } from "../../../shared/template/templates.ts";

type Show = (props: PropsFor["blog-post"]) => ReactElement;

/** Puts one more template for posts among ours until it is taken away again; without `show` it cannot even be loaded. */
export function putDraft(name: string, show?: Show): { readonly name: TemplateName; takeAway(): void } {
  const carries: readonly ArticleKind[] = ["blog-post"];
  const template = { purpose: "A draft.", carries };
  const load = async () => {
    if (!show)
      throw new Error('Transform failed with 1 error:\n/home/ana/emails/digest.tsx:3:1: ERROR: Unexpected "}"');
    return { template, default: show };
  };
  Object.assign(catalogue, { [name]: template });
  Object.assign(modules, { [name]: load });
  if (!isTemplate(name)) throw new Error(`${name} is not among the templates`);
  return {
    name,
    takeAway() {
      Reflect.deleteProperty(catalogue, name);
      Reflect.deleteProperty(modules, name);
    },
  };
}
