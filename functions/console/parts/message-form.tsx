/** @jsxImportSource hono/jsx */
import { placeOf } from "../../../shared/time.ts";
import type { MessageFormState } from "../message-form.ts";

import { InputField, Refused, SelectField, TextField } from "./field.tsx";

const KINDS = [
  { value: "", text: "Choose" },
  { value: "reply", text: "Replied to an email" },
  { value: "form", text: "Asked for a call" },
  { value: "booking", text: "Booked a meeting" },
];

/** For what reaches a rep in the own mailbox or on the phone. */
export const MessageForm = ({ path, form, zone }: { path: string; form: MessageFormState; zone: string }) => (
  <form class="card form" method="post" action={path} novalidate id="message">
    <h2>They got in touch</h2>
    <Refused errors={form.errors} />
    <div class="pair">
      <SelectField
        name="kind"
        label="What they did"
        choices={KINDS}
        value={form.values.kind}
        error={form.errors.kind}
      />
      <InputField
        name="when"
        label={`When (${placeOf(zone)}, empty = just now)`}
        type="datetime-local"
        value={form.values.when}
        error={form.errors.when}
      />
    </div>
    <TextField
      name="said"
      label="What they said (optional)"
      rows={3}
      value={form.values.said}
      error={form.errors.said}
    />
    <div class="buttons">
      <button type="submit">Note it</button>
    </div>
  </form>
);
