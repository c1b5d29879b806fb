/** @jsxImportSource hono/jsx */
import type { Company } from "../../shared/config.ts";
import type { SignUp, SignUpForm } from "../../shared/sign-up/sign-up.ts";
import { Page } from "../track/pages/page.tsx";
import { Short } from "../track/pages/short.tsx";
import { LONGEST } from "./read-form.ts";
import type { Entered, Wrong } from "./read-form.ts";

type FieldProps = {
  readonly name: keyof typeof LONGEST;
  readonly label: string;
  readonly autocomplete: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly value?: string | undefined;
  readonly wrong?: string | undefined;
};

const Field = ({ name, label, wrong, ...input }: FieldProps) => (
  <div class="field">
    <label>
      {label}
      <input
        name={name}
        maxlength={LONGEST[name]}
        aria-invalid={wrong && "true"}
        aria-describedby={wrong && `${name}-wrong`}
        {...input}
      />
    </label>
    {wrong && (
      <span class="hint" id={`${name}-wrong`} role="alert">
        {wrong}
      </span>
    )}
  </div>
);

type AgreementProps = {
  readonly consent: string;
  readonly wrong: string | undefined;
  readonly entered: Entered | undefined;
};

const MEASURING = "You may see what I open and click, so that what you send fits.";

/** Both unticked at first: what is ticked already is no agreement. */
const Agreement = ({ consent, wrong, entered }: AgreementProps) => (
  <section>
    <label class="choice">
      <input type="checkbox" name="agree" value="yes" required checked={entered?.agree === "yes"} />
      <span>{consent}</span>
      {wrong && (
        <span class="hint" role="alert">
          {wrong}
        </span>
      )}
    </label>
    <label class="choice">
      <input type="checkbox" name="measure" value="yes" checked={entered?.measure === "yes"} />
      <span>You may see what I open and click, so that what you send fits.</span>
      <span class="hint">Not needed, and you can change it in every email.</span>
    </label>
  </section>
);

type AskProps = {
  readonly company: Company;
  readonly form: SignUpForm;
  readonly wrong?: Wrong;
  readonly entered?: Entered;
};

export const AskPage = ({ company, form, wrong = {}, entered }: AskProps) => (
  <Page company={company} title={form.heading}>
    {form.text.split(/\n\s*\n/).map((paragraph) => paragraph && <p>{paragraph}</p>)}
    <form method="post">
      <Field
        name="email"
        label="Your email address"
        type="email"
        autocomplete="email"
        required
        value={entered?.email}
        wrong={wrong.email}
      />
      <Field name="firstName" label="First name (optional)" autocomplete="given-name" value={entered?.firstName} />
      <Field name="lastName" label="Last name (optional)" autocomplete="family-name" value={entered?.lastName} />
      <Field name="company" label="Company (optional)" autocomplete="organization" value={entered?.company} />
      <Field
        name="country"
        label="Country (optional)"
        autocomplete="country-name"
        value={entered?.country}
        wrong={wrong.country}
      />
      <div class="trap" aria-hidden="true">
        <label>
          Leave this empty
          <input name="website" tabindex={-1} autocomplete="off" />
        </label>
      </div>
      <Agreement consent={form.consent} wrong={wrong.agree} entered={entered} />
      <p class="actions">
        <button type="submit">Send me a link to confirm</button>
      </p>
    </form>
  </Page>
);

type Of = { readonly company: Company };

export const LookInMailbox = ({ company }: Of) => (
  <Short company={company} title="Please look in your mailbox">
    <p>
      If the address can get our emails, one is on its way with a link. Nothing else comes before you have pressed the
      button it leads to, within four days.
    </p>
  </Short>
);

/** All that the button stands for: anybody may have filled in the form, and only who has the mailbox can agree. */
export const ConfirmPage = ({ company, signUp }: Of & { readonly signUp: SignUp }) => {
  const entered = [signUp.firstName, signUp.lastName, signUp.company, signUp.country].filter(Boolean).join(", ");
  return (
    <Page company={company} title="One last click">
      <p>
        {entered ? `You entered your address (and: ${entered}), and agreed:` : "You entered your address and agreed:"}
      </p>
      <p class="said">{signUp.consent}</p>
      {signUp.tracking && <p class="said">{MEASURING}</p>}
      <form method="post">
        <p class="actions">
          <button type="submit">Yes, I want these emails</button>
        </p>
      </form>
      <p class="hint">If it was not you, or not what you said, close this page: nothing follows.</p>
    </Page>
  );
};

export const Welcome = ({ company }: Of) => (
  <Short company={company} title="Thank you, it is settled">
    <p>The first email comes on a Wednesday or Thursday afternoon. Each has a link to leave, and one to choose.</p>
  </Short>
);

export const Closed = ({ company }: Of) => (
  <Short company={company} title="This form is closed">
    <p>Nobody can be added by it any more. Who gets our emails already goes on getting them.</p>
  </Short>
);
