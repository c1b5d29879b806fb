/** The form "What they said of it": what came in, made into what recordConsent takes, or said what is wrong beside each field. */
import { Consent } from "../../shared/prospect/prospect.ts";
import type { SaidConsent } from "../../shared/prospect/record-consent.ts";

type Field = "tracking" | "how";

export type ConsentFormState = {
  readonly values: { readonly [field in Field]?: string };
  readonly errors: { readonly [field in Field]?: string };
};

export const freshConsentForm: ConsentFormState = { values: {}, errors: {} };

const LONGEST = 160;
const LONGEST_NAME = 100;

/** Reads the form; `repName` is who filled it in, if that is known. */
export function readConsentForm(
  form: { readonly [name: string]: unknown },
  repName: string | undefined,
): { said: SaidConsent } | { state: ConsentFormState } {
  const text = (field: Field): string => {
    const value = form[field];
    return typeof value === "string" ? value.replaceAll(/\s+/g, " ").trim() : "";
  };
  const values = { tracking: text("tracking"), how: text("how") };
  const errors: { [field in Field]?: string } = {};
  const tracking = Consent.safeParse(values.tracking);
  if (!tracking.success) errors.tracking = "Choose what they said.";
  if (!values.how) errors.how = "Say in a few words how you know, like: said so on the phone.";
  if (values.how.length > LONGEST) errors.how = `At most ${LONGEST} characters.`;
  if (!tracking.success || Object.keys(errors).length > 0) return { state: { values, errors } };
  const by = repName ? `by ${repName.slice(0, LONGEST_NAME)} ` : "";
  return { said: { tracking: tracking.data, how: `${by}in the console: ${values.how}` } };
}
