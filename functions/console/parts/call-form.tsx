/** @jsxImportSource hono/jsx */
import { placeOf } from "../../../shared/time.ts";
import { Disposition, type Call } from "../../../shared/call/call.ts";
import { needsStep, triesAgain, type CallFormState } from "../call-form.ts";
import type { Reader } from "../chrome.ts";

import { FieldError, InputField, Refused, SelectField, TextField } from "./field.tsx";

const WORDS: { readonly [disposition in Disposition]: string } = {
  "no answer": "No answer",
  voicemail: "Left a voicemail",
  connected: "We spoke",
  "meeting booked": "Meeting booked",
  "not now": "Not now",
  "not interested": "Not interested",
  "wrong number": "Wrong number",
};

const STEPS = [
  { value: "", text: "Choose the next step" },
  { value: "call", text: "Another call" },
  { value: "meeting", text: "A meeting" },
  { value: "demo", text: "A demo" },
  { value: "trial", text: "A trial" },
  { value: "send material", text: "I send something" },
  { value: "declined", text: "They declined any next step" },
];

/** Which part of the form an answer brings up; see the style sheet. */
const showsOf = (disposition: Disposition): string | undefined => {
  if (needsStep(disposition)) return "step";
  if (triesAgain(disposition)) return "practice";
  return disposition === "not now" ? "later" : undefined;
};

type Part = { readonly form: CallFormState };

const Dispositions = ({ form }: Part) => (
  <fieldset
    class={form.errors.disposition ? "field bad" : "field"}
    aria-describedby={form.errors.disposition && "disposition-error"}
  >
    <legend>What came of it?</legend>
    <div class="options">
      {Disposition.options.map((disposition) => (
        <label class="option">
          <input
            type="radio"
            name="disposition"
            value={disposition}
            checked={form.values.disposition === disposition}
            data-shows={showsOf(disposition)}
            required
          />
          {WORDS[disposition]}
        </label>
      ))}
    </div>
    {form.errors.disposition && <FieldError name="disposition" error={form.errors.disposition} />}
  </fieldset>
);

const NextStepFields = ({ form, place }: Part & { place: string }) => (
  <div class="only step">
    <SelectField
      name="stepKind"
      label="Next step"
      choices={STEPS}
      value={form.values.stepKind}
      error={form.errors.stepKind}
    />
    <div class="pair">
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

const Later = ({ form }: Part) => (
  <div class="only later">
    <InputField
      name="notNowUntil"
      label="Call again from"
      hint="No email and no call before this date."
      type="date"
      value={form.values.notNowUntil}
      error={form.errors.notNowUntil}
    />
  </div>
);

const Practice = ({ form }: Part) => (
  <div class="only practice">
    <p class="hint">
      The next attempt is planned for you: after a day, then three working days, then at most a week, up to twelve
      times.
    </p>
    <InputField
      name="giveUpReason"
      label="Stop trying, because (optional)"
      hint="From the fifth attempt on. The prospect stays in the long rhythm."
      value={form.values.giveUpReason}
      error={form.errors.giveUpReason}
    />
  </div>
);

export const CallForm = ({ call, form, reader }: { call: Call; form: CallFormState; reader: Reader }) => (
  <form class="card form" method="post" action={`/prospects/${call.prospectId}/calls/${call.number}#after`} novalidate>
    <h2>After the call</h2>
    <Refused errors={form.errors} problem={form.problem} />
    <input type="hidden" name="version" value={form.values.version} />
    {reader.rep ? (
      <input type="hidden" name="repId" value={reader.rep.id} />
    ) : (
      <SelectField
        name="repId"
        label="Called by"
        choices={[
          { value: "", text: "Choose a rep" },
          ...reader.reps.map((rep) => ({ value: rep.id, text: rep.name })),
        ]}
        value={form.values.repId}
        error={form.errors.repId}
      />
    )}
    <Dispositions form={form} />
    <NextStepFields form={form} place={placeOf(call.timeZone)} />
    <Later form={form} />
    <Practice form={form} />
    <TextField
      name="notes"
      label="Notes"
      hint="What you talked about and what you promised. They open the next call's brief."
      value={form.values.notes}
      error={form.errors.notes}
    />
    <button class="primary" type="submit">
      Save and plan what comes next
    </button>
  </form>
);
