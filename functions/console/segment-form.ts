/** The form of a segment: what came in, made into rules, or said what is wrong beside each field. */
import { topicsFrom } from "../../shared/content/topics.ts";
import { AppError } from "../../shared/error.ts";
import { countryName, readCountry } from "../../shared/prospect/country.ts";
import { readStage, slugOf } from "../../shared/prospect/groups.ts";
import { EngagementWord, NOTHING, Rule } from "../../shared/segment/segment.ts";
import type { Segment } from "../../shared/segment/segment.ts";

/** Chosen by ticking, under one "any of" or "none of". */
export const TICKED = ["sector", "rep", "engagement", "standing"] as const;
/** Written, with a line for "any of" and one for "none of". */
export const WRITTEN = ["tags", "stage", "country", "topics"] as const;
type Written = (typeof WRITTEN)[number];

export type SegmentFormState = {
  readonly values: { readonly [field: string]: string };
  readonly ticked: { readonly [field: string]: readonly string[] };
  readonly errors: { readonly [field: string]: string };
};

export type SegmentForm = { readonly name: string; readonly rules: Rule[]; readonly cadenceId: string | undefined };

const DAYS = 30;

export const freshSegmentForm: SegmentFormState = { values: { days: String(DAYS) }, ticked: {}, errors: {} };

export function segmentFormOf(segment: Segment): SegmentFormState {
  const values: Record<string, string> = { name: segment.name, cadence: segment.cadenceId ?? "", days: String(DAYS) };
  const ticked: Record<string, readonly string[]> = {};
  for (const rule of segment.rules) {
    if (rule.of === "engagement") values["days"] = String(rule.days);
    if (isWritten(rule.of)) {
      const words = rule.of === "country" ? rule.values.map(countryWord) : rule.values;
      const field = `${rule.of}-${rule.is}`;
      values[field] = [values[field], ...words].filter(Boolean).join(", ");
    } else {
      ticked[rule.of] = rule.values;
      values[`${rule.of}-is`] = rule.is;
    }
  }
  return { values, ticked, errors: {} };
}

const countryWord = (code: string): string => (code === NOTHING ? NOTHING : countryName(code));
const isWritten = (of: string): of is Written => WRITTEN.some((one) => one === of);

type Posted = { readonly [name: string]: unknown };

const textIn = (form: Posted, name: string): string => {
  const value = form[name];
  return typeof value === "string" ? value.trim() : "";
};
const listIn = (form: Posted, name: string): string[] =>
  [form[name]].flat().filter((value): value is string => typeof value === "string" && value !== "");

export function readSegmentForm(
  form: Posted,
): { read: SegmentForm; state: SegmentFormState } | { state: SegmentFormState } {
  const errors: Record<string, string> = {};
  const values = Object.fromEntries(
    Object.keys(form).flatMap((name) => (TICKED.some((one) => one === name) ? [] : [[name, textIn(form, name)]])),
  );
  const ticked = Object.fromEntries(TICKED.map((of) => [of, listIn(form, of)]));
  const days = Number(values["days"] || DAYS);
  const candidates = [
    ...TICKED.map((of) => ({ of, is: values[`${of}-is`] || "any", values: ticked[of] ?? [], days })),
    ...WRITTEN.flatMap((of) =>
      (["any", "none"] as const).map((is) => ({ of, is, values: readWords(of, values[`${of}-${is}`] ?? "") })),
    ),
  ].filter((rule) => rule.values.length > 0);
  const rules = candidates.flatMap((rule) => {
    const bad = unreadable(rule);
    const read = Rule.safeParse(rule);
    if (bad === undefined && read.success) return [read.data];
    const field = isWritten(rule.of) ? `${rule.of}-${rule.is}` : rule.of;
    errors[rule.of === "engagement" && !daysRight(days) ? "days" : field] = bad ?? "Choose from the list; at most 50.";
    return [];
  });
  const state = { values, ticked, errors };
  if (Object.keys(errors).length > 0) return { state };
  return { state, read: { name: values["name"] ?? "", rules, cadenceId: values["cadence"] || undefined } };
}

function readWords(of: Written, text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim());
  const read = words.filter(Boolean).flatMap((word) => (word === NOTHING ? [word] : readWord(of, word)));
  return [...new Set(read)];
}

/** What cannot be read stays as it is written, and is then told. */
function readWord(of: Written, word: string): string[] {
  if (of === "country") return [readCountry(word) ?? `?${word}`];
  if (of === "topics") return topicsFrom([word]).filter(Boolean);
  const slug = of === "stage" ? readStage(word) : slugOf(word);
  return slug ? [slug] : [];
}

const daysRight = (days: number): boolean => Number.isInteger(days) && days >= 1 && days <= 3650;

function unreadable(rule: { of: string; values: readonly string[]; days?: number }): string | undefined {
  const unknown = rule.of === "country" ? rule.values.find((value) => value.startsWith("?")) : undefined;
  if (unknown !== undefined) return `"${unknown.slice(1)}" is no country we know.`;
  if (rule.of === "engagement" && rule.values.some((value) => !EngagementWord.safeParse(value).success))
    return "Choose from the list.";
  return rule.of === "engagement" && !daysRight(rule.days ?? 0) ? "A whole number of days, 1 to 3650." : undefined;
}

/** What the verb said against it. Throws again what is no mistake in the form. */
export function refusedSegment(state: SegmentFormState, error: unknown): SegmentFormState {
  if (!(error instanceof AppError) || error.kind !== "invalid") throw error;
  const [, field = "", said = error.message] = /^(\w+): (.*)$/s.exec(error.message) ?? [];
  return { ...state, errors: { [field]: `${said.charAt(0).toUpperCase()}${said.slice(1)}.` } };
}
