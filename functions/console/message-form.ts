/** The form "They got in touch": what came in, made into what takeMessage takes, or said what is wrong beside each field. */
import type { Message } from "../../shared/engagement/take-message.ts";
import { isDate, toInstant } from "../../shared/time.ts";

type Field = "kind" | "when" | "said";

export type MessageFormState = {
  readonly values: { readonly [field in Field]?: string };
  readonly errors: { readonly [field in Field]?: string };
};

export const freshMessageForm: MessageFormState = { values: {}, errors: {} };

const KINDS: readonly Message["kind"][] = ["reply", "form", "booking"];

const LONGEST = 4000;

/** Reads the form; its times are those of `zone`. No time = `now` (epoch ms). */
export function readMessageForm(
  form: { readonly [name: string]: unknown },
  zone: string,
  now: number,
): { message: Message } | { state: MessageFormState } {
  const text = (field: Field): string => {
    const value = form[field];
    return typeof value === "string" ? value.replaceAll("\r\n", "\n").trim() : "";
  };
  const values = { kind: text("kind"), when: text("when"), said: text("said") };
  const errors: { [field in Field]?: string } = {};
  const at = values.when ? instantOf(values.when, zone) : now;
  if (at === undefined) errors.when = "Give a date and a time, like 25 November, 15:00, or leave it empty.";
  else if (at > now) errors.when = "This is still to come.";
  if (values.said.length > LONGEST) errors.said = `At most ${LONGEST} characters.`;
  const kind = KINDS.find((known) => known === values.kind);
  if (!kind) errors.kind = "Choose what they did.";
  if (!kind || Object.keys(errors).length > 0) return { state: { values, errors } };
  return { message: { kind, at, text: values.said } };
}

/** What a browser sends for a date and time: "2026-11-25T15:00". */
function instantOf(written: string, zone: string): number | undefined {
  const [, date = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d)(?::\d\d)?$/.exec(written) ?? [];
  return isDate(date) ? toInstant(zone, date, time) : undefined;
}
