/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { ProspectForm } from "../../../shared/prospect/edit-fields.ts";
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import { Sector } from "../../../shared/sector.ts";
import { InputField, Refused, SelectField } from "../parts/field.tsx";
import type { Choice } from "../parts/field.tsx";
import { sectorName } from "../sector-name.ts";
import type { ProspectFormState } from "../prospect-edit-form.ts";

export type ProspectEditProps = {
  readonly prospect: Prospect;
  readonly form: ProspectFormState;
  /** Whom it may be given to; none for who may not give it away. */
  readonly reps: readonly Choice[];
  /** Every zone name, to choose from. */
  readonly zones: readonly string[];
};

type TextName = { [name in keyof ProspectForm]: ProspectForm[name] extends string ? name : never }[keyof ProspectForm];
type TextProps = {
  readonly name: TextName;
  readonly label: string;
  readonly form: ProspectFormState;
  readonly hint?: string;
  readonly type?: string;
};

const Text = ({ name, label, form, hint, type = "text" }: TextProps) => (
  <InputField
    {...{ name, label, hint, type, value: form.values[name], error: form.errors[name], autocomplete: "off" }}
  />
);

type TickProps = { readonly name: string; readonly checked: boolean; readonly children?: Child };

const Tick = ({ name, checked, children }: TickProps) => (
  <label class="segment-tick" for={name}>
    <input type="checkbox" id={name} name={name} value="yes" checked={checked} />
    <span>{children}</span>
  </label>
);

const Who = ({ form }: { form: ProspectFormState }) => (
  <fieldset class="form">
    <legend>Who it is</legend>
    <div class="pair">
      <Text name="firstName" label="First name" form={form} />
      <Text name="lastName" label="Last name" form={form} />
    </div>
    <div class="pair">
      <Text name="company" label="Company" form={form} />
      <Text name="title" label="Title" form={form} />
    </div>
    <Text
      name="email"
      label="Email address"
      type="email"
      form={form}
      hint="An address on the do-not-mail list stays on it, whoever has it."
    />
    <Text name="phone" label="Phone" type="tel" form={form} hint="With its country, like +351 210 000 000." />
    {form.errors["phoneIsRight"] && (
      <div class="field bad">
        <p class="error">{form.errors["phoneIsRight"]}</p>
        <Tick name="phoneIsRight" checked={form.phoneIsRight}>
          The number is right now
        </Tick>
      </div>
    )}
  </fieldset>
);

const Where = ({ form, zones }: { form: ProspectFormState; zones: readonly string[] }) => (
  <fieldset class="form">
    <legend>Where they are</legend>
    <div class="pair">
      <Text name="city" label="City" form={form} />
      <Text name="country" label="Country" form={form} />
    </div>
    <SelectField
      name="timeZone"
      label="Time zone"
      hint="What you choose here is not replaced by a guess from the city or country."
      value={form.values.timeZone}
      error={form.errors["timeZone"]}
      choices={[...new Set([form.values.timeZone, ...zones])].map((value) => ({
        value,
        text: value.replaceAll("_", " "),
      }))}
    />
  </fieldset>
);

const Belongs = ({ form, reps }: { form: ProspectFormState; reps: readonly Choice[] }) => (
  <fieldset class="form">
    <legend>Where they belong</legend>
    <SelectField
      name="sector"
      label="Sector"
      value={form.values.sector}
      error={form.errors["sector"]}
      choices={[
        { value: "", text: "Not known" },
        ...Sector.options.map((value) => ({ value, text: sectorName(value) })),
      ]}
    />
    <div class="pair">
      <Text name="stage" label="Stage" form={form} hint="As your CRM names it." />
      <Text name="tags" label="Tags" form={form} hint="Commas divide." />
    </div>
    {reps.length > 0 && (
      <SelectField
        name="repId"
        label="Rep"
        hint="An open call task goes along."
        value={form.repId}
        error={form.errors["repId"]}
        choices={form.repId === undefined ? [{ value: "", text: "None yet" }, ...reps] : reps}
      />
    )}
  </fieldset>
);

const Wishes = ({ form, prospect }: { form: ProspectFormState; prospect: Prospect }) => (
  <fieldset class="form">
    <legend>What they asked for</legend>
    <Text name="topics" label="Topics" form={form} hint="Commas divide; empty means any topic." />
    <div>
      <Tick name="atMostWeekly" checked={form.values.atMostWeekly}>
        At most one email a week
      </Tick>
      <Tick name="doNotCall" checked={form.values.doNotCall}>
        Do not call
      </Tick>
    </div>
    <div class="edit-why">
      <InputField
        name="why"
        label={
          prospect.doNotCall
            ? "If they may be called again: who said so, and why"
            : "If not to be called: who said so, and why"
        }
        hint="Only when that changes; it stands on the timeline."
        value={form.why}
        error={form.errors["why"]}
      />
    </div>
  </fieldset>
);

export const ProspectEditPage = ({ prospect, form, reps, zones }: ProspectEditProps) => (
  <>
    <a class="crumb" href={`/prospects/${prospect.id}`}>
      {displayName(prospect)}
    </a>
    <div class="head">
      <div>
        <h1>Edit {displayName(prospect)}</h1>
        <p>What you change is noted on the timeline with your name. A later import fills in what its file has.</p>
      </div>
    </div>
    <form class="card form narrow-text edit-form" method="post" action={`/prospects/${prospect.id}/edit`} novalidate>
      <Refused errors={form.errors} problem={form.errors[""]} />
      <input type="hidden" name="mark" value={form.mark} />
      <Who form={form} />
      <Where form={form} zones={zones} />
      <Belongs form={form} reps={reps} />
      <Wishes form={form} prospect={prospect} />
      <div class="buttons">
        <button class="primary" type="submit">
          Save
        </button>
        <a class="button quiet" href={`/prospects/${prospect.id}`}>
          Leave as it was
        </a>
      </div>
    </form>
  </>
);
