/** @jsxImportSource hono/jsx */
import type { CadenceFormState } from "../cadence-form.ts";
import { WINDOW_HINT } from "../cadence-form.ts";
import { Checked } from "./checked.tsx";
import { InputField } from "./field.tsx";

const Rules = ({ form: { values, errors } }: { form: CadenceFormState }) => {
  const field = (name: string) => ({ name, value: values[name], error: errors[name], required: true });
  return (
    <>
      <fieldset>
        <legend>Send window</legend>
        <p class="hint">{WINDOW_HINT}</p>
        <div class="pair">
          <InputField {...field("window.from")} label="From" type="time" />
          <InputField {...field("window.to")} label="To" type="time" />
        </div>
      </fieldset>
      <fieldset>
        <legend>Never more than</legend>
        <div class="pair">
          <InputField {...field("caps.per7Days")} label="Emails in any 7 days" type="number" min="1" />
          <InputField {...field("caps.per30Days")} label="Emails in any 30 days" type="number" min="1" />
        </div>
      </fieldset>
      <fieldset>
        <legend>Who never reacts</legend>
        <div class="pair">
          <InputField
            {...field("quietAfter")}
            label="Long rhythm after so many emails"
            hint="Without an open, click or reply by a person."
            type="number"
            min="1"
          />
          <InputField
            {...field("longRhythmDays")}
            label="Then one email in so many days"
            hint="At least 7."
            type="number"
            min="1"
          />
        </div>
      </fieldset>
    </>
  );
};

const Sectors = ({ form: { values } }: { form: CadenceFormState }) => (
  <>
    <fieldset>
      <legend>Where there is no case study of the prospect's sector</legend>
      <div class="ticks">
        <Checked
          name="sectorRules.neutralCaseStudy"
          label="A case study of no sector may take its place"
          on={values["sectorRules.neutralCaseStudy"] === "yes"}
        />
        <Checked
          name="sectorRules.blogPostInstead"
          label="A blog post may take its place"
          on={values["sectorRules.blogPostInstead"] === "yes"}
        />
      </div>
    </fieldset>
    <fieldset>
      <legend>Who leaves the cadence</legend>
      <p class="hint">Whoever opts out always does.</p>
      <div class="ticks">
        <Checked name="customersLeave" label="Who becomes a customer" on={values["customersLeave"] === "yes"} />
      </div>
    </fieldset>
  </>
);

/** The fields of a cadence's rules: window, caps, long rhythm, sectors, exits. */
export const CadenceRules = ({ form }: { form: CadenceFormState }) => (
  <>
    <Rules form={form} />
    <Sectors form={form} />
  </>
);
