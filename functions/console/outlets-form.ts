/** The forms of the page of outlets: what was typed, made into what the verbs take, or said what is wrong beside each field. */
import * as z from "zod";
import { addressFlaw } from "../../shared/notice/address.ts";
import type { Endpoint, Outlets } from "../../shared/notice/outlets.ts";
import type { OutletSettings } from "../../shared/notice/outlets-store.ts";

type Form = { readonly [name: string]: unknown };
type Typed = { readonly [field: string]: string };

/** What stands in a form, and what is wrong with it by field. */
export type FormState = { readonly values: Typed; readonly errors: Typed };

export const freshHotForm = ({ alertReps, fallbackEmail = "", slackUrl = "" }: Outlets): FormState => ({
  values: { alertReps: alertReps ? "yes" : "no", fallbackEmail, slackUrl },
  errors: {},
});

export const freshEndpointForm: FormState = { values: { withNames: "no" }, errors: {} };

const typed = (form: Form, fields: readonly string[]): Typed =>
  Object.fromEntries(
    fields.map((field) => {
      const value = form[field];
      return [field, typeof value === "string" ? value.trim() : ""];
    }),
  );

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function flawOf(url: string, publicUrl: string): { flaw?: string } {
  const flaw = addressFlaw(url, publicUrl);
  return flaw === undefined ? {} : { flaw: sentence(flaw) };
}

/** Who hears when somebody asks for a call. */
export function readHotForm(form: Form, publicUrl: string): { settings: OutletSettings } | { state: FormState } {
  const values = typed(form, ["alertReps", "fallbackEmail", "slackUrl"]);
  const { alertReps = "", fallbackEmail = "", slackUrl = "" } = values;
  const errors: { [field: string]: string } = {};
  if (alertReps !== "yes" && alertReps !== "no") errors["alertReps"] = "Choose whether they get one.";
  if (fallbackEmail && !z.email().safeParse(fallbackEmail).success)
    errors["fallbackEmail"] = "Give an email address, or leave it empty.";
  const { flaw } = slackUrl ? flawOf(slackUrl, publicUrl) : {};
  if (flaw) errors["slackUrl"] = flaw;
  if (Object.keys(errors).length > 0) return { state: { values, errors } };
  return {
    settings: {
      alertReps: alertReps === "yes",
      ...(fallbackEmail && { fallbackEmail }),
      ...(slackUrl && { slackUrl }),
    },
  };
}

/** A program to be told of every call task. */
export function readEndpointForm(
  form: Form,
  publicUrl: string,
): { endpoint: Pick<Endpoint, "url" | "withNames">; values: Typed } | { state: FormState } {
  const values = typed(form, ["url", "withNames"]);
  const { url = "", withNames = "" } = values;
  const errors: { [field: string]: string } = {};
  const { flaw } = flawOf(url, publicUrl);
  if (flaw) errors["url"] = flaw;
  if (withNames !== "yes" && withNames !== "no") errors["withNames"] = "Choose what it is told.";
  if (Object.keys(errors).length > 0) return { state: { values, errors } };
  return { endpoint: { url, withNames: withNames === "yes" }, values };
}

/** What a verb said of the address, as "url: it is there already", beside its field. */
export const refusedEndpoint = (values: Typed, says: string): FormState => ({
  values,
  errors: { url: sentence(says.replace(/^url: /, "")) },
});
