/** @jsxImportSource hono/jsx */
import { InputField } from "./field.tsx";

/** Sent in the form's body, as names have no place in addresses. */
export const ProspectSearch = ({ search }: { search?: string }) => (
  <search>
    <form class="by-hand" method="post" action="/prospects/find">
      <InputField name="q" label="Name, company or email address" type="search" value={search} />
      <button type="submit">Search</button>
    </form>
  </search>
);
