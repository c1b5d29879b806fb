/** @jsxImportSource hono/jsx */
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import type { Counted } from "../../../shared/segment/count.ts";
import type { SegmentWords } from "../../../shared/segment/store.ts";
import { InputField, Refused, SelectField } from "../parts/field.tsx";
import type { Choice } from "../parts/field.tsx";
import { SampleList } from "../parts/segment-sample.tsx";
import { Ticks, Written } from "../parts/segment-rules.tsx";
import type { SegmentFormState } from "../segment-form.ts";

export type SegmentPageProps = {
  /** undefined: a new one. */
  readonly id: string | undefined;
  readonly title: string;
  readonly form: SegmentFormState;
  readonly cadences: readonly Choice[];
  readonly reps: readonly Choice[];
  readonly topics: readonly string[];
  readonly words: SegmentWords | undefined;
  readonly counted: { readonly of: Counted; readonly sample: readonly Prospect[] } | undefined;
  /** Somebody asked for a count of what cannot be read. */
  readonly uncounted: boolean;
};

const amount = (count: number): string => count.toLocaleString("en");

const Count = ({ of, sample }: NonNullable<SegmentPageProps["counted"]>) => (
  <>
    <p>
      <span class="figure">
        {of.all ? "" : "At least "}
        {amount(of.members)}
      </span>{" "}
      {of.members === 1 ? "prospect" : "prospects"}, of whom {amount(of.mailable)} may be mailed.
    </p>
    <p class="quiet-text section-top">
      {of.all
        ? `All ${amount(of.looked)} were looked at just now. Nothing is saved yet.`
        : `The first ${amount(of.looked)} were looked at just now; everybody is counted once it is saved. Nothing is saved yet.`}
    </p>
    {sample.length > 0 && <SampleList sample={sample} />}
  </>
);

const NotCounted = ({ uncounted, form }: Pick<SegmentPageProps, "uncounted" | "form">) => (
  <p class="quiet-text">
    {uncounted
      ? ["These rules cannot be counted yet.", ...Object.values(form.errors)].join(" ")
      : "How many they fit, and some of them by name, stands here after “Count”."}
  </p>
);

/** The script puts a newer count in the place of what is in here, and counts by itself when a field changes. */
const CountPlace = ({ counted, uncounted, form }: Pick<SegmentPageProps, "counted" | "uncounted" | "form">) => (
  <section class="card" id="counted" aria-label="With these rules">
    <h2>With these rules</h2>
    <div data-counted aria-live="polite">
      {counted ? <Count {...counted} /> : <NotCounted uncounted={uncounted} form={form} />}
    </div>
  </section>
);

const Rules = ({ form, reps, topics, words }: SegmentPageProps) => (
  <div class="segment-set">
    <p class="quiet-text">
      All of what is filled in must hold; what is left empty does not matter. In lists, commas divide, and a single
      hyphen (-) means: nothing known.
    </p>
    <Ticks of="sector" form={form} />
    <Written of="tags" form={form} known={words?.tags.map(({ word }) => word)} />
    <Written of="stage" form={form} known={words?.stages.map(({ word }) => word)} />
    <Ticks of="engagement" form={form} />
    <Written of="topics" form={form} known={topics} />
    <Written of="country" form={form} known={words?.countries.map(({ word }) => word)} />
    <Ticks of="rep" form={form} reps={reps} />
    <Ticks of="standing" form={form} />
  </div>
);

const Remove = ({ id }: { id: string }) => (
  <form class="card form" method="post" action={`/segments/${id}/remove`}>
    <h2>Remove</h2>
    <p>Nobody is removed with it. Who has a cadence by it gets another one, or the default one.</p>
    <div class="buttons">
      <button type="submit">Remove segment</button>
    </div>
  </form>
);

export const SegmentPage = (props: SegmentPageProps) => {
  const { id, title, form, cadences } = props;
  return (
    <>
      <a class="crumb" href="/segments">
        Segments
      </a>
      <div class="head">
        <h1 dir="auto">{title}</h1>
      </div>
      <div class="split">
        <form
          class="card form"
          method="post"
          action={id ? `/segments/${id}` : "/segments"}
          data-count="/segments/count"
          novalidate
        >
          <Refused errors={form.errors} problem={form.errors[""] ?? form.errors["rules"]} />
          {id && <input type="hidden" name="id" value={id} />}
          <InputField name="name" label="Name" value={form.values["name"]} error={form.errors["name"]} required />
          <SelectField
            name="cadence"
            label="Cadence"
            hint="The first segment from above that names one gives it."
            value={form.values["cadence"]}
            error={form.errors["cadence"]}
            choices={[{ value: "", text: "None: only to look at them" }, ...cadences]}
          />
          <Rules {...props} />
          <div class="buttons">
            <button class="primary" type="submit">
              Save segment
            </button>
            <button type="submit" formaction="/segments/count#counted">
              Count
            </button>
          </div>
        </form>
        <div class="stack">
          <CountPlace {...props} />
          {id && <Remove id={id} />}
        </div>
      </div>
    </>
  );
};
