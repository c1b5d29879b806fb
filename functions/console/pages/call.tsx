/** @jsxImportSource hono/jsx */
import { takesResult, type Brief, type Call } from "../../../shared/call/call.ts";
import type { Company } from "../../../shared/config.ts";
import { displayName, mustNotBeCalled, type Prospect } from "../../../shared/prospect/prospect.ts";
import type { CallFormState } from "../call-form.ts";
import type { Reader } from "../chrome.ts";
import type { SeenEvidence } from "../evidence.ts";
import { CallForm } from "../parts/call-form.tsx";
import { Chip, DoNotCallChip, LaneChip, UnsubscribedChip } from "../parts/chip.tsx";
import { Phone } from "../parts/phone.tsx";
import { When } from "../parts/when.tsx";
import { WhyNow } from "../parts/why-now.tsx";
import { touchNumber } from "../touch-number.ts";
import { placeOf } from "../../../shared/time.ts";
import { dueTone, fromNow, nearIn, timeIn, whenIn } from "../when.ts";

export type CallPageProps = {
  readonly call: Call;
  /** Its evidence as it is judged today. */
  readonly evidence: readonly SeenEvidence[];
  readonly prospect: Prospect;
  readonly company: Company;
  /** Attempts of the prospect's other calls. */
  readonly otherAttempts: number;
  readonly reader: Reader;
  readonly form: CallFormState;
};

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

const WhenToCall = ({ call, reader }: { call: Call; reader: Reader }) => {
  const here = nearIn(reader.zone, call.dueAt, reader.now);
  return (
    <section class="card">
      <h2>When to call</h2>
      <p class="say">
        <When zone={call.timeZone} at={call.dueAt} />
        {call.state === "open" && (
          <span class={dueTone(call.dueAt, reader.now)}>
            {" "}
            {call.dueAt <= reader.now ? `due ${fromNow(call.dueAt, reader.now)}` : fromNow(call.dueAt, reader.now)}
          </span>
        )}
      </p>
      <p class="quiet-text">
        It is {timeIn(call.timeZone, reader.now)} in {placeOf(call.timeZone)} now
        {here !== nearIn(call.timeZone, call.dueAt, reader.now) && `; the call is ${here} in ${placeOf(reader.zone)}`}.
      </p>
    </section>
  );
};

const BriefCards = ({ brief }: { brief: Brief }) => (
  <>
    {brief.talkingPoint && (
      <section class="card">
        <h2>Something new to tell</h2>
        <p class="say">{brief.talkingPoint.text}</p>
        <p class="quiet-text">
          From <a href={`/library/${brief.talkingPoint.articleId}`}>{brief.talkingPoint.title}</a>, not mailed yet.
        </p>
      </section>
    )}
    <section class="card">
      <h2>Last conversation</h2>
      <p>{brief.lastConversation ?? "None yet. This is the first time you speak."}</p>
    </section>
    <section class="card">
      <h2>Questions to ask</h2>
      <ul class="asks">
        {brief.questions.map((question) => (
          <li>{question}</li>
        ))}
      </ul>
    </section>
    <section class="card">
      <h2>Ask for this next step</h2>
      <p>{brief.nextStepToAskFor}</p>
    </section>
    <section class="card">
      <h2>
        If it goes to voicemail <Chip>{brief.voicemail.seconds} seconds</Chip>
      </h2>
      <p class="spoken">{brief.voicemail.text}</p>
    </section>
  </>
);

const Attempts = ({ call }: { call: Call }) =>
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
            </small>
          </li>
        ))}
      </ol>
    </section>
  );

const Head = ({ call, prospect, touches }: Pick<CallPageProps, "call" | "prospect"> & { touches: number }) => (
  <div class="head">
    <div>
      <h1>{displayName(prospect)}</h1>
      <p>{[prospect.title, prospect.company].filter(Boolean).join(", ")}</p>
      <div class="chips section-top">
        <LaneChip lane={call.lane} />
        <DoNotCallChip prospect={prospect} />
        <UnsubscribedChip prospect={prospect} />
        <Chip>{touchNumber(touches + (call.state === "open" ? 1 : 0))}</Chip>
      </div>
    </div>
    <div class="buttons">
      <Phone phone={prospect.phone} main plain={mustNotBeCalled(prospect) && call.lane !== "hot"} />
      {call.state === "open" && (
        <a class="button quiet to-form" href="#after">
          After the call
        </a>
      )}
      <a class="button quiet" href={`/prospects/${prospect.id}`}>
        Whole history
      </a>
    </div>
  </div>
);

const Closed = ({ call, reader }: Pick<CallPageProps, "call" | "reader">) => (
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

/** Who was on the phone when the task was taken back still has something to say. */
const CalledAllTheSame = ({ call, form, reader }: Pick<CallPageProps, "call" | "form" | "reader">) => (
  <details class="section-top" open={form.problem !== undefined || Object.keys(form.errors).length > 0}>
    <summary>You called all the same? Say how it went</summary>
    <CallForm call={call} form={form} reader={reader} />
  </details>
);

export const CallPage = ({ call, evidence, prospect, company, otherAttempts, reader, form }: CallPageProps) => (
  <>
    <a class="crumb" href="/">
      Worklist
    </a>
    <Head call={call} prospect={prospect} touches={prospect.touchCount + otherAttempts + call.attempts.length} />
    <div class="split">
      <div class="stack">
        {call.state === "open" && mustNotBeCalled(prospect) && <DoNotCall call={call} />}
        {call.withdrawn && <Closed call={call} reader={reader} />}
        <WhyNow call={call} evidence={evidence} prospect={prospect} company={company} reader={reader} />
        {!call.withdrawn && <WhenToCall call={call} reader={reader} />}
        {!call.withdrawn && <BriefCards brief={call.brief} />}
        <Attempts call={call} />
      </div>
      <div id="after">
        {call.state === "open" ? (
          <CallForm call={call} form={form} reader={reader} />
        ) : (
          <>
            {!call.withdrawn && <Closed call={call} reader={reader} />}
            {takesResult(call) && <CalledAllTheSame call={call} form={form} reader={reader} />}
          </>
        )}
      </div>
    </div>
  </>
);
