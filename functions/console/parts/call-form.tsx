/** @jsxImportSource hono/jsx */
import { Disposition, type Call } from "../../../shared/call/call.ts";
import { placeOf } from "../../../shared/time.ts";
import { hourChoices } from "../call-form-choices.ts";
import type { CallFormState } from "../call-fields.ts";
import { needsStep, triesAgain } from "../call-form.ts";
import type { Reader } from "../chrome.ts";
import { BlockerFields, GiveUp, Promises, Recording } from "./call-form-extras.tsx";
import { NextStepFields } from "./call-form-step.tsx";
import { FieldError, InputField, Refused, SelectField, TextField } from "./field.tsx";

const WORDS: { readonly [disposition in Disposition]: string } = {
  "no answer": "No answer",
  voicemail: "Left a voicemail",
  connected: "We spoke",
  "meeting booked": "Meeting booked",
  "not now": "Not now",
  "not interested": "Not interested",
  "wrong number": "Wrong number",
  shared: "Passed something on",
};

/** Which parts of the form an answer brings up; see the style sheet. */
const showsOf = (disposition: Disposition): string | undefined => {
  if (needsStep(disposition)) return "step spoke";
  return disposition === "not now" ? "later spoke" : undefined;
};

type Part = { readonly call: Call; readonly form: CallFormState };

type CallFormProps = Part & {
  readonly reader: Reader;
  /** The prospect's, whose public holidays are no days to call. */
  readonly country: string | undefined;
};

/** Nothing to fill in, so nothing to save: pressing one is the whole form. */
const OneTap = () => (
  <div class="field">
    <div class="taps">
      {Disposition.options.filter(triesAgain).map((disposition) => (
        <button type="submit" name="tap" value={disposition}>
          {WORDS[disposition]}
        </button>
      ))}
    </div>
    <p class="hint">One tap logs it, and the next attempt is planned for you.</p>
  </div>
);

const Dispositions = ({ call, form }: Part) => (
  <fieldset
    class={form.errors.disposition ? "field bad" : "field"}
    aria-describedby={form.errors.disposition && "disposition-error"}
  >
    <legend>You got through?</legend>
    <div class="options">
      {Disposition.options
        .filter((one) => !triesAgain(one) && (one !== "shared" || call.lane === "share"))
        .map((disposition) => (
          <label class="option">
            <input
              type="radio"
              name="disposition"
              value={disposition}
              checked={form.values.disposition === disposition}
              data-shows={showsOf(disposition)}
            />
            {WORDS[disposition]}
          </label>
        ))}
    </div>
    {form.errors.disposition && <FieldError name="disposition" error={form.errors.disposition} />}
  </fieldset>
);

const Later = ({ form }: Pick<Part, "form">) => (
  <div class="only later">
    <InputField
      name="notNowUntil"
      label="Call again from"
      hint="Emails go on in the long rhythm until then."
      type="date"
      value={form.values.notNowUntil}
      error={form.errors.notNowUntil}
    />
  </div>
);

const CalledBy = ({ form, reader }: Pick<Part, "form"> & { reader: Reader }) =>
  reader.rep ? (
    <input type="hidden" name="repId" value={reader.rep.id} />
  ) : (
    <SelectField
      name="repId"
      label="Called by"
      choices={[{ value: "", text: "Choose a rep" }, ...reader.seen.map((rep) => ({ value: rep.id, text: rep.name }))]}
      value={form.values.repId}
      error={form.errors.repId}
    />
  );

export const CallForm = ({ call, form, reader, country }: CallFormProps) => (
  <form
    class="card form after-call"
    method="post"
    action={`/prospects/${call.prospectId}/calls/${call.number}#after`}
    novalidate
  >
    <h2>After the call</h2>
    <Refused errors={form.errors} problem={form.problem} />
    {/* Enter in a field presses a form's first button: it must not be one that logs a call nobody meant. */}
    <button class="enter" type="submit" tabindex={-1} aria-hidden="true" />
    <input type="hidden" name="version" value={form.values.version} />
    <CalledBy form={form} reader={reader} />
    <OneTap />
    <Dispositions call={call} form={form} />
    <NextStepFields
      form={form}
      hours={hourChoices({ timeZone: call.timeZone, country }, reader, form.values.stepAt)}
      place={placeOf(call.timeZone)}
    />
    <Later form={form} />
    <TextField
      name="notes"
      label="Notes"
      hint="What you talked about. They open the next call's brief."
      value={form.values.notes}
      error={form.errors.notes}
    />
    <Promises form={form} />
    <BlockerFields form={form} />
    <Recording form={form} />
    <GiveUp call={call} form={form} />
    <button class="primary save" type="submit">
      Save and plan what comes next
    </button>
  </form>
);
