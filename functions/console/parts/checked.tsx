/** @jsxImportSource hono/jsx */

/** A box to tick; ticked, the form says "yes". */
export const Checked = ({ name, label, on }: { name: string; label: string; on: boolean }) => (
  <label class="option" for={name}>
    <input id={name} name={name} type="checkbox" value="yes" checked={on} />
    <span>{label}</span>
  </label>
);
