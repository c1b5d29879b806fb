import { Cadence } from "../../shared/cadence/cadence.ts";
import type { CadenceSlot } from "../../shared/cadence/cadence.ts";
import { PROMISED, mistakesIn } from "../../shared/cadence/rules.ts";
import type { Mistakes } from "../../shared/cadence/rules.ts";
import { ArticleKind } from "../../shared/content/article.ts";
import { isTemplate, templateNames, templateOf } from "../../shared/template/templates.ts";
import type { Choice } from "./parts/field.tsx";

/** The form as it was filled in, and what is wrong with it, by the field's name, which is the place in the cadence: "slots.0.time". */
export type CadenceFormState = {
  readonly values: { readonly [field: string]: string };
  readonly errors: Mistakes;
};

/** Rows for slots: Wednesday and Thursday, and more only where an older cadence has them. */
const FEWEST_ROWS = 2;
const MOST_ROWS = 4;

/** What a form says when it is first shown. */
export function cadenceForm(cadence: Cadence): CadenceFormState {
  const { name, caps, window, quietAfter, longRhythmDays, exits, sectorRules, templates } = cadence;
  const slots = cadence.slots.flatMap(({ weekday, time, kind }, row) => [
    [`slots.${row}.weekday`, weekday],
    [`slots.${row}.time`, time],
    [`slots.${row}.kind`, kind],
  ]);
  return {
    values: {
      name,
      ...Object.fromEntries(slots),
      "caps.per7Days": String(caps.per7Days),
      "caps.per30Days": String(caps.per30Days),
      "window.from": window.from,
      "window.to": window.to,
      quietAfter: String(quietAfter),
      longRhythmDays: String(longRhythmDays),
      customersLeave: exits.includes("customer") ? "yes" : "",
      "sectorRules.neutralCaseStudy": sectorRules.neutralCaseStudy ? "yes" : "",
      "sectorRules.blogPostInstead": sectorRules.blogPostInstead ? "yes" : "",
      ...Object.fromEntries(ArticleKind.options.map((kind) => [`templates.${kind}`, templates[kind]])),
    },
    errors: {},
  };
}

export const rowsOf = ({ values }: CadenceFormState): number[] => {
  const filled = Array.from({ length: MOST_ROWS }, (_, row) => row).filter((row) => values[`slots.${row}.weekday`]);
  const rows = Math.min(MOST_ROWS, Math.max(FEWEST_ROWS, (filled.at(-1) ?? 0) + 1));
  return Array.from({ length: rows }, (_, row) => row);
};

/** The templates that can show a kind of article. */
export const templatesFor = (kind: ArticleKind): Choice[] =>
  templateNames()
    .map(templateOf)
    .filter(({ carries }) => carries.includes(kind))
    .map(({ name, purpose }) => ({ value: name, text: `${name}: ${purpose}` }));

type Form = { readonly [name: string]: unknown };

function textsIn(form: Form): { [field: string]: string } {
  const texts = Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.map(([name, value]) => [name, value.trim()]));
}

/** "1.000" is a thousand to some and one to others, so only digits are a number. */
const wholeNumber = (text: string | undefined): number => (text && /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN);

type Row = { readonly row: number; readonly weekday: string; readonly time: string; readonly kind: string };

/** A row without a day is no slot. */
function slotRows(values: CadenceFormState["values"]): Row[] {
  const at = (row: number, part: string): string => values[`slots.${row}.${part}`] ?? "";
  return Array.from({ length: MOST_ROWS }, (_, row) => ({
    row,
    weekday: at(row, "weekday"),
    time: at(row, "time"),
    kind: at(row, "kind"),
  })).filter(({ weekday }) => weekday !== "");
}

/** Slots count from the first that is one; the form's rows may have gaps. */
function inRows(mistakes: Mistakes, rows: readonly Row[]): Mistakes {
  return Object.fromEntries(
    Object.entries(mistakes).map(([place, says]) => {
      const [, at = "", part = ""] = /^slots\.(\d+)\.(\w+)$/.exec(place) ?? [];
      return [part ? `slots.${rows[Number(at)]?.row ?? 0}.${part}` : place, says];
    }),
  );
}

function templateMistakes(values: CadenceFormState["values"]): Mistakes {
  const wrong = ArticleKind.options.filter((kind) => {
    const name = values[`templates.${kind}`];
    return !isTemplate(name) || !templateOf(name).carries.includes(kind);
  });
  return Object.fromEntries(
    wrong.map((kind) => [`templates.${kind}`, "There is no such template for this kind of article. Choose another."]),
  );
}

/** What is kept of the cadence the form was made of: what no field is for. */
type Kept = Pick<Cadence, "id" | "paused" | "version">;

/** Reads the form; what is wrong is said beside its field, and what was typed is kept. */
export function readCadenceForm(form: Form, kept: Kept): { cadence: Cadence } | { state: CadenceFormState } {
  const values = textsIn(form);
  const rows = slotRows(values);
  const asked = {
    name: values["name"] ?? "",
    slots: rows.map(({ weekday, time, kind }) => ({ weekday, time, kind })),
    caps: { per7Days: wholeNumber(values["caps.per7Days"]), per30Days: wholeNumber(values["caps.per30Days"]) },
    window: { from: values["window.from"] ?? "", to: values["window.to"] ?? "" },
    quietAfter: wholeNumber(values["quietAfter"]),
    longRhythmDays: wholeNumber(values["longRhythmDays"]),
  };
  const errors = { ...inRows(mistakesIn(asked), rows), ...templateMistakes(values) };
  if (Object.keys(errors).length > 0) return { state: { values, errors } };
  const says = (field: string): boolean => values[field] === "yes";
  const cadence = Cadence.parse({
    ...kept,
    ...asked,
    exits: [...(says("customersLeave") ? ["customer"] : []), "opted out"],
    sectorRules: {
      neutralCaseStudy: says("sectorRules.neutralCaseStudy"),
      blogPostInstead: says("sectorRules.blogPostInstead"),
    },
    templates: Object.fromEntries(ArticleKind.options.map((kind) => [kind, values[`templates.${kind}`]])),
  });
  return { cadence: { ...cadence, slots: inOrder(cadence.slots) } };
}

const inOrder = (slots: readonly CadenceSlot[]): CadenceSlot[] =>
  slots.toSorted((one, other) => (one.weekday === other.weekday ? 0 : one.weekday === "wednesday" ? -1 : 1));

export const WINDOW_HINT = `Local times of the prospect, within ${PROMISED.from} to ${PROMISED.to}. The last is not in it.`;
