import type { DraftFaults, ExperimentDraft } from "../../shared/experiment/draft.ts";

export type ExperimentFormState = { readonly values: ExperimentDraft; readonly errors: DraftFaults };

export const isOf = (text: string | undefined): "subject" | "article" => (text === "article" ? "article" : "subject");

/** Empty but for what is most likely; `articleId` when it comes from an article's page. */
export const freshExperimentForm = (
  of: "subject" | "article",
  usual: { readonly cadenceId: string; readonly startsOn: string; readonly articleId: string },
): ExperimentFormState => ({
  values: {
    of,
    name: "",
    endsOn: "",
    subjectA: "",
    subjectB: "",
    articleA: of === "article" ? usual.articleId : "",
    articleB: "",
    ...usual,
  },
  errors: {},
});

/** What was typed, on one line each. */
export function readExperimentForm(form: { readonly [name: string]: unknown }): ExperimentDraft {
  const text = (name: keyof ExperimentDraft): string => {
    const value = form[name];
    return typeof value === "string" ? value.replaceAll(/\s+/g, " ").trim().slice(0, 500) : "";
  };
  return {
    of: isOf(text("of")),
    name: text("name"),
    cadenceId: text("cadenceId"),
    startsOn: text("startsOn"),
    endsOn: text("endsOn"),
    articleId: text("articleId"),
    subjectA: text("subjectA"),
    subjectB: text("subjectB"),
    articleA: text("articleA"),
    articleB: text("articleB"),
  };
}
