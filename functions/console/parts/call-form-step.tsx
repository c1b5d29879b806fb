/** @jsxImportSource hono/jsx */
import { OTHER_HOUR } from "../call-form-step.ts";
import type { HourChoice } from "../call-form-choices.ts";
import type { CallFormState } from "../call-fields.ts";
import { InputField, SelectField } from "./field.tsx";

const STEPS = [
  { value: "", text: "Choose the next step" },
  { value: "call", text: "Another call" },
  { value: "meeting", text: "A meeting" },
  { value: "demo", text: "A demo" },
  { value: "trial", text: "A trial" },
  { value: "send material", text: "I send something" },
  { value: "declined", text: "They declined any next step" },
];

type StepProps = { readonly form: CallFormState; readonly hours: readonly HourChoice[]; readonly place: string };

/** The next good hours, each one tap; another one is typed. */
const Hours = ({ form, hours, place }: StepProps) => (
  <fieldset class="field hours-field">
    <legend>When ({place})</legend>
    <div class="options hours">
      {hours.map(({ value, there, here }) => (
        <label class="option">
          <input type="radio" name="stepAt" value={value} checked={form.values.stepAt === value} data-hour />
          <span>
            {there}
            {here && <small class="under">{here}</small>}
          </span>
        </label>
      ))}
      <label class="option">
        <input type="radio" name="stepAt" value={OTHER_HOUR} checked={form.values.stepAt === OTHER_HOUR} />
        Another date
      </label>
    </div>
  </fieldset>
);

export const NextStepFields = (props: StepProps) => {
  const { form, place } = props;
  return (
    <div class="only step">
      <SelectField
        name="stepKind"
        label="Next step"
        choices={STEPS}
        value={form.values.stepKind}
        error={form.errors.stepKind}
      />
      <Hours {...props} />
      <div class={form.errors.stepDate || form.errors.stepTime ? "pair other-date bad-date" : "pair other-date"}>
        <InputField name="stepDate" label="On" type="date" value={form.values.stepDate} error={form.errors.stepDate} />
        <InputField
          name="stepTime"
          label={`At (${place})`}
          type="time"
          value={form.values.stepTime}
          error={form.errors.stepTime}
        />
      </div>
      <InputField name="stepNote" label="About (optional)" value={form.values.stepNote} error={form.errors.stepNote} />
    </div>
  );
};
