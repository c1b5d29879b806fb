/** @jsxImportSource hono/jsx */
import type { Chrome } from "../chrome.ts";

/** Whose work the pages show. */
export const RepSwitch = ({ chrome }: { chrome: Chrome }) => (
  <form class="rep-switch" method="post" action="/rep">
    <input type="hidden" name="back" value={chrome.path} />
    <div class="joined">
      <select name="rep" aria-label="Whose work to show">
        <option value="">{chrome.reader.ownerless ? "All reps" : "All whose work you see"}</option>
        {chrome.reader.seen.map((rep) => (
          <option value={rep.id} selected={rep.id === chrome.reader.rep?.id}>
            {rep.name}
          </option>
        ))}
      </select>
      <button type="submit">Show</button>
    </div>
  </form>
);
