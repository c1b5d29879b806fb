/** @jsxImportSource hono/jsx */
import { placeOf, toLocal } from "../../../shared/time.ts";
import type { Call, Move } from "../../../shared/call/call.ts";
import type { CallView } from "../call-view.ts";
import type { Reader } from "../chrome.ts";
import type { MoveState } from "../call-moves-form.ts";
import { nearIn, whenIn } from "../when.ts";
import { InputField, SelectField } from "./field.tsx";

type Props = {
  readonly view: Pick<CallView, "call" | "snoozesTo">;
  readonly reader: Reader;
  readonly state: MoveState;
  /** May the viewer make it theirs? */
  readonly mayTake: boolean;
};

const Hidden = ({ call }: { call: Call }) => <input type="hidden" name="version" value={String(call.version)} />;

const pathOf = ({ prospectId, number }: Call, what: string): string =>
  `/prospects/${prospectId}/calls/${number}/${what}`;

/** To the next good hour with one tap, or to a date. */
const Snooze = (props: Props) => {
  const { snoozesTo, call } = props.view;
  return call.lane === "hot" && (snoozesTo === undefined || snoozesTo <= call.dueAt) ? (
    <p class="quiet-text">They asked and wait: this call cannot be put off any further, but it can be handed over.</p>
  ) : (
    <PutOff {...props} />
  );
};

const PutOff = ({ view: { call, snoozesTo }, reader, state }: Props) => (
  <details open={state.form === "snooze"}>
    <summary>Put off</summary>
    {snoozesTo !== undefined && (
      <form class="form" method="post" action={pathOf(call, "snooze#moves")}>
        <Hidden call={call} />
        <button type="submit">
          To {nearIn(call.timeZone, snoozesTo, reader.now)} {placeOf(call.timeZone)}
        </button>
      </form>
    )}
    <form class="form section-top" method="post" action={pathOf(call, "snooze#moves")} novalidate>
      <Hidden call={call} />
      <input type="hidden" name="dated" value="yes" />
      <div class="pair">
        <InputField
          name="until"
          label="Until"
          type="date"
          min={toLocal(call.timeZone, reader.now).date}
          value={state.values.until}
          error={state.errors.until}
        />
        <InputField name="why" label="Because (optional)" value={state.values.why} />
      </div>
      <button type="submit">Put off until then</button>
    </form>
  </details>
);

const HandOver = ({ view: { call }, reader, state }: Props) => {
  const others = reader.reps.filter(({ id }) => id !== call.repId);
  if (others.length === 0) return null;
  return (
    <details open={state.form === "hand-over"}>
      <summary>Hand over</summary>
      <form class="form" method="post" action={pathOf(call, "hand-over#moves")} novalidate>
        <Hidden call={call} />
        <SelectField
          name="to"
          label="To"
          choices={[{ value: "", text: "Choose a rep" }, ...others.map(({ id, name }) => ({ value: id, text: name }))]}
          value={state.values.to}
          error={state.errors.to}
        />
        <InputField
          name="handWhy"
          label="Why"
          hint="They read it first."
          value={state.values.handWhy}
          error={state.errors.handWhy}
        />
        <button type="submit">Hand over</button>
      </form>
    </details>
  );
};

const MOVED: { readonly [kind in Move["kind"]]: string } = {
  snoozed: "Put off",
  "taken over": "Taken over",
  "handed over": "Handed over",
};

/** What became of the task before, in one line each. */
const moveWords = ({ kind, to, why }: Move, nameOf: (repId: string) => string | undefined): string => {
  const whom = to === undefined ? "" : `${kind === "taken over" ? " by" : " to"} ${nameOf(to) ?? "another rep"}`;
  return `${MOVED[kind]}${whom}${why ? `: ${why}` : ""}`;
};

export const Moves = (props: Props) => {
  const { view, reader, state, mayTake } = props;
  const { call } = view;
  return (
    <section class="card moves" id="moves">
      <h2>Not now, or not you?</h2>
      {state.problem && (
        <p class="flash bad" role="alert">
          {state.problem}
        </p>
      )}
      {mayTake && (
        <form method="post" action={pathOf(call, "take-over")}>
          <Hidden call={call} />
          <button type="submit">Take over this call</button>
        </form>
      )}
      <Snooze {...props} />
      <HandOver {...props} />
      {(call.moves ?? []).map((move) => (
        <p class="small quiet-text">
          {moveWords(move, (repId) => reader.reps.find(({ id }) => id === repId)?.name)}, {whenIn(reader.zone, move.at)}
        </p>
      ))}
    </section>
  );
};
