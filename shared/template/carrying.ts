import type { ReactElement } from "react";
import type { PropsFor } from "../../emails/template.ts";
import type { ArticleKind } from "../content/article.ts";

/** The file of a template as the type checker wants it: what it says it carries it can also show, in its preview and for real. */
type Carrying<Kind extends ArticleKind> = {
  readonly template: { readonly purpose: string; readonly carries: readonly Kind[] };
  readonly default: ((props: PropsFor[NoInfer<Kind>]) => ReactElement) & {
    readonly PreviewProps: PropsFor[NoInfer<Kind>];
  };
};

/** A template once it is loaded. To be given nothing but what it carries: a method, because that is known by the kind and not by the type. */
export type LoadedTemplate = {
  readonly template: { readonly carries: readonly ArticleKind[] };
  default(this: void, props: PropsFor[ArticleKind]): ReactElement;
};

/** Holds a file of emails/ against its own word. */
export const carrying = <Kind extends ArticleKind>(
  load: () => Promise<Carrying<Kind>>,
): (() => Promise<LoadedTemplate>) => load;
