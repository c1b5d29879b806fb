/** The next step in the call page's form: a date chosen with one tap, or one given. */
import { WallTime } from "../../shared/cadence/cadence.ts";
import { NextStep } from "../../shared/call/call.ts";
import { isDate } from "../../shared/time.ts";
import type { CallErrors, CallValues } from "./call-fields.ts";

const STEP_KINDS: ReadonlySet<string> = new Set(["call", "meeting", "demo", "trial", "send material", "declined"]);

/** What stands in `stepAt` when none of the suggested hours is meant. */
export const OTHER_HOUR = "other";

/** "2026-12-03T10:00", as the choices of an hour send it. */
export const hourValue = (date: string, time: string): string => `${date}T${time}`;

export const HOUR_VALUE = /^([\d-]{10})T([\d:]{5})$/;

/** A suggested hour counts for itself; what was typed before it was chosen does not. */
function momentOf({ stepAt = "", stepDate = "", stepTime = "" }: CallValues): { date: string; time: string } {
  const [, date, time] = HOUR_VALUE.exec(stepAt) ?? [];
  return date === undefined || time === undefined ? { date: stepDate, time: stepTime } : { date, time };
}

/** Of an answer that needs a next step. `today` is the date in the prospect's zone. */
export function stepErrors(values: CallValues, today: string): CallErrors {
  const { stepKind = "" } = values;
  if (!STEP_KINDS.has(stepKind)) return { stepKind: "Choose the next step you agreed on, or that there is none." };
  if (stepKind === "declined") return {};
  const { date, time } = momentOf(values);
  const errors: CallErrors = {};
  if (!isDate(date)) errors.stepDate = "Give the date of the next step.";
  else if (date < today) errors.stepDate = "This date is over. Give one from today on.";
  if (time && !WallTime.safeParse(time).success) errors.stepTime = "Give a time like 15:00.";
  return errors;
}

export function stepOf(values: CallValues): NextStep {
  const note = values.stepNote ? { note: values.stepNote } : {};
  if (values.stepKind === "declined") return { kind: "declined", ...note };
  const { date, time } = momentOf(values);
  return NextStep.parse({ kind: values.stepKind, date, ...(time && { time }), ...note });
}
