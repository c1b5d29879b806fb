/** @jsxImportSource hono/jsx */
import { Sector } from "../../../shared/sector.ts";
import type { SignUpForm } from "../../../shared/sign-up/sign-up.ts";
import type { Reader } from "../chrome.ts";
import { Chip } from "../parts/chip.tsx";
import { Empty } from "../parts/empty.tsx";
import { InputField, Refused, SelectField, TextField } from "../parts/field.tsx";
import { sectorName } from "../sector-name.ts";
import type { SignUpFormState } from "../sign-up-form.ts";

type Around = { readonly url: string; readonly reader: Reader };

const repName = ({ reps }: Reader, repId: string): string => reps.find(({ id }) => id === repId)?.name ?? "nobody";

const Row = ({ form, reader }: { form: SignUpForm; reader: Reader }) => (
  <li>
    <h2>
      <a class="title" href={`/forms/${form.id}`}>
        {form.name}
      </a>
    </h2>
    <p class="meta">
      <Chip tone={form.open ? "tint" : "plain"}>{form.open ? "Open" : "Closed"}</Chip>
      <span>
        {form.confirmed} confirmed of {form.asked} asked
      </span>
      <span>in the name of {repName(reader, form.repId)}</span>
    </p>
  </li>
);

export const FormsPage = ({ forms, reader }: Around & { readonly forms: readonly SignUpForm[] }) => (
  <>
    <div class="head">
      <div>
        <h1>Sign-up forms</h1>
        <p>
          People ask for your emails, and confirm by a link they are mailed. Before that nothing else is sent, and who
          confirms has said so in your own words.
        </p>
      </div>
      <a class="button primary" href="/forms/new">
        New form
      </a>
    </div>
    {forms.length === 0 ? (
      <Empty title="No form yet">
        <a href="/forms/new">Make one</a>, and link to it from your website.
      </Empty>
    ) : (
      <ul class="rows">
        {forms.map((form) => (
          <Row form={form} reader={reader} />
        ))}
      </ul>
    )}
  </>
);

/** The least that another website needs: the same fields, sent here. */
const snippetOf = (address: string, consent: string): string =>
  `<form action="${address}" method="post">
  <label>Email <input name="email" type="email" required></label>
  <label><input name="agree" type="checkbox" value="yes" required> ${consent.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</label>
  <button>Send me a link to confirm</button>
</form>`;

const Where = ({ form, url }: { form: SignUpForm; url: string }) => {
  const address = `${url}/join/${form.id}`;
  return (
    <section class="card">
      <h2>Where it is</h2>
      <p>
        <a href={address} target="_blank" rel="noreferrer">
          {address}
        </a>
      </p>
      <p class="quiet-text">
        {form.confirmed} confirmed of {form.asked} asked. Link to it, or put this into a page of yours:
      </p>
      <pre class="card copy">{snippetOf(address, form.consent)}</pre>
    </section>
  );
};

type FormPageProps = Around & { readonly state: SignUpFormState; readonly form?: SignUpForm };

export const FormPage = ({ state: { values, errors }, form, url, reader }: FormPageProps) => (
  <>
    <a class="crumb" href="/forms">
      Sign-up forms
    </a>
    <div class="head">
      <h1>{form?.name ?? "New sign-up form"}</h1>
    </div>
    <div class="split">
      <form class="card form" method="post" action={form ? `/forms/${form.id}` : "/forms/new"} novalidate>
        <Refused errors={errors} />
        {form && <input type="hidden" name="updatedAt" value={String(form.updatedAt)} />}
        <Words values={values} errors={errors} />
        <Belonging values={values} errors={errors} reader={reader} />
        <div class="buttons">
          <button class="primary" type="submit">
            Save form
          </button>
        </div>
      </form>
      <div class="stack">{form && <Where form={form} url={url} />}</div>
    </div>
  </>
);

const Words = ({ values, errors }: SignUpFormState) => (
  <>
    <InputField
      name="name"
      label="Name, for yourselves"
      hint="It is kept as the source of everybody's consent."
      placeholder="Website footer"
      value={values.name}
      error={errors.name}
      required
    />
    <InputField name="heading" label="Heading" value={values.heading} error={errors.heading} required />
    <TextField name="text" label="What they will get" rows={3} value={values.text} error={errors.text} />
    <TextField
      name="consent"
      label="What they agree to"
      hint="Beside the box they tick. It is kept word for word with each consent."
      rows={3}
      value={values.consent}
      error={errors.consent}
      required
    />
  </>
);

const Belonging = ({ values, errors, reader }: SignUpFormState & { reader: Reader }) => (
  <>
    <SelectField
      name="repId"
      label="In whose name they are written to"
      value={values.repId}
      error={errors.repId}
      choices={[{ value: "", text: "Choose" }, ...reader.reps.map(({ id, name }) => ({ value: id, text: name }))]}
    />
    <SelectField
      name="sector"
      label="Sector (optional)"
      hint="For a form on a page of one sector: they get its case studies."
      value={values.sector}
      error={errors.sector}
      choices={[
        { value: "", text: "Not known" },
        ...Sector.options.map((value) => ({ value, text: sectorName(value) })),
      ]}
    />
    <InputField
      name="tags"
      label="Tags (optional)"
      hint="Whoever confirms gets them; segments can ask for them."
      placeholder="website, webinar-june"
      value={values.tags}
      error={errors.tags}
    />
    <SelectField
      name="open"
      label="State"
      value={values.open}
      error={errors.open}
      choices={[
        { value: "yes", text: "Open: takes sign-ups" },
        { value: "no", text: "Closed: says so, and takes none" },
      ]}
    />
  </>
);
