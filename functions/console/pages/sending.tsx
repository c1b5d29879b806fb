/** @jsxImportSource hono/jsx */
import type { Pause } from "../../../shared/sending/sending.ts";
import { noStop } from "../../../shared/touch/line.ts";
import { Chip } from "../parts/chip.tsx";
import { Refused, TextField } from "../parts/field.tsx";
import { StopEverything } from "../parts/stop-everything.tsx";
import { When } from "../parts/when.tsx";

const WHOSE: { readonly [cause in Pause["cause"]]: string } = {
  "account-suspended": "The mail provider. Ask there before you resume: it takes no email until it lets you.",
  "sending-paused": "The mail provider. Ask there before you resume: it takes no email until it lets you.",
  "daily-quota": "The mail provider's daily quota.",
  "bounce-rate":
    "Midweek, because too many emails bounced. Find out which addresses these were and leave them out before you resume; then bounces are counted anew.",
  "complaint-rate":
    "Midweek, because too many people marked emails as spam. Find out whom they reached before you resume; then complaints are counted anew.",
  "by hand": "A person at the command line.",
};

const Standing = ({ pause, zone }: { pause: Pause; zone: string }) => (
  <dl class="facts wide">
    <div>
      <dt>Since</dt>
      <dd>
        <When zone={zone} at={pause.at} />
      </dd>
    </div>
    <div>
      <dt>By</dt>
      <dd dir="auto">{pause.by ?? WHOSE[pause.cause]}</dd>
    </div>
    <div>
      <dt>Why</dt>
      <dd dir="auto">{noStop(pause.says)}.</dd>
    </div>
    {pause.until !== undefined && (
      <div>
        <dt>Goes on by itself</dt>
        <dd>
          <When zone={zone} at={pause.until} />
        </dd>
      </div>
    )}
  </dl>
);

const Stopped = ({ pause, zone }: { pause: Pause; zone: string }) => (
  <section class="card stack">
    <h2>Nothing is sent</h2>
    <Standing pause={pause} zone={zone} />
    <p>
      What was handed to the mail provider before the pause cannot be called back; it arrives. Opens, clicks and replies
      are still taken in, and calls go on.
    </p>
    <h3>When you resume</h3>
    <ul class="rules">
      <li>Emails of a slot whose afternoon still lasts go out within the quarter of an hour.</li>
      <li>Emails of afternoons that are over are left out, never sent late; each prospect's history says so.</li>
      <li>Follow-ups wait as drafts and can be sent then; reminders go out where there is still time.</li>
    </ul>
    <form method="post" action="/sending/resume">
      <button class="primary" type="submit">
        Resume sending
      </button>
    </form>
  </section>
);

export const SendingPage = ({ pause, zone }: { pause: Pause | undefined; zone: string }) => (
  <>
    <a class="crumb" href="/cadence">
      Cadence
    </a>
    <div class="head">
      <div>
        <h1>Sending</h1>
        <p>Of all emails: every cadence, follow-ups and reminders.</p>
      </div>
      {pause ? <Chip tone="wrong">Paused</Chip> : <Chip tone="tint">Running</Chip>}
    </div>
    {pause ? (
      <Stopped pause={pause} zone={zone} />
    ) : (
      <section class="card stack">
        <h2>Emails go out as planned</h2>
        <p>To stop a single cadence, pause it on its own. This stops all of them:</p>
        <div class="buttons">
          <StopEverything pause={pause} />
        </div>
      </section>
    )}
  </>
);

type StopPageProps = { readonly reason?: string | undefined; readonly error?: string | undefined };

export const StopPage = ({ reason, error }: StopPageProps) => (
  <>
    <a class="crumb" href="/sending">
      Sending
    </a>
    <div class="head">
      <div>
        <h1>Stop everything now?</h1>
        <p>No email leaves any more until somebody resumes: no cadence, no follow-up, no reminder.</p>
      </div>
    </div>
    <form class="card form narrow-text" method="post" action="/sending/stop" novalidate>
      <Refused errors={error === undefined ? {} : { reason: error }} />
      <p>
        <strong>What was already handed to the mail provider cannot be called back.</strong> Emails whose afternoon ends
        while everything is stopped are left out, not sent later. Links to sign in still go out.
      </p>
      <TextField
        name="reason"
        label="Why"
        hint="Everybody reads it on every page, with your name."
        value={reason}
        error={error}
        rows={2}
        required
      />
      <div class="buttons">
        <button class="stop" type="submit">
          Stop everything now
        </button>
        <a class="button quiet" href="/cadence">
          No, let it run
        </a>
      </div>
    </form>
  </>
);
