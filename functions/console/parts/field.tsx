/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";

type Shared = {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
};

const describedBy = ({ name, error, hint }: Shared): string | undefined =>
  [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(" ") || undefined;

const Around = (props: Shared & { children?: Child }) => (
  <div class={props.error ? "field bad" : "field"}>
    <label for={props.name}>{props.label}</label>
    {props.hint && (
      <p class="hint" id={`${props.name}-hint`}>
        {props.hint}
      </p>
    )}
    {props.children}
    {props.error && <FieldError name={props.name} error={props.error} />}
  </div>
);

export const FieldError = ({ name, error }: { name: string; error: string }) => (
  <p class="error" id={`${name}-error`}>
    {error}
  </p>
);

/** On top of a form that was not taken, for those who do not see the marked fields at once. */
export const Refused = ({
  errors,
  problem,
}: {
  errors: { readonly [field: string]: string };
  problem?: string | undefined;
}) => {
  const count = Object.keys(errors).length;
  if (!problem && count === 0) return null;
  return (
    <p class="flash bad" role="alert">
      {problem ??
        `Nothing was saved yet. Please look at the ${count === 1 ? "marked field" : `${count} marked fields`}.`}
    </p>
  );
};

type InputProps = Shared & { type?: string; accept?: string; multiple?: boolean; min?: string; autocomplete?: string };

export const InputField = ({ type = "text", accept, multiple, min, autocomplete, ...shared }: InputProps) => (
  <Around {...shared}>
    <input
      id={shared.name}
      name={shared.name}
      type={type}
      value={shared.value}
      placeholder={shared.placeholder}
      accept={accept}
      multiple={multiple}
      min={min}
      autocomplete={autocomplete}
      required={shared.required}
      aria-invalid={shared.error ? "true" : undefined}
      aria-describedby={describedBy(shared)}
    />
  </Around>
);

export const TextField = ({ rows = 4, ...shared }: Shared & { rows?: number }) => (
  <Around {...shared}>
    <textarea
      id={shared.name}
      name={shared.name}
      rows={rows}
      placeholder={shared.placeholder}
      required={shared.required}
      aria-invalid={shared.error ? "true" : undefined}
      aria-describedby={describedBy(shared)}
    >
      {shared.value ?? ""}
    </textarea>
  </Around>
);

export type Choice = { readonly value: string; readonly text: string };

export const SelectField = ({ choices, ...shared }: Shared & { choices: readonly Choice[] }) => (
  <Around {...shared}>
    <select
      id={shared.name}
      name={shared.name}
      required={shared.required}
      aria-invalid={shared.error ? "true" : undefined}
      aria-describedby={describedBy(shared)}
    >
      {choices.map(({ value, text }) => (
        <option value={value} selected={value === (shared.value ?? "")}>
          {text}
        </option>
      ))}
    </select>
  </Around>
);
