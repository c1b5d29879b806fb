/** @jsxImportSource hono/jsx */
import { KIND_NAMES } from "../article-words.ts";
import { reasonWords } from "../rehearsal-words.ts";
import type { Told } from "../rehearsal-view.ts";

/** What became of a slot, in words, with what lies behind it. */
export const Outcome = ({ told }: { told: Told }) =>
  told.reason === undefined ? (
    <>
      {told.title} <span class="under small">{told.kind && KIND_NAMES[told.kind]}</span>
    </>
  ) : (
    <>
      No email: {reasonWords(told.reason)} {told.detail && <span class="under small">{told.detail}</span>}
    </>
  );
