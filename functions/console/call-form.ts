/** The form of the call page: what came in, made into what completeCall takes, or said what is wrong beside each field. */
import { Disposition } from "../../shared/call/call.ts";
import type { Attempt, Call, NextStep } from "../../shared/call/call.ts";
import { isDate } from "../../shared/time.ts";
import { extrasErrors, extrasOf } from "./call-form-extras.ts";
import { stepErrors, stepOf } from "./call-form-step.ts";
import { CALL_FIELDS, PROMISES } from "./call-fields.ts";
import type { CallErrors, CallField, CallFormState, CallValues } from "./call-fields.ts";

export type CallAnswer = {
  readonly version: number;
  readonly repId: string;
  readonly disposition: Disposition;
  readonly notes: string;
  readonly nextStep?: NextStep;
  readonly notNowUntil?: string;
  readonly giveUpReason?: string;
} & Pick<Attempt, "promises" | "blocker" | "recording">;

/** A form as it is first shown. */
export const freshCallForm = (call: Call, repId: string | undefined): CallFormState => ({
  values: { version: String(call.version), repId: repId ?? call.repId ?? "" },
  errors: {},
});

type Form = { readonly [name: string]: unknown };

const typed = (value: unknown): string => (typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "");

function valuesOf(form: Form): CallValues {
  const values: CallErrors = {};
  for (const field of CALL_FIELDS) values[field] = typed(form[field]);
  // The buttons that log with one tap stand in the same form as the choices they spare.
  if (typed(form["tap"])) values.disposition = typed(form["tap"]);
  return values;
}

/** The form again, with why it was not taken: beside the field the reason names ("nextStep.date: ..."), else on top. */
export function refusedCallForm(form: Form, reason: string): CallFormState {
  const [, name = "", rest = ""] = /^([\w.]+): (.*)$/s.exec(reason) ?? [];
  const values = valuesOf(form);
  const field = fieldOf(name, values);
  const sentence = `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
  return field ? { values, errors: { [field]: sentence } } : { values, errors: {}, problem: reason };
}

/** The form's fields by the names completeCall gives them. */
const NAMED: { readonly [name: string]: CallField } = {
  repId: "repId",
  disposition: "disposition",
  notes: "notes",
  nextStep: "stepKind",
  "nextStep.kind": "stepKind",
  "nextStep.date": "stepDate",
  "nextStep.time": "stepTime",
  notNowUntil: "notNowUntil",
  giveUpReason: "giveUpReason",
  promises: "promise1",
  blocker: "blocker",
  "blocker.kind": "blocker",
  "blocker.reviewOn": "blockerReview",
  recording: "recording",
};

/** Promises are counted as they were sent: from 0, and without the rows that were left empty. */
function fieldOf(name: string, values: CallValues): CallField | undefined {
  const [, place, part] = /^promises\.(\d)\.(text|due)$/.exec(name) ?? [];
  if (place === undefined) return NAMED[name];
  const number = PROMISES.filter((row) => values[`promise${row}`])[Number(place)] ?? 1;
  return part === "due" ? `promiseDue${number}` : `promise${number}`;
}

/** The form again after somebody else saved this call first; sent once more, it goes on top of what they saved. */
export const takenCallForm = (form: Form, current: Call): CallFormState => ({
  values: { ...valuesOf(form), version: String(current.version) },
  errors: {},
  problem: "Somebody saved this call just before you. Look at the attempts so far; what you typed is still here.",
});

/** Reads the form. `today` is the date in the prospect's zone, before which nothing can be planned. */
export function readCallForm(form: Form, today: string): { answer: CallAnswer } | { state: CallFormState } {
  const values = valuesOf(form);
  const disposition = Disposition.safeParse(values.disposition).data;
  const errors: CallErrors = {
    ...(disposition && needsStep(disposition) ? stepErrors(values, today) : {}),
    ...extrasErrors(values),
  };
  if (!disposition) errors.disposition = "Choose what came of the call.";
  if (!values.repId) errors.repId = "Choose who made the call.";
  const until = values.notNowUntil ?? "";
  if (disposition === "not now" && (!isDate(until) || until <= today))
    errors.notNowUntil = "Give a date after today to call again.";
  if (!disposition || Object.keys(errors).length > 0) return { state: { values, errors } };
  return { answer: answerOf(values, disposition) };
}

function answerOf(values: CallValues, disposition: Disposition): CallAnswer {
  const nextStep = needsStep(disposition) ? stepOf(values) : undefined;
  const { notNowUntil, giveUpReason } = values;
  return {
    version: Number(values.version) || 0,
    repId: values.repId ?? "",
    disposition,
    notes: values.notes ?? "",
    ...(nextStep && { nextStep }),
    ...(disposition === "not now" && notNowUntil && { notNowUntil }),
    ...(giveUpReason && triesAgain(disposition) && { giveUpReason }),
    ...extrasOf(values),
  };
}

export const needsStep = (disposition: Disposition): boolean =>
  disposition === "connected" || disposition === "meeting booked";

export const triesAgain = (disposition: Disposition): boolean =>
  disposition === "no answer" || disposition === "voicemail";
