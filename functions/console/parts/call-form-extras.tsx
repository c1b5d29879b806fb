/** @jsxImportSource hono/jsx */
import { ATTEMPTS_BEFORE_GIVING_UP } from "../../../shared/call/attempts.ts";
import type { Call } from "../../../shared/call/call.ts";
import { BLOCKERS } from "../call-form-extras.ts";
import { PROMISES, type CallField, type CallFormState } from "../call-fields.ts";
import { InputField, SelectField } from "./field.tsx";

type Part = { readonly form: CallFormState };

/** What was filled in or is wrong must not be folded away. */
const isUsed = ({ values, errors }: CallFormState, fields: readonly CallField[]): boolean =>
  fields.some((field) => values[field] || errors[field]);

const PromiseFields = ({ form, number }: Part & { number: (typeof PROMISES)[number] }) => (
  <div class="promise">
    <InputField
      name={`promise${number}`}
      label={number === 1 ? "I promised to" : `Promise ${number}`}
      placeholder={number === 1 ? "send the price list" : undefined}
      value={form.values[`promise${number}`]}
      error={form.errors[`promise${number}`]}
    />
    <InputField
      name={`promiseDue${number}`}
      label="By"
      type="date"
      value={form.values[`promiseDue${number}`]}
      error={form.errors[`promiseDue${number}`]}
    />
  </div>
);

export const Promises = ({ form }: Part) => (
  <div class="only spoke">
    <PromiseFields form={form} number={1} />
    <details open={isUsed(form, ["promise2", "promiseDue2", "promise3", "promiseDue3"])}>
      <summary>More promises</summary>
      <div class="form">
        <PromiseFields form={form} number={2} />
        <PromiseFields form={form} number={3} />
      </div>
    </details>
  </div>
);

const BLOCKER_WORDS: { readonly [kind in (typeof BLOCKERS.options)[number]]: string } = {
  "budget holder": "Somebody else holds the budget",
  approval: "It has to be approved",
  funding: "There is no money yet",
  "other project first": "Another project comes first",
};

export const BlockerFields = ({ form }: Part) => (
  <details open={isUsed(form, ["blocker", "blockerReview"])}>
    <summary>Something stands in the way</summary>
    <div class="pair">
      <SelectField
        name="blocker"
        label="What"
        choices={[
          { value: "", text: "Nothing" },
          ...BLOCKERS.options.map((kind) => ({ value: kind, text: BLOCKER_WORDS[kind] })),
        ]}
        value={form.values.blocker}
        error={form.errors.blocker}
      />
      <InputField
        name="blockerReview"
        label="Look at it again on"
        type="date"
        value={form.values.blockerReview}
        error={form.errors.blockerReview}
      />
    </div>
  </details>
);

export const Recording = ({ form }: Part) => (
  <details open={isUsed(form, ["recording"])}>
    <summary>Link to a recording</summary>
    <InputField
      name="recording"
      label="Address"
      type="url"
      placeholder="https://"
      value={form.values.recording}
      error={form.errors.recording}
    />
  </details>
);

/** Only where it can be done, or was tried. */
export const GiveUp = ({ call, form }: Part & { call: Call }) =>
  call.attempts.length + 1 < ATTEMPTS_BEFORE_GIVING_UP && !form.errors.giveUpReason ? null : (
    <details open={isUsed(form, ["giveUpReason"])}>
      <summary>Stop trying</summary>
      <InputField
        name="giveUpReason"
        label="Because"
        hint="Then tap No answer or Left a voicemail. The prospect stays in the long rhythm."
        value={form.values.giveUpReason}
        error={form.errors.giveUpReason}
      />
    </details>
  );
