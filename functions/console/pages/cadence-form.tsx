/** @jsxImportSource hono/jsx */
import { ArticleKind } from "../../../shared/content/article.ts";
import type { CadenceVersion } from "../../../shared/cadence/version.ts";
import type { LintFinding } from "../../../shared/lint/finding.ts";
import type { CadenceFormState } from "../cadence-form.ts";
import { templatesFor } from "../cadence-form.ts";
import { CadenceRules } from "../parts/cadence-rules.tsx";
import { SlotRows } from "../parts/cadence-slots.tsx";
import { ChangedSince } from "../parts/changed-since.tsx";
import { InputField, Refused, SelectField } from "../parts/field.tsx";
import { Findings } from "../parts/findings.tsx";
import { Remarks } from "../parts/remarks.tsx";
import { KIND_NAMES } from "../article-words.ts";

export type CadenceFormPageProps = {
  /** The cadence it changes, as it is saved; undefined for a new one. */
  readonly saved: { readonly id: string; readonly name: string; readonly version: number } | undefined;
  readonly form: CadenceFormState;
  readonly zone: string;
  /** Where its fields come from, if not from what is saved: a sentence. */
  readonly from?: string | undefined;
  readonly problem?: string | undefined;
  /** What others saved while this was filled in. */
  readonly since?: readonly CadenceVersion[];
  readonly remarks?: readonly string[];
  readonly findings?: readonly LintFinding[];
  /** Of a copy: what the history will say. */
  readonly copyOf?: string | undefined;
};

const Templates = ({ form, findings = [] }: Pick<CadenceFormPageProps, "form" | "findings">) => (
  <fieldset>
    <legend>Templates</legend>
    <p class="hint">
      What each kind of article goes out in. <a href="/templates">See them all.</a>
    </p>
    <div class="stack section-top">
      {ArticleKind.options.map((kind) => (
        <SelectField
          name={`templates.${kind}`}
          label={KIND_NAMES[kind]}
          value={form.values[`templates.${kind}`]}
          error={form.errors[`templates.${kind}`]}
          choices={templatesFor(kind)}
        />
      ))}
      {findings.length > 0 && <Findings findings={findings} />}
    </div>
  </fieldset>
);

const Buttons = ({ saved }: Pick<CadenceFormPageProps, "saved">) =>
  saved ? (
    <>
      <p class="hint">
        To see the difference, both are played through for 13 weeks on a copy; nothing is sent or saved by it.
      </p>
      <div class="buttons">
        <button class="primary" type="submit" formaction={`/cadence/${saved.id}/difference`}>
          See the difference
        </button>
        <button type="submit">Save without looking</button>
        <a class="button quiet" href="/cadence">
          Leave it as it is
        </a>
      </div>
    </>
  ) : (
    <div class="buttons">
      <button class="primary" type="submit">
        Add cadence
      </button>
      <a class="button quiet" href="/cadence">
        Add none
      </a>
    </div>
  );

const Meanwhile = ({ since = [], zone }: Pick<CadenceFormPageProps, "since" | "zone">) =>
  since.length === 0 ? null : (
    <div class="flash bad" role="alert">
      <p>
        <strong>This cadence was changed while you were at it.</strong> Nothing of yours was saved yet, and all of it is
        still below. Saved now, it takes the place of:
      </p>
      <ChangedSince since={since} zone={zone} />
      <p>
        The history keeps both. <a href="/cadence">Look at what is saved now.</a>
      </p>
    </div>
  );

export const CadenceFormPage = (props: CadenceFormPageProps) => {
  const { saved, form, from, problem, remarks = [], copyOf } = props;
  return (
    <>
      <a class="crumb" href="/cadence">
        Cadence
      </a>
      <div class="head">
        <div>
          <h1>{saved ? `Edit ${saved.name}` : "New cadence"}</h1>
          <p>
            {from ?? (saved ? "A change counts from the next slot on." : "Nobody is in it before a segment names it.")}
          </p>
        </div>
      </div>
      <Meanwhile {...props} />
      <Remarks remarks={remarks} />
      <form
        class="card form cadence-form"
        method="post"
        action={saved ? `/cadence/${saved.id}/edit` : "/cadence/new"}
        novalidate
      >
        <Refused errors={form.errors} problem={problem} />
        {saved && <input type="hidden" name="version" value={String(saved.version)} />}
        {copyOf !== undefined && <input type="hidden" name="copyOf" value={copyOf} />}
        <InputField name="name" label="Name" value={form.values["name"]} error={form.errors["name"]} required />
        <SlotRows form={form} />
        <CadenceRules form={form} />
        <Templates {...props} />
        <Buttons saved={saved} />
      </form>
    </>
  );
};
