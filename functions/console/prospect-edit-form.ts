/** The form that changes a prospect, as it was filled in, and what is wrong with it by field. */
import { AppError } from "../../shared/error.ts";
import { formOf, markOf } from "../../shared/prospect/edit-fields.ts";
import type { ProspectForm } from "../../shared/prospect/edit-fields.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";

type TextName = Exclude<keyof ProspectForm, "atMostWeekly" | "doNotCall">;

const NAMES = ["firstName", "lastName", "email", "company", "title", "phone", "country", "city"] as const;
const MORE = ["sector", "timeZone", "tags", "stage", "topics"] as const;
const TEXTS: readonly TextName[] = [...NAMES, ...MORE];

export type ProspectFormState = {
  readonly values: ProspectForm;
  readonly mark: string;
  readonly why: string;
  readonly repId: string | undefined;
  readonly phoneIsRight: boolean;
  readonly errors: { readonly [field: string]: string };
};

export const prospectFormOf = (prospect: Prospect): ProspectFormState => ({
  values: formOf(prospect),
  mark: markOf(prospect),
  why: "",
  repId: prospect.repId,
  phoneIsRight: false,
  errors: {},
});

type Posted = { readonly [name: string]: unknown };
const textIn = (form: Posted, name: string): string => {
  const value = form[name];
  return typeof value === "string" ? value.replaceAll(/\s+/g, " ").trim() : "";
};

/** A field that was not sent at all stays as the prospect has it. */
export function readProspectForm(form: Posted, prospect: Prospect): ProspectFormState {
  const was = formOf(prospect);
  const texts = Object.fromEntries(TEXTS.map((name) => [name, name in form ? textIn(form, name) : was[name]]));
  return {
    values: { ...was, ...texts, atMostWeekly: form["atMostWeekly"] === "yes", doNotCall: form["doNotCall"] === "yes" },
    mark: textIn(form, "mark"),
    why: textIn(form, "why"),
    repId: textIn(form, "repId") || undefined,
    phoneIsRight: form["phoneIsRight"] === "yes",
    errors: {},
  };
}

/** What the verb said against it. Throws again what is no mistake in the form. */
export function refusedProspect(state: ProspectFormState, error: unknown): ProspectFormState {
  if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
  const [, field = "", said = error.message] = /^(\w+): (.*)$/s.exec(error.message) ?? [];
  return { ...state, errors: { [field]: `${said.charAt(0).toUpperCase()}${said.slice(1)}.` } };
}
