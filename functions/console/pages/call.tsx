/** @jsxImportSource hono/jsx */
import { takesResult, type Call } from "../../../shared/call/call.ts";
import { displayName, mustNotBeCalled } from "../../../shared/prospect/prospect.ts";
import type { CallFormState } from "../call-fields.ts";
import type { MoveState } from "../call-moves-form.ts";
import type { CallView } from "../call-view.ts";
import type { Reader } from "../chrome.ts";
import { LastTime, ReadSince, ToSay, Voicemail } from "../parts/call-brief.tsx";
import { CallTimer, Checklists } from "../parts/call-checks.tsx";
import { CallForm } from "../parts/call-form.tsx";
import { ActionBar, CallHead } from "../parts/call-head.tsx";
import { Moves } from "../parts/call-moves.tsx";
import { When } from "../parts/when.tsx";
import { WhyNow } from "../parts/why-now.tsx";
import { whenIn } from "../when.ts";

type CallPageProps = {
  readonly view: CallView;
  readonly reader: Reader;
  readonly form: CallFormState;
  readonly moves: MoveState;
  readonly mayTake: boolean;
};

type Props = Pick<CallPageProps, "view" | "reader">;

/** Only what they asked for themselves is a reason to dial. */
const DoNotCall = ({ call }: { call: Call }) => (
  <section class="card">
    <h2>Do not call</h2>
    <p>
      {call.lane === "hot"
        ? "They are marked so, and got in touch themselves: call about that and nothing else."
        : "They are marked so and have not asked for this call. Do not dial; close it below."}
    </p>
  </section>
);

const Attempts = ({ call, reader }: { call: Call; reader: Reader }) =>
  call.attempts.length === 0 ? null : (
    <section class="card">
      <h2>Attempts so far</h2>
      <ol class="evidence">
        {call.attempts.toReversed().map((attempt) => (
          <li>
            <span>
              <strong>{attempt.disposition}</strong>
              {attempt.notes && `: ${attempt.notes}`}
            </span>
            <small>
              <When zone={call.timeZone} at={attempt.at} />
              {attempt.repId !== reader.rep?.id &&
                `, ${reader.reps.find(({ id }) => id === attempt.repId)?.name ?? "somebody who has left"}`}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );

const Closed = ({ call, reader }: { call: Call; reader: Reader }) => (
  <section class="card">
    <h2>{call.withdrawn ? "Taken back" : "This call is closed"}</h2>
    {call.withdrawn && (
      <p>
        Taken back: {call.withdrawn.why}.{takesResult(call) && " There is nothing to do."}
      </p>
    )}
    <p class="quiet-text">
      {call.closedAt ? `Since ${whenIn(reader.zone, call.closedAt)}. ` : ""}
      {call.withdrawn ? "What was known is in" : "What came of it is in"}{" "}
      <a href={`/prospects/${call.prospectId}`}>the history</a>.
    </p>
  </section>
);

type FormProps = Pick<CallPageProps, "view" | "form" | "reader">;

/** Who was on the phone when the task was taken back still has something to say. */
const CalledAllTheSame = ({ view: { call, prospect }, form, reader }: FormProps) => (
  <details class="section-top" open={form.problem !== undefined || Object.keys(form.errors).length > 0}>
    <summary>You called all the same? Say how it went</summary>
    <CallForm call={call} form={form} reader={reader} country={prospect.country} />
  </details>
);

const After = ({ view, form, reader }: FormProps) => {
  const { call, prospect } = view;
  if (call.state === "open") return <CallForm call={call} form={form} reader={reader} country={prospect.country} />;
  return (
    <>
      {!call.withdrawn && <Closed call={call} reader={reader} />}
      {takesResult(call) && <CalledAllTheSame view={view} form={form} reader={reader} />}
    </>
  );
};

const Brief = ({ view, reader }: Props) => (
  <>
    <LastTime view={view} reader={reader} />
    <ReadSince view={view} />
    <ToSay view={view} />
    <Voicemail view={view} />
    {view.call.state === "open" && <CallTimer />}
    <Checklists call={view.call} />
  </>
);

export const CallPage = ({ view, reader, form, moves, mayTake }: CallPageProps) => {
  const { call, evidence, prospect, company } = view;
  const open = call.state === "open";
  return (
    <>
      <a class="crumb" href="/">
        Worklist
      </a>
      <CallHead view={view} reader={reader} />
      <div class="split">
        <div class="stack">
          {open && mustNotBeCalled(prospect) && <DoNotCall call={call} />}
          {call.withdrawn && <Closed call={call} reader={reader} />}
          <WhyNow call={call} evidence={evidence} prospect={prospect} company={company} reader={reader} />
          {!call.withdrawn && <Brief view={view} reader={reader} />}
          <Attempts call={call} reader={reader} />
          {open && <ActionBar view={view} />}
        </div>
        <div id="after" class="stack">
          <After view={view} form={form} reader={reader} />
          {open && <Moves view={view} reader={reader} state={moves} mayTake={mayTake} />}
        </div>
      </div>
    </>
  );
};

export const callTitle = ({ prospect }: CallView): string => `Call ${displayName(prospect)}`;
