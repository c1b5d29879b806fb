/** @jsxImportSource hono/jsx */
import type { Cadence } from "../../../shared/cadence/cadence.ts";
import { remarksOn } from "../../../shared/cadence/rules.ts";
import type { Pause } from "../../../shared/sending/sending.ts";
import { rulesOf } from "../cadence-words.ts";
import type { Reader } from "../chrome.ts";
import type { CadenceView } from "../cadence-view.ts";
import { Chip } from "../parts/chip.tsx";
import { ComingSlots } from "../parts/coming-slots.tsx";
import { Remarks } from "../parts/remarks.tsx";
import { StopEverything } from "../parts/stop-everything.tsx";
import { weekdayName } from "../when.ts";
import { KIND_NAMES } from "../article-words.ts";

const StateChip = ({ view: { started, cadence } }: { view: CadenceView }) => {
  if (!started) return <Chip>Not started</Chip>;
  return cadence.paused ? <Chip tone="wrong">Paused</Chip> : <Chip tone="tint">Running</Chip>;
};

/** Of which cadence, for those who hear the links without what is around them. */
const Of = ({ name }: { name: string }) => <span class="unseen"> {name}</span>;

/** What may be done with it, and what each means. */
const Acts = ({ cadence: { id, name, paused } }: { cadence: Cadence }) => (
  <div class="cadence-acts">
    <a class="button primary" href={`/cadence/${id}/edit`}>
      Edit
      <Of name={name} />
    </a>
    <form method="post" action={`/cadence/${id}/${paused ? "resume" : "pause"}`}>
      <button type="submit">
        {paused ? "Resume this cadence" : "Pause this cadence"}
        <Of name={name} />
      </button>
    </form>
    <a class="button quiet" href={`/cadence/new?copy=${id}`}>
      Copy
      <Of name={name} />
    </a>
    <a class="button quiet" href={`/cadence/${id}/history`}>
      History
      <Of name={name} />
    </a>
    <a class="button quiet" href={`/cadence/${id}/remove`}>
      Remove
      <Of name={name} />
    </a>
    <p class="hint">
      {paused
        ? "While it is paused, its slots are closed as they come, with that as the reason. Resumed, it goes on with the next slot; what was closed is not sent later."
        : "Pausing holds back this cadence's emails from now on, also those of today that have not left. Other cadences, follow-ups and reminders go on."}
    </p>
  </div>
);

type OneProps = {
  readonly view: CadenceView;
  readonly reader: Reader;
  readonly mayEdit: boolean;
  readonly alone: boolean;
};

/** With others on the page it is a section of it. */
const One = ({ view, reader, mayEdit, alone }: OneProps) => {
  const Title = alone ? "h1" : "h2";
  const Part = alone ? "h2" : "h3";
  return (
    <section class="cadence" id={`cadence-${view.cadence.id}`}>
      <div class="head">
        <div>
          <Title>{view.cadence.name} cadence</Title>
          <p>The rhythm of emails, on each prospect's own calendar. {view.people}</p>
        </div>
        <StateChip view={view} />
      </div>
      {mayEdit && view.started && <Acts cadence={view.cadence} />}
      <Remarks remarks={remarksOn(view.cadence)} />
      <ul class="rhythm">
        {view.cadence.slots.map((slot) => (
          <li>
            <Part>{weekdayName(slot.weekday)}</Part>
            <p class="figure">{slot.time}</p>
            <p class="quiet-text">{KIND_NAMES[slot.kind]}</p>
          </li>
        ))}
      </ul>
      <section class="section">
        <Part class="section-title">Rules</Part>
        <ul class="rules">
          {rulesOf(view.cadence).map((rule) => (
            <li>{rule}</li>
          ))}
        </ul>
      </section>
      <section class="section">
        <Part class="section-title">Coming slots</Part>
        {alone || view.coming.length === 0 ? (
          <ComingSlots view={view} reader={reader} />
        ) : (
          <details class="coming-slots">
            <summary>In each time zone, soonest first</summary>
            <ComingSlots view={view} reader={reader} />
          </details>
        )}
      </section>
    </section>
  );
};

export type CadencePageProps = {
  readonly views: readonly CadenceView[];
  readonly reader: Reader;
  /** May the viewer change cadences and stop everything? */
  readonly mayEdit: boolean;
  readonly pause: Pause | undefined;
};

export const CadencePage = ({ views, reader, mayEdit, pause }: CadencePageProps) => (
  <>
    {views.length > 1 && (
      <div class="head">
        <div>
          <h1>Cadences</h1>
          <p>
            Each prospect is in one.{" "}
            {mayEdit ? <a href="/segments">Segments say who is in which.</a> : "Segments say who is in which."}
          </p>
        </div>
      </div>
    )}
    {mayEdit && views.some(({ started }) => started) && (
      <div class="cadence-acts">
        <a class="button" href="/cadence/new">
          New cadence
        </a>
        <StopEverything pause={pause} />
      </div>
    )}
    {views.map((view) => (
      <One view={view} reader={reader} mayEdit={mayEdit} alone={views.length === 1} />
    ))}
  </>
);
