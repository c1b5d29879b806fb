/** The form of a follow-up email: what came in, or what is wrong beside each field. */
import type { Call, NextStep } from "../../shared/call/call.ts";
import type { FollowUp } from "../../shared/follow-up/follow-up.ts";
import { checkCopy, type Finding } from "../../shared/practice/check-copy.ts";

type FollowUpField = "subject" | "text" | "why";

export type FollowUpFormState = {
  readonly values: { readonly subject: string; readonly text: string; readonly why: string; readonly invite: boolean };
  readonly errors: { readonly [field in FollowUpField]?: string };
  /** What is wrong with the whole. */
  readonly problem?: string | undefined;
};

/** As it was drafted; the invite goes along where a time of day was agreed, unless it is unticked. */
export const freshFollowUpForm = ({ subject, text }: FollowUp, next: Call | undefined): FollowUpFormState => ({
  values: { subject, text, why: "", invite: hasTime(next?.step) },
  errors: {},
});

const hasTime = (step: NextStep | undefined): boolean =>
  step !== undefined && step.kind !== "declined" && step.time !== undefined;

type Form = { readonly [name: string]: unknown };

const textOf = (form: Form, field: string): string => {
  const value = form[field];
  return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
};

type FollowUpDeed = "send" | "look" | "drop";

const deedOf = (form: Form): FollowUpDeed => {
  const named = textOf(form, "do");
  // Enter in a field must not send anything.
  return named === "send" || named === "drop" ? named : "look";
};

const findingWords = ({ phrase, why, instead }: Finding): string =>
  `“${phrase}”: ${why}${/[.!?]$/.test(why) ? "" : "."} Instead: ${instead}`;

/** What the practice has against a text, in words; nothing when it is fine. */
export const copyWords = (text: string): string | undefined => checkCopy(text).map(findingWords).join(" ") || undefined;

type FollowUpRead =
  | { readonly deed: FollowUpDeed; readonly values: FollowUpFormState["values"] }
  | { readonly state: FollowUpFormState };

/** Text is looked through before it is sent; a draft that is only looked at, or dropped, may say anything. */
export function readFollowUpForm(form: Form): FollowUpRead {
  const values = {
    subject: textOf(form, "subject").replaceAll(/\s+/g, " "),
    text: textOf(form, "text"),
    why: textOf(form, "why"),
    invite: textOf(form, "invite") === "yes",
  };
  const deed = deedOf(form);
  const errors = deed === "drop" ? dropErrors(values.why) : textErrors(values, deed);
  return Object.keys(errors).length > 0 ? { state: { values, errors } } : { deed, values };
}

type Errors = FollowUpFormState["errors"];

const dropErrors = (why: string): Errors => (why ? {} : { why: "Say in a few words why none is needed." });

function textErrors({ subject, text }: { subject: string; text: string }, deed: FollowUpDeed): Errors {
  const copy = (words: string): string | undefined => (deed === "send" ? copyWords(words) : undefined);
  const [ofSubject, ofText] = [
    subject ? copy(subject) : "An email needs a subject.",
    text ? copy(text) : "An email needs a text.",
  ];
  return { ...(ofSubject && { subject: ofSubject }), ...(ofText && { text: ofText }) };
}

/** The form again, with why nothing was sent: beside the field the reason names ("text: ..."), else on top. */
export function refusedFollowUp(values: FollowUpFormState["values"], reason: string): FollowUpFormState {
  const [, name, rest = ""] = /^(subject|text): (.*)$/s.exec(reason) ?? [];
  const sentence = `${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`;
  if (name === "subject") return { values, errors: { subject: sentence } };
  return name === "text" ? { values, errors: { text: sentence } } : { values, errors: {}, problem: reason };
}
