/** The form of the call page: what came in, made into what completeCall takes, or said what is wrong beside each field. */
import { WallTime } from "../../shared/cadence/cadence.ts";
import { Disposition, NextStep, type Call } from "../../shared/call/call.ts";
import { isDate } from "../../shared/time.ts";

export type CallField =
  | "version"
  | "repId"
  | "disposition"
  | "notes"
  | "stepKind"
  | "stepDate"
  | "stepTime"
  | "stepNote"
  | "notNowUntil"
  | "giveUpReason";

export type CallFormState = {
  readonly values: { readonly [field in CallField]?: string };
  readonly errors: { readonly [field in CallField]?: string };
  /** What is wrong with the whole. */
  readonly problem?: string | undefined;
};

export type CallAnswer = {
  readonly version: number;
  readonly repId: string;
  readonly disposition: Disposition;
  readonly notes: string;
  readonly nextStep?: NextStep;
  readonly notNowUntil?: string;
  readonly giveUpReason?: string;
};

/** A form as it is first shown. */
export const freshCallForm = (call: Call, repId: string | undefined): CallFormState => ({
  values: { version: String(call.version), repId: repId ?? call.repId ?? "" },
  errors: {},
});

type Form = { readonly [name: string]: unknown };

const valuesOf = (form: Form): { [field in CallField]: string } => {
  const text = (field: CallField): string => {
    const value = form[field];
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
  };
  return {
    version: text("version"),
    repId: text("repId"),
    disposition: text("disposition"),
    notes: text("notes"),
    stepKind: text("stepKind"),
    stepDate: text("stepDate"),
    stepTime: text("stepTime"),
    stepNote: text("stepNote"),
    notNowUntil: text("notNowUntil"),
    giveUpReason: text("giveUpReason"),
  };
};

/** The form again, with why it was not taken: beside the field the reason names ("nextStep.date: ..."), else on top. */
export function refusedCallForm(form: Form, reason: string): CallFormState {
  const [, name = "", rest = ""] = /^([\w.]+): (.*)$/s.exec(reason) ?? [];
  const field = NAMED[name];
  const sentence = `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
  return field
    ? { values: valuesOf(form), errors: { [field]: sentence } }
    : { values: valuesOf(form), errors: {}, problem: reason };
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
};

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
  const errors: { [field in CallField]?: string } = { ...stepErrors(values, disposition, today) };
  if (!disposition) errors.disposition = "Choose what came of the call.";
  if (!values.repId) errors.repId = "Choose who made the call.";
  if (disposition === "not now" && (!isDate(values.notNowUntil) || values.notNowUntil <= today))
    errors.notNowUntil = "Give a date after today to call again.";
  if (!disposition || Object.keys(errors).length > 0) return { state: { values, errors } };
  const nextStep = needsStep(disposition) ? stepOf(values) : undefined;
  return {
    answer: {
      version: Number(values.version) || 0,
      repId: values.repId,
      disposition,
      notes: values.notes,
      ...(nextStep && { nextStep }),
      ...(disposition === "not now" && { notNowUntil: values.notNowUntil }),
      ...(values.giveUpReason && triesAgain(disposition) && { giveUpReason: values.giveUpReason }),
    },
  };
}

export const needsStep = (disposition: Disposition): boolean =>
  disposition === "connected" || disposition === "meeting booked";

export const triesAgain = (disposition: Disposition): boolean =>
  disposition === "no answer" || disposition === "voicemail";

const STEP_KINDS: ReadonlySet<string> = new Set(["call", "meeting", "demo", "trial", "send material", "declined"]);

function stepErrors(
  values: { [field in CallField]: string },
  disposition: Disposition | undefined,
  today: string,
): { [field in CallField]?: string } {
  if (!disposition || !needsStep(disposition)) return {};
  if (!STEP_KINDS.has(values.stepKind))
    return { stepKind: "Choose the next step you agreed on, or that there is none." };
  if (values.stepKind === "declined") return {};
  const errors: { [field in CallField]?: string } = {};
  if (!isDate(values.stepDate)) errors.stepDate = "Give the date of the next step.";
  else if (values.stepDate < today) errors.stepDate = "This date is over. Give one from today on.";
  if (values.stepTime && !WallTime.safeParse(values.stepTime).success) errors.stepTime = "Give a time like 15:00.";
  return errors;
}

function stepOf(values: { [field in CallField]: string }): NextStep {
  const note = values.stepNote ? { note: values.stepNote } : {};
  return values.stepKind === "declined"
    ? { kind: "declined", ...note }
    : NextStep.parse({
        kind: values.stepKind,
        date: values.stepDate,
        ...(values.stepTime && { time: values.stepTime }),
        ...note,
      });
}
