/** @jsxImportSource hono/jsx */
import { ArticleKind } from "../../../shared/content/article.ts";
import type { CadenceFormState } from "../cadence-form.ts";
import { rowsOf } from "../cadence-form.ts";
import { KIND_NAMES } from "../article-words.ts";
import { InputField, SelectField } from "./field.tsx";

const DAYS = [
  { value: "", text: "No slot" },
  { value: "wednesday", text: "Wednesday" },
  { value: "thursday", text: "Thursday" },
];

const KINDS = ArticleKind.options.map((value) => ({ value, text: KIND_NAMES[value] }));

/** The rows of a cadence's slots; one without a day is none. */
export const SlotRows = ({ form }: { form: CadenceFormState }) => (
  <fieldset>
    <legend>Slots</legend>
    <p class="hint">Dates of the rhythm, on the prospect's own clock. One a day: nobody gets two emails on one date.</p>
    <div class="slot-rows">
      {rowsOf(form).map((row) => (
        <Row form={form} row={row} />
      ))}
    </div>
  </fieldset>
);

const Row = ({ form: { values, errors }, row }: { form: CadenceFormState; row: number }) => {
  const field = (part: string) => ({
    name: `slots.${row}.${part}`,
    value: values[`slots.${row}.${part}`],
    error: errors[`slots.${row}.${part}`],
  });
  return (
    <fieldset class="slot-row">
      <legend>Slot {row + 1}</legend>
      <SelectField {...field("weekday")} label="Day" choices={DAYS} />
      <InputField {...field("time")} label="Time there" type="time" />
      <SelectField {...field("kind")} label="Carries" choices={KINDS} />
    </fieldset>
  );
};
