/** @jsxImportSource hono/jsx */
import type { Company } from "../../../shared/config.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import type { ConsentFormState } from "../consent-form.ts";
import { consentSince, measuringRule, measuringWords, unmeasuredWords } from "../consent-words.ts";
import { InputField, Refused, SelectField } from "./field.tsx";

const ANSWERS = [
  { value: "", text: "Choose" },
  { value: "granted", text: "They agree to it" },
  { value: "denied", text: "They do not want it" },
  { value: "unknown", text: "They never said (was noted by mistake)" },
];

type ConsentProps = {
  readonly prospect: Prospect;
  readonly company: Company;
  readonly form: ConsentFormState;
  /** Dates are those of this zone. */
  readonly zone: string;
};

/** What is measured of a prospect, by which word of theirs, and a form for what they say of it. */
export const ConsentCard = ({ prospect, company, form, zone }: ConsentProps) => (
  <form class="card form" method="post" action={`/prospects/${prospect.id}/consent#consent`} novalidate id="consent">
    <h2>Opens and clicks</h2>
    <div>
      <p>{measuringWords(prospect, company)}</p>
      <p class="quiet-text">
        {[consentSince(prospect, zone), measuringRule(prospect, company)].filter(Boolean).join(" ")}
      </p>
    </div>
    <Refused errors={form.errors} />
    <div class="pair">
      <SelectField
        name="tracking"
        label="What they said of being measured"
        choices={ANSWERS}
        value={form.values.tracking}
        error={form.errors.tracking}
      />
      <InputField
        name="how"
        label="How do you know?"
        placeholder="Said so on the phone"
        value={form.values.how}
        error={form.errors.how}
      />
    </div>
    <div class="buttons">
      <button type="submit">Note it</button>
    </div>
  </form>
);

/** One line where opens and clicks would otherwise be looked for in vain. */
export const Unmeasured = ({ prospect, company }: Pick<ConsentProps, "prospect" | "company">) => {
  const words = unmeasuredWords(prospect, company);
  return words ? <p class="quiet-text">{words}</p> : null;
};
