/** @jsxImportSource hono/jsx */
import { Sector } from "../../../shared/sector.ts";
import { EngagementWord, NOTHING } from "../../../shared/segment/segment.ts";
import type { SegmentFormState, TICKED, WRITTEN } from "../segment-form.ts";
import { DOINGS, STANDINGS } from "../segment-words.ts";
import { sectorName } from "../sector-name.ts";
import { FieldError, InputField } from "./field.tsx";
import type { Choice } from "./field.tsx";

type Ticked = (typeof TICKED)[number];

const TITLES: { readonly [of in Ticked | (typeof WRITTEN)[number]]: string } = {
  sector: "Sector",
  rep: "Rep",
  engagement: "What they do",
  standing: "Standing",
  tags: "Tags",
  stage: "Stage",
  country: "Country",
  topics: "Topics they clicked",
};

const choicesOf = (of: Ticked, reps: readonly Choice[]): readonly Choice[] => {
  if (of === "sector")
    return [
      ...Sector.options.map((value) => ({ value, text: sectorName(value) })),
      { value: NOTHING, text: "Not known" },
    ];
  if (of === "rep") return [...reps, { value: NOTHING, text: "No rep" }];
  if (of === "engagement") return EngagementWord.options.map((value) => ({ value, text: DOINGS[value] }));
  return Object.entries(STANDINGS).map(([value, text]) => ({ value, text }));
};

const sum = (form: SegmentFormState, of: Ticked): string => {
  const count = form.ticked[of]?.length ?? 0;
  if (count === 0) return "does not matter";
  return `${form.values[`${of}-is`] === "none" ? "none of" : "any of"} ${count}`;
};

const AnyOrNone = ({ of, form }: { of: Ticked; form: SegmentFormState }) => (
  <div class="segment-is">
    {(["any", "none"] as const).map((is) => (
      <label class="segment-tick">
        <input type="radio" name={`${of}-is`} value={is} checked={(form.values[`${of}-is`] || "any") === is} />
        {is === "any" ? "Any of these" : "None of these"}
      </label>
    ))}
  </div>
);

/** Folded away as long as nothing is chosen and nothing is wrong. */
export const Ticks = ({ of, form, reps = [] }: { of: Ticked; form: SegmentFormState; reps?: readonly Choice[] }) => {
  const chosen = new Set(form.ticked[of]);
  const error = form.errors[of] ?? (of === "engagement" ? form.errors["days"] : undefined);
  return (
    <details class="segment-rule" open={chosen.size > 0 || error !== undefined}>
      <summary>
        <strong>{TITLES[of]}</strong> <span class="quiet-text">{sum(form, of)}</span>
      </summary>
      <fieldset aria-describedby={form.errors[of] ? `${of}-error` : undefined}>
        <legend class="unseen">{TITLES[of]}</legend>
        <AnyOrNone of={of} form={form} />
        <div class="segment-ticks">
          {choicesOf(of, reps).map(({ value, text }) => (
            <label class="segment-tick">
              <input type="checkbox" name={of} value={value} checked={chosen.has(value)} />
              {text}
            </label>
          ))}
        </div>
        {form.errors[of] && <FieldError name={of} error={form.errors[of]} />}
        {of === "engagement" && (
          <InputField
            name="days"
            label="Lately is the last so many days"
            type="number"
            min="1"
            value={form.values["days"]}
            error={form.errors["days"]}
          />
        )}
      </fieldset>
    </details>
  );
};

const SHOWN = 12;

type WrittenProps = {
  readonly of: (typeof WRITTEN)[number];
  readonly form: SegmentFormState;
  readonly known: readonly string[] | undefined;
};

export const Written = ({ of, form, known = [] }: WrittenProps) => {
  const fields = [`${of}-any`, `${of}-none`] as const;
  const filled = fields.some((field) => form.values[field] || form.errors[field]);
  return (
    <details class="segment-rule" open={filled}>
      <summary>
        <strong>{TITLES[of]}</strong> {!filled && <span class="quiet-text">does not matter</span>}
      </summary>
      <fieldset>
        <legend class="unseen">{TITLES[of]}</legend>
        {known.length > 0 && <p class="hint">Often: {known.slice(0, SHOWN).join(", ")}</p>}
        <div class="pair">
          <InputField name={fields[0]} label="Any of" value={form.values[fields[0]]} error={form.errors[fields[0]]} />
          <InputField name={fields[1]} label="None of" value={form.values[fields[1]]} error={form.errors[fields[1]]} />
        </div>
      </fieldset>
    </details>
  );
};
