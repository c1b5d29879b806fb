/** @jsxImportSource hono/jsx */
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import type { Article } from "../../../shared/content/article.ts";
import type { ExperimentFormState } from "../experiment-form.ts";
import { InputField, Refused, SelectField } from "../parts/field.tsx";
import type { Choice } from "../parts/field.tsx";
import { KIND_NAMES } from "../article-words.ts";

export type NewExperimentProps = {
  readonly form: ExperimentFormState;
  readonly cadences: readonly Pick<Cadence, "id" | "name">[];
  /** What can be mailed, newest first. */
  readonly library: readonly Article[];
  /** Of the article that is chosen already, the subject its email has today. */
  readonly usual: string | undefined;
};

const choicesOf = (library: readonly Article[]): Choice[] => [
  { value: "", text: "Choose an article" },
  ...library.map(({ id, title, kind }) => ({ value: id, text: `${title} (${KIND_NAMES[kind].toLowerCase()})` })),
];

const Subjects = ({ form: { values, errors }, library, usual }: NewExperimentProps) => (
  <>
    <SelectField
      name="articleId"
      label="The article"
      hint="Whoever gets it in a slot of the cadence is in the experiment."
      value={values.articleId}
      error={errors.articleId}
      choices={choicesOf(library)}
    />
    <InputField
      name="subjectA"
      label="Subject A"
      hint={usual ? `Empty = the usual one: ${usual}` : "Empty = the usual one, made of the title."}
      value={values.subjectA}
      error={errors.subjectA}
    />
    <InputField
      name="subjectB"
      label="Subject B"
      hint="At most 70 characters, the same for everybody."
      value={values.subjectB}
      error={errors.subjectB}
      required
    />
  </>
);

const Articles = ({ form: { values, errors }, library }: NewExperimentProps) => (
  <>
    <SelectField
      name="articleA"
      label="Article A"
      value={values.articleA}
      error={errors.articleA}
      choices={choicesOf(library)}
    />
    <SelectField
      name="articleB"
      label="Article B"
      hint="Of the same kind, and of the same sector if they are case studies. Only who could be sent either one is in the experiment."
      value={values.articleB}
      error={errors.articleB}
      choices={choicesOf(library)}
    />
  </>
);

const When = ({ form: { values, errors }, cadences }: NewExperimentProps) => (
  <>
    <SelectField
      name="cadenceId"
      label="In the slots of"
      value={values.cadenceId}
      error={errors.cadenceId}
      choices={cadences.map(({ id, name }) => ({ value: id, text: name }))}
    />
    <div class="pair">
      <InputField
        name="startsOn"
        label="First day"
        type="date"
        value={values.startsOn}
        error={errors.startsOn}
        required
      />
      <InputField name="endsOn" label="Last day (optional)" type="date" value={values.endsOn} error={errors.endsOn} />
    </div>
  </>
);

const HEADS = {
  subject: ["Two subjects", "The same email under two subjects: which one is clicked more?"],
  article: ["Two articles", "Two articles in the same slots: which one is clicked more?"],
} as const;

const Head = ({ of }: { of: keyof typeof HEADS }) => (
  <>
    <a class="crumb" href="/experiments">
      Experiments
    </a>
    <div class="head">
      <div>
        <h1>{HEADS[of][0]}</h1>
        <p>{HEADS[of][1]}</p>
      </div>
    </div>
  </>
);

export const NewExperimentPage = (props: NewExperimentProps) => {
  const { values, errors } = props.form;
  return (
    <>
      <Head of={values.of} />
      <form class="card form" method="post" action="/experiments" novalidate>
        <Refused errors={errors} />
        <input type="hidden" name="of" value={values.of} />
        <InputField
          name="name"
          label="Name"
          hint="For you; prospects never see it."
          value={values.name}
          error={errors.name}
          placeholder="Question or statement"
          required
        />
        {values.of === "subject" ? <Subjects {...props} /> : <Articles {...props} />}
        <When {...props} />
        <div class="buttons">
          <button class="primary" type="submit">
            Start the experiment
          </button>
        </div>
      </form>
    </>
  );
};
