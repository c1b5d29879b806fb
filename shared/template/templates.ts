import type { ArticleKind } from "../content/article.ts";
import { catalogue } from "./catalogue.ts";

/** The name of a file in emails/, without its ending. */
export type TemplateName = keyof typeof catalogue;

export type TemplateFacts = {
  readonly name: TemplateName;
  /** What it is for, in a line. */
  readonly purpose: string;
  /** The kinds of article it can show. */
  readonly carries: readonly ArticleKind[];
};

export const isTemplate = (name: string | undefined): name is TemplateName =>
  name !== undefined && Object.hasOwn(catalogue, name);

/** In the order of the alphabet. */
export const templateNames = (): readonly TemplateName[] => Object.keys(catalogue).filter(isTemplate);

export const templateOf = (name: TemplateName): TemplateFacts => ({ name, ...catalogue[name] });
