/** @jsxImportSource hono/jsx */
import type { CadenceDraft, CadenceVersion } from "../../../shared/cadence/version.ts";
import { ChangedSince } from "../parts/changed-since.tsx";

type RefusedDraftProps = {
  readonly draft: CadenceDraft;
  readonly since: readonly CadenceVersion[];
  readonly zone: string;
};

/** A draft that was made of a version somebody has changed since. */
export const RefusedDraftPage = ({ draft, since, zone }: RefusedDraftProps) => (
  <>
    <a class="crumb" href="/cadence">
      Cadence
    </a>
    <div class="head">
      <div>
        <h1>Changed meanwhile</h1>
        <p>
          {draft.cadence.name} was changed after this draft was made, so the difference you saw is not the one it would
          make now. Nothing was saved, and the draft is kept.
        </p>
      </div>
    </div>
    <section class="card stack narrow-text">
      <h2>Saved since</h2>
      <ChangedSince since={since} zone={zone} />
      <div class="buttons">
        <a class="button primary" href={`/cadence/${draft.cadence.id}/edit?draft=${draft.id}`}>
          Go on with your draft
        </a>
        <a class="button quiet" href={`/cadence/${draft.cadence.id}/history`}>
          See the history
        </a>
      </div>
    </section>
  </>
);
