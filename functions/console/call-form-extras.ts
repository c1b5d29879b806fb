/** What may be added to any result of a call: promises, what stands in the way, a recording. */
import { Attempt, Blocker } from "../../shared/call/call.ts";
import { isDate } from "../../shared/time.ts";
import { PROMISES } from "./call-fields.ts";
import type { CallErrors, CallValues } from "./call-fields.ts";

export const BLOCKERS = Blocker.shape.kind;

/** What is left out or cannot be read; whether a date can be is for the call to say. */
export function extrasErrors(values: CallValues): CallErrors {
  const errors: CallErrors = {};
  for (const number of PROMISES) {
    const [text = "", due = ""] = [values[`promise${number}`], values[`promiseDue${number}`]];
    if (due && !text) errors[`promise${number}`] = "Say what you promised, or empty the date.";
    if (text && !isDate(due)) errors[`promiseDue${number}`] = "By when? Give a date.";
  }
  const { blocker, blockerReview = "", recording } = values;
  if (blocker && !BLOCKERS.safeParse(blocker).success) errors.blocker = "Choose one of these, or none.";
  if (blocker && !isDate(blockerReview)) errors.blockerReview = "When do you look at it again? Give a date.";
  if (!blocker && blockerReview) errors.blocker = "Choose what stands in the way, or empty the date.";
  if (recording && !Attempt.shape.recording.safeParse(recording).success)
    errors.recording = "Give a whole web address, like https://calls.example/123.";
  return errors;
}

/** Of values without errors. */
export function extrasOf(values: CallValues): Pick<Attempt, "promises" | "blocker" | "recording"> {
  const promises = PROMISES.flatMap((number) => {
    const [text, due] = [values[`promise${number}`], values[`promiseDue${number}`]];
    return text && due ? [{ text, due }] : [];
  });
  const blocker = Blocker.safeParse({ kind: values.blocker, reviewOn: values.blockerReview }).data;
  return {
    ...(promises.length > 0 && { promises }),
    ...(blocker && { blocker }),
    ...(values.recording && { recording: values.recording }),
  };
}
