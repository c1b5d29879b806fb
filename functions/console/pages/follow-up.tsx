/** @jsxImportSource hono/jsx */
import type { Call } from "../../../shared/call/call.ts";
import type { FollowUp } from "../../../shared/follow-up/follow-up.ts";
import type { Letter } from "../../../shared/letter/letter.ts";
import { displayName, type Prospect } from "../../../shared/prospect/prospect.ts";
import { placeOf } from "../../../shared/time.ts";
import type { Reader } from "../chrome.ts";
import { copyWords, type FollowUpFormState } from "../follow-up-form.ts";
import { InputField, Refused, TextField } from "../parts/field.tsx";
import { When } from "../parts/when.tsx";
import { dueTone, fromNow, nearIn } from "../when.ts";

type FollowUpPageProps = {
  readonly call: Call;
  readonly prospect: Prospect;
  readonly followUp: FollowUp;
  /** The open call it led to. */
  readonly next: Call | undefined;
  /** What became of it, once it was handed over. */
  readonly letter: Letter | undefined;
  readonly path: string;
  readonly reader: Reader;
  readonly form: FollowUpFormState;
};

const Head = ({ prospect, followUp, reader }: FollowUpPageProps) => (
  <div class="head">
    <div>
      <h1>Follow-up to {displayName(prospect)}</h1>
      <p>
        {[prospect.company, prospect.email].filter(Boolean).join(", ")}.{" "}
        {followUp.state === "draft" && (
          <>
            Drafted from what you entered;{" "}
            <span class={dueTone(followUp.dueBy, reader.now)}>
              {followUp.dueBy < reader.now ? "should have gone out" : "best sent"} {fromNow(followUp.dueBy, reader.now)}
            </span>
            .
          </>
        )}
      </p>
    </div>
  </div>
);

/** Of the agreed call: a date and time in both zones, as the prospect's calendar and the rep's will show it. */
const Invite = ({ next, form, reader }: { next: Call; form: FollowUpFormState; reader: Reader }) => {
  const there = nearIn(next.timeZone, next.dueAt, reader.now);
  const here = nearIn(reader.zone, next.dueAt, reader.now);
  return (
    <label class="option">
      <input type="checkbox" name="invite" value="yes" checked={form.values.invite} />
      <span>
        With a calendar invite for {there} {placeOf(next.timeZone)}
        {here !== there && (
          <small class="under">
            {here} in {placeOf(reader.zone)}
          </small>
        )}
      </span>
    </label>
  );
};

const Draft = (props: FollowUpPageProps) => {
  const { path, form, next } = props;
  const { values, errors } = form;
  return (
    <form class="card form" method="post" action={path} novalidate>
      <Refused errors={errors} problem={form.problem} />
      <button class="enter" type="submit" tabindex={-1} aria-hidden="true" />
      <InputField
        name="subject"
        label="Subject"
        value={values.subject}
        error={errors.subject}
        hint={errors.subject ? undefined : copyWords(values.subject)}
      />
      <TextField
        name="text"
        label="Text"
        rows={14}
        hint={(errors.text ? undefined : copyWords(values.text)) ?? "Greeting and signature are added."}
        value={values.text}
        error={errors.text}
      />
      {next && <Invite {...props} next={next} />}
      <div class="buttons">
        <button class="primary" type="submit" name="do" value="send">
          Send
        </button>
        <button type="submit" name="do" value="look">
          Save and look at it
        </button>
      </div>
      <NotNeeded form={form} />
    </form>
  );
};

const NotNeeded = ({ form }: { form: FollowUpFormState }) => (
  <details open={form.errors.why !== undefined}>
    <summary>Not needed</summary>
    <div class="form">
      <InputField
        name="why"
        label="Because"
        value={form.values.why}
        error={form.errors.why}
        placeholder="I wrote them from my own mailbox"
      />
      <button type="submit" name="do" value="drop">
        Send none
      </button>
    </div>
  </details>
);

const BECAME: { readonly [outcome in Letter["outcome"]]: string } = {
  sent: "This follow-up went out. It is not sent twice.",
  refused: "This follow-up was refused.",
  reserved: "This follow-up is on its way.",
  unknown: "It was handed over and no answer came back. It may have gone out, so it is not sent again.",
};

const overTitle = ({ followUp, letter }: FollowUpPageProps): string => {
  if (followUp.state === "dropped") return "Not needed";
  return letter?.outcome === "sent" ? "Sent" : "Handed over";
};

const Over = (props: FollowUpPageProps) => {
  const { followUp, letter, reader } = props;
  return (
    <section class="card">
      <h2>{overTitle(props)}</h2>
      <p>
        {followUp.state === "sent"
          ? BECAME[letter?.outcome ?? "sent"]
          : `None is sent: ${followUp.why ?? "no reason was kept"}.`}
      </p>
      <p class="quiet-text">
        Drafted <When zone={reader.zone} at={followUp.madeAt} />.{" "}
        <a href={`/prospects/${followUp.prospectId}`}>The history</a> has the rest.
      </p>
    </section>
  );
};

export const FollowUpPage = (props: FollowUpPageProps) => {
  const { call, followUp, path } = props;
  return (
    <>
      <a class="crumb" href={`/prospects/${call.prospectId}/calls/${call.number}`}>
        The call
      </a>
      <Head {...props} />
      <div class="stack">
        {followUp.state === "draft" ? <Draft {...props} /> : <Over {...props} />}
        <section id="preview" class="section">
          <h2>As they will see it</h2>
          <iframe class="letter" sandbox="" src={`${path}/html`} title={`The follow-up "${followUp.subject}"`} />
        </section>
      </div>
    </>
  );
};
