/** @jsxImportSource hono/jsx */
import type { Rep } from "../../../shared/rep/rep.ts";
import { zoneRules, placeOf } from "../../../shared/time.ts";
import type { CompanyFormState } from "../company-form.ts";
import type { Reader } from "../chrome.ts";
import { InputField, Refused, TextField } from "../parts/field.tsx";
import { timeIn } from "../when.ts";

type CompanyField = {
  readonly name: keyof CompanyFormState["values"];
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly long?: boolean;
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
    name: "untrackedCountries",
    label: "Not measured without consent",
    hint: "Two-letter country codes. Prospects there who never said are not measured.",
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
];

const CompanyForm = ({ values, errors }: CompanyFormState) => (
  <form class="card form" method="post" action="/settings" novalidate>
    <h2>Company</h2>
    <Refused errors={errors} />
    {FIELDS.map(({ long, ...field }) =>
      long ? (
        <TextField {...field} value={values[field.name]} error={errors[field.name]} rows={3} />
      ) : (
        <InputField {...field} value={values[field.name]} error={errors[field.name]} />
      ),
    )}
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
          <h2>Time zone rules</h2>
          <p class="quiet-text">
            IANA {zoneRules.version}. The runtime's own, not used, are {zoneRules.runtimeVersion}.
          </p>
        </section>
      </div>
    </div>
  </>
);
