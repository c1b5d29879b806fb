/** @jsxImportSource hono/jsx */
import type { Suggestions } from "../../../shared/content/suggest-tags.ts";
import { Sector } from "../../../shared/sector.ts";
import type { ArticleFormState } from "../article-form.ts";
import { KIND_NAMES } from "../article-words.ts";
import { sectorName } from "../sector-name.ts";
import { InputField, SelectField, TextField } from "./field.tsx";

type FieldsProps = { readonly form: ArticleFormState; readonly suggestions: Suggestions };
type Of = { readonly form: ArticleFormState };

const at = ({ values, errors }: ArticleFormState, name: string) => ({ name, value: values[name], error: errors[name] });

/** What might be said of it, for a person to tick. */
export const Suggested = ({ suggestions, ticked }: { suggestions: Suggestions; ticked: readonly string[] }) => {
  const all = [
    ...suggestions.sectors.map(({ value, why }) => ({
      of: "sector",
      value,
      text: `Sector: ${sectorName(value)}`,
      why,
    })),
    ...suggestions.topics.map(({ value, why }) => ({ of: "topic", value, text: value, why })),
  ];
  return all.length === 0 ? null : (
    <fieldset class="suggested">
      <legend>Suggested by its words</legend>
      <p class="hint">Only what you tick is kept. Of several sectors the first counts.</p>
      {all.map(({ of, value, text, why }) => (
        <label>
          <input
            type="checkbox"
            name="suggested"
            value={`${of}:${value}`}
            checked={ticked.includes(`${of}:${value}`)}
          />
          {text} <small>{why}</small>
        </label>
      ))}
    </fieldset>
  );
};

const About = ({ form }: Of) => (
  <>
    <InputField {...at(form, "title")} label="Title" required />
    <InputField
      {...at(form, "subject")}
      label="Subject of its email (optional)"
      hint="Without one it is made of the title."
    />
    <InputField {...at(form, "url")} label="Address where it is read" type="url" required />
    <TextField {...at(form, "summary")} label="Summary" hint="Two or three sentences; they stand in the email." />
    <TextField
      {...at(form, "talkingPoint")}
      label="Talking point"
      hint="One sentence a rep can say on the phone."
      rows={2}
    />
    <TextField
      {...at(form, "perspective")}
      label="Perspective (optional)"
      hint="Another way to look at the reader's problem that it teaches, in one sentence."
      rows={2}
    />
    <InputField {...at(form, "image")} label="Address of its picture (optional)" type="url" />
  </>
);

const Study = ({ form }: Of) => (
  <fieldset class="study">
    <legend>If it is a case study</legend>
    <InputField {...at(form, "client")} label="Client" />
    <TextField {...at(form, "problem")} label="Problem" rows={2} />
    <TextField {...at(form, "result")} label="Result" rows={2} />
    <div class="pair">
      <InputField {...at(form, "number")} label="The one big figure (optional)" placeholder="31 %" />
      <InputField {...at(form, "quote")} label="Quote (optional)" />
    </div>
  </fieldset>
);

const Filing = ({ form, suggestions }: FieldsProps) => (
  <>
    <div class="pair">
      <SelectField
        {...at(form, "kind")}
        label="Kind"
        choices={Object.entries(KIND_NAMES).map(([value, text]) => ({ value, text }))}
      />
      <SelectField
        {...at(form, "sector")}
        label="Sector"
        choices={[{ value: "", text: "None" }, ...Sector.options.map((value) => ({ value, text: sectorName(value) }))]}
      />
    </div>
    <InputField {...at(form, "topics")} label="Topics (optional)" hint="With commas between: shift handover, safety" />
    <Suggested suggestions={suggestions} ticked={form.ticked} />
    <div class="pair">
      <InputField {...at(form, "publishedOn")} label="Published on" type="date" required />
      <InputField {...at(form, "expiresOn")} label="Last day it is sent (optional)" type="date" />
      <InputField {...at(form, "author")} label="Author (optional)" />
    </div>
  </>
);

const UNSEEN = ["words", "keywords", "minutes", "source", "version"] as const;

/** Everything that is said of an article. */
export const ArticleFields = ({ form, suggestions }: FieldsProps) => (
  <>
    {UNSEEN.filter((name) => form.values[name]).map((name) => (
      <input type="hidden" name={name} value={form.values[name]} />
    ))}
    <About form={form} />
    <Filing form={form} suggestions={suggestions} />
    <Study form={form} />
  </>
);
