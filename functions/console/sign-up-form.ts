import { SignUpForm } from "../../shared/sign-up/sign-up.ts";
import type { FormWords } from "../../shared/sign-up/save-form.ts";

const FIELDS = ["name", "heading", "text", "consent", "repId", "sector", "tags", "open"] as const;
type Field = (typeof FIELDS)[number];

export type SignUpFormState = {
  readonly values: { readonly [field in Field]?: string | undefined };
  readonly errors: { readonly [field in Field]?: string };
};

/** A new one begins with words that may stay: what they get, when, from whom, and that they can leave. */
export const newSignUpForm = (company: string): SignUpFormState => ({
  values: {
    heading: "What we learn, twice a week at most",
    text: `Articles and case studies from ${company}, on Wednesday or Thursday afternoons of your own clock.`,
    consent: `I would like to get articles and case studies from ${company} by email. I can leave at any time, with one click.`,
    open: "yes",
  },
  errors: {},
});

export const signUpFormOf = (form: SignUpForm): SignUpFormState => ({
  values: { ...form, tags: form.tags.join(", "), open: form.open ? "yes" : "no" },
  errors: {},
});

const WRONG: { readonly [field in Field]: string } = {
  name: "Give it a name of at most 80 characters, for yourselves.",
  heading: "Give a heading of at most 120 characters.",
  text: "At most 600 characters.",
  consent: "Say in 20 to 400 characters what people agree to.",
  repId: "Choose in whose name they are written to.",
  sector: "Choose one of the list.",
  tags: "Words of small letters, digits and hyphens, with commas between, at most 20: trade-fair, webinar.",
  open: "Choose one.",
};

const Words = SignUpForm.omit({ id: true, asked: true, confirmed: true, createdAt: true, updatedAt: true });

/** Reads the form; what is wrong is said beside its field, and what was typed is kept. */
export function readSignUpForm(form: {
  readonly [name: string]: unknown;
}): { readonly words: FormWords } | { readonly state: SignUpFormState } {
  const values: { [field in Field]?: string } = {};
  for (const field of FIELDS) {
    const value = form[field];
    values[field] = typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
  }
  const tags = (values.tags ?? "").split(",").map((tag) => tag.trim().toLowerCase());
  const read = Words.safeParse({
    ...values,
    sector: values.sector || undefined,
    tags: [...new Set(tags.filter(Boolean))],
    open: values.open === "yes",
  });
  if (read.success) return { words: read.data };
  const wrong = new Set<PropertyKey | undefined>(read.error.issues.map(({ path }) => path[0]));
  const errors = Object.fromEntries(FIELDS.filter((field) => wrong.has(field)).map((field) => [field, WRONG[field]]));
  return { state: { values, errors } };
}
