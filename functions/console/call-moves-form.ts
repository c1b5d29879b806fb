/** The small forms with which a call is put off or given to somebody else. */
import { isDate } from "../../shared/time.ts";

type MoveField = "until" | "why" | "to" | "handWhy";

export type MoveState = {
  readonly form?: "snooze" | "hand-over";
  readonly values: { readonly [field in MoveField]?: string };
  readonly errors: { readonly [field in MoveField]?: string };
  readonly problem?: string | undefined;
};

export const freshMoves: MoveState = { values: {}, errors: {} };

type Form = { readonly [name: string]: unknown };

const textOf = (form: Form, field: string): string => {
  const value = form[field];
  return typeof value === "string" ? value.trim() : "";
};

/** 0 fits no call, so that a form without it changes nothing. */
export const versionOf = (form: Form): number => Number(textOf(form, "version")) || 0;

type Snooze = { readonly until?: string; readonly why?: string };

/** Without a date, to the next good hour. Which dates can be the call itself knows. */
export function readSnooze(form: Form): { snooze: Snooze } | { state: MoveState } {
  const [until, why] = [textOf(form, "until"), textOf(form, "why")];
  if (form["dated"] === undefined && !until) return { snooze: {} };
  if (!isDate(until))
    return { state: { form: "snooze", values: { until, why }, errors: { until: "Until when? Give a date." } } };
  return { snooze: { until, ...(why && { why }) } };
}

const NAMED: { readonly [name: string]: MoveField } = { until: "until", to: "to", why: "handWhy" };

/** The form again, with why the call was not moved: beside the field the reason names ("until: ..."), else on top. */
export function refusedMove(form: Form, kind: "snooze" | "hand-over", reason: string): MoveState {
  const [, name = "", rest = ""] = /^(\w+): (.*)$/s.exec(reason) ?? [];
  const field = NAMED[name];
  const values = {
    until: textOf(form, "until"),
    why: textOf(form, "why"),
    to: textOf(form, "to"),
    handWhy: textOf(form, "handWhy"),
  };
  const sentence = `${rest.charAt(0).toUpperCase()}${rest.slice(1)}.`;
  return field
    ? { form: kind, values, errors: { [field]: sentence } }
    : { form: kind, values, errors: {}, problem: reason };
}

type HandOver = { readonly to: string; readonly why: string };

export function readHandOver(form: Form, repIds: readonly string[]): { handOver: HandOver } | { state: MoveState } {
  const values = { to: textOf(form, "to"), handWhy: textOf(form, "handWhy") };
  const errors = {
    ...(!repIds.includes(values.to) && { to: "Choose whom to hand it to." }),
    ...(!values.handWhy && { handWhy: "Say in a few words why; they read it first." }),
  };
  if (Object.keys(errors).length > 0) return { state: { form: "hand-over", values, errors } };
  return { handOver: { to: values.to, why: values.handWhy } };
}
