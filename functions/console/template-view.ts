import type { App } from "../../shared/app.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import type { Rep } from "../../shared/rep/rep.ts";
import { whyNotMade } from "../../shared/lint/cannot-be-made.ts";
import { chooseArticle, type Shown } from "../../shared/template/choose-article.ts";
import { previewOf, type Preview } from "../../shared/template/preview.ts";
import type { TemplateFacts } from "../../shared/template/templates.ts";

/** How an email is looked at. */
export const TEMPLATE_VIEWS = ["desktop", "phone", "dark", "images-off", "text"] as const;
export type TemplateView = (typeof TEMPLATE_VIEWS)[number];

export const viewOf = (text: string | undefined): TemplateView =>
  TEMPLATE_VIEWS.find((view) => view === text) ?? "desktop";

/** What the address of a preview says: ids only, since addresses are kept in logs. */
export type TemplateQuery = {
  readonly prospect?: string | undefined;
  readonly article?: string | undefined;
  readonly view?: TemplateView | undefined;
};

export function templatePath(name: string, query: TemplateQuery = {}, page = ""): string {
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined || value === "" ? [] : [[key, value]])),
  );
  return `/templates/${name}${page}${search.size > 0 ? `?${search.toString()}` : ""}`;
}

/** Of a template that no email can be made of, for people. */
export const brokenText = (name: string, broken: string): string =>
  `No email can be made of emails/${name}.tsx: ${broken}.`;

export type TemplateLook = Shown & {
  /** `broken`: why no email can be made of it, in words. */
  readonly preview: Preview | { readonly broken: string };
  readonly rep: Rep | undefined;
};

/** The email as somebody would get it; of a prospect without a rep, and of nobody, in the first rep's name. */
export async function lookAt(
  app: App,
  { name }: TemplateFacts,
  about: {
    readonly prospect: Prospect | undefined;
    readonly articleId: string | undefined;
    readonly reps: readonly Rep[];
  },
): Promise<TemplateLook> {
  const { prospect, articleId, reps } = about;
  const shown = await chooseArticle(app, name, { prospect, articleId });
  const rep = reps.find(({ id }) => id === prospect?.repId) ?? reps[0];
  const parts = { template: name, article: shown.article, prospect, rep };
  const preview = await previewOf(app.config, parts).catch((error: unknown) => ({ broken: whyNotMade(error) }));
  return { ...shown, preview, rep };
}
