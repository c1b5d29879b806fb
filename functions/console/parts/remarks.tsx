/** @jsxImportSource hono/jsx */

/** What is allowed and worth knowing of a cadence's rules. */
export const Remarks = ({ remarks }: { remarks: readonly string[] }) =>
  remarks.length === 0 ? null : (
    <ul class="remarks" aria-label="Worth knowing">
      {remarks.map((remark) => (
        <li>{remark}</li>
      ))}
    </ul>
  );
