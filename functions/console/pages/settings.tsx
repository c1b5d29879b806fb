/** @jsxImportSource hono/jsx */
import type { Rep } from "../../../shared/rep/rep.ts";
import { zoneRules, placeOf } from "../../../shared/time.ts";
import type { CompanyFormState } from "../company-form.ts";
import type { Reader } from "../chrome.ts";
import { InputField, Refused, SelectField, TextField } from "../parts/field.tsx";
import type { Choice } from "../parts/field.tsx";
import { BRAND_INPUTS } from "../brand-form.ts";
import { UTM_INPUTS } from "../utm-form.ts";
import { timeIn } from "../when.ts";

type CompanyField = {
  readonly name: keyof CompanyFormState["values"];
  /** What the fields from here on are about. */
  readonly section?: string;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly long?: boolean;
  readonly choices?: readonly Choice[];
};

const FIELDS: readonly CompanyField[] = [
  { name: "name", label: "Name", placeholder: "Northgate", required: true },
  {
    name: "whatWeDo",
    label: "What you do",
    hint: "One or two sentences; they stand in every email.",
    placeholder: "Northgate plans rounds for field teams.",
    long: true,
  },
  { name: "website", label: "Website (optional)", placeholder: "https://northgate.example", type: "url" },
  {
    name: "senderAddress",
    label: "Sender address",
    hint: "All emails come from here, under the rep's name.",
    placeholder: "hello@northgate.example",
    type: "email",
    required: true,
  },
  {
    name: "postalAddress",
    label: "Postal address",
    hint: "In every footer, as the law of most countries asks.",
    placeholder: "Northgate, 1 Quay Road, Lisbon",
    required: true,
    long: true,
  },
  {
    name: "timeZone",
    label: "Time zone",
    hint: "For prospects of whom nothing tells it. A name like Europe/Lisbon.",
    placeholder: "Europe/Lisbon",
    required: true,
  },
  {
    name: "pricingPage",
    label: "Pricing page (optional)",
    hint: "Emails then link to it, and who follows that link is called at once.",
    placeholder: "https://northgate.example/pricing",
    type: "url",
  },
  {
    name: "falseTasksPerFortnight",
    label: "At most so many call tasks for nothing, per rep and fortnight",
    hint: "How sure a rise in interest must be follows from it: a smaller number means fewer calls, and surer ones. Empty = 1.",
    placeholder: "1",
  },
  {
    name: "untrackedCountries",
    label: "Not measured without consent",
    hint: "Two-letter country codes. Opens and clicks of prospects there who never said are not measured; elsewhere they are, until they say no. Empty = measured everywhere.",
    placeholder: "FR, DE, AT, IT, ES, NL",
  },
  {
    name: "eraseOnWithdrawal",
    label: "When someone does not want to be measured any more",
    hint: "Counts from the next withdrawal on. Nothing new is recorded in either case, also of emails they already have.",
    choices: [
      { value: "erase", text: "Erase what was measured so far" },
      { value: "keep", text: "Keep what was measured so far" },
    ],
  },
  {
    name: "warmUpStartsOn",
    label: "Warm-up: first day (optional)",
    hint: "For a sender address that mail providers do not know yet.",
    type: "date",
  },
  {
    name: "warmUpEmailsPerDay",
    label: "Warm-up: most emails a day",
    hint: "One number for each week from the first day on, rising; after the last week there is no such limit.",
    placeholder: "50, 150, 400",
  },
  ...BRAND_INPUTS,
  ...UTM_INPUTS,
];

type FieldState = { readonly value: string | undefined; readonly error: string | undefined };

const Field = ({ long, choices, ...field }: Omit<CompanyField, "section"> & FieldState) => {
  if (choices) return <SelectField {...field} choices={choices} />;
  return long ? <TextField {...field} rows={3} /> : <InputField {...field} />;
};

const CompanyForm = ({ values, errors }: CompanyFormState) => (
  <form class="card form" method="post" action="/settings" novalidate>
    <h2>Company</h2>
    <Refused errors={errors} />
    {FIELDS.map(({ section, ...field }) => (
      <>
        {section && <h2>{section}</h2>}
        <Field {...field} value={values[field.name]} error={errors[field.name]} />
      </>
    ))}
    <div class="buttons">
      <button class="primary" type="submit">
        Save company
      </button>
    </div>
  </form>
);

const Reps = ({ reps, now, local }: { reps: readonly Rep[]; now: number; local: boolean }) => (
  <section class="card">
    <h2>Reps</h2>
    {reps.length === 0 ? (
      <p class="quiet-text">None yet. {local ? <a href="/import">Import a CSV file of reps.</a> : ""}</p>
    ) : (
      <ul class="evidence">
        {reps.map((rep) => (
          <li>
            <strong>{rep.name}</strong>
            <small>
              {[rep.title, rep.email, `${timeIn(rep.timeZone, now)} in ${placeOf(rep.timeZone)}`]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </li>
        ))}
      </ul>
    )}
  </section>
);

export type SettingsPageProps = { readonly form: CompanyFormState; readonly reader: Reader; readonly local: boolean };

export const SettingsPage = ({ form, reader, local }: SettingsPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Settings</h1>
        <p>What Midweek says of you, and who calls.</p>
      </div>
    </div>
    <div class="split">
      <CompanyForm {...form} />
      <div class="stack">
        <Reps reps={reader.reps} now={reader.now} local={local} />
        <section class="card">
          <h2>Outlets</h2>
          <p class="quiet-text">
            <a href="/outlets">Who hears of call tasks by email, in Slack and from program to program.</a>
          </p>
        </section>
        <section class="card">
          <h2>Time zone rules</h2>
          <p class="quiet-text">
            IANA {zoneRules.version}. The runtime's own, not used, are {zoneRules.runtimeVersion}.
          </p>
        </section>
      </div>
    </div>
  </>
);
