import { AppError } from "../../shared/error.ts";
import type { Member } from "../../shared/member/member.ts";
import type { Rep } from "../../shared/rep/rep.ts";

/** A form as it was filled in, and what is wrong with it, by field; "" holds what is wrong with no field. */
export type MemberFormState = {
  readonly values: { readonly [field: string]: string };
  readonly errors: { readonly [field: string]: string };
};

export const freshMemberForm: MemberFormState = { values: {}, errors: {} };

export const memberFormOf = (member: Member, rep: Rep | undefined): MemberFormState => ({
  values: {
    name: member.name,
    role: member.role,
    team: (member.role === "manager" ? member.team : rep?.team) ?? "",
    title: rep?.title ?? "",
    phone: rep?.phone ?? "",
    callingLink: rep?.callingLink ?? "",
  },
  errors: {},
});

type Form = { readonly [name: string]: unknown };

export const textIn = (form: Form, name: string): string => {
  const value = form[name];
  return typeof value === "string" ? value.trim() : "";
};

/** What was typed, with what the verb said against it. Throws again what is no mistake in the form. */
export function refusedMemberForm(form: Form, error: unknown): MemberFormState {
  if (!(error instanceof AppError) || error.kind === "not-found") throw error;
  const [, field = "", said = error.message] = /^(\w+): (.*)$/s.exec(error.message) ?? [];
  const values = Object.fromEntries(Object.keys(form).map((name) => [name, textIn(form, name)]));
  return { values, errors: { [field]: sentence(said) } };
}

const sentence = (said: string): string => `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
