/** @jsxImportSource hono/jsx */
import type { OutboxEmail } from "../../../shared/local/outbox.ts";
import { When } from "../parts/when.tsx";
import { addressText } from "./outbox.tsx";

export const EMAIL_VIEWS = ["html", "text", "headers"] as const;
type EmailView = (typeof EMAIL_VIEWS)[number];

export type EmailPageProps = {
  readonly email: OutboxEmail;
  readonly zone: string;
  readonly view: EmailView;
  /** Are opens and clicks measured. */
  readonly measured: boolean;
  /** Undefined when the email is to nobody who is still known. */
  readonly prospectId: string | undefined;
};

const VIEW_NAMES: { readonly [view in EmailView]: string } = { html: "Email", text: "Plain text", headers: "Headers" };

type PersonProps = { name?: string | undefined; address: string; href?: string | undefined };

const Person = ({ name, address, href }: PersonProps) => (
  <>
    {href ? <a href={href}>{name ?? address}</a> : (name ?? address)}
    {name && <span class="under small">{address}</span>}
  </>
);

const Headers = ({ email }: { email: OutboxEmail }) => (
  <pre class="card">
    {[
      ["From", addressText(email.from)],
      ["Reply-To", email.replyTo],
      ["To", addressText(email.to)],
      ["Subject", email.subject],
      ...Object.entries(email.headers),
      ...Object.entries(email.tags).map(([name, value]) => ["Tag", `${name}=${value}`]),
    ]
      .map(([name, value]) => `${name}: ${value}`)
      .join("\n")}
  </pre>
);

const Body = ({ email, view }: { email: OutboxEmail; view: EmailView }) => {
  if (view === "headers") return <Headers email={email} />;
  if (view === "text") return <pre class="card">{email.text}</pre>;
  return <iframe class="letter" sandbox="" src={`/outbox/${email.id}/html`} title={`The email "${email.subject}"`} />;
};

const Counting = ({ measured }: { measured: boolean }) => (
  <p class="small quiet-text section-top">
    Looking at it here counts as nothing: links are dead{measured && " and the open is not measured"}.{" "}
    {measured ? "Opening it as the prospect would does count." : "Not measured: nothing they open or click is seen."}
  </p>
);

const Attached = ({ email: { id, attachments = [] } }: { email: OutboxEmail }) =>
  attachments.length === 0 ? null : (
    <div>
      <dt>Attached</dt>
      <dd>
        {attachments.map(({ fileName }, place) => (
          <a href={`/outbox/${id}/attachments/${place}`} download={fileName}>
            {fileName}
          </a>
        ))}
      </dd>
    </div>
  );

export const EmailPage = ({ email, zone, view, measured, prospectId }: EmailPageProps) => (
  <>
    <a class="crumb" href="/outbox">
      Outbox
    </a>
    <div class="head">
      <div>
        <h1>{email.subject || "(no subject)"}</h1>
      </div>
      <a class="button primary" href={`/outbox/${email.id}/html?live=1`} target="_blank" rel="noreferrer">
        Open as the prospect would
      </a>
    </div>
    <dl class="facts letterhead">
      <div>
        <dt>To</dt>
        <dd>
          <Person {...email.to} href={prospectId && `/prospects/${prospectId}`} />
        </dd>
      </div>
      <div>
        <dt>From</dt>
        <dd>
          <Person {...email.from} />
        </dd>
      </div>
      <div>
        <dt>Went out</dt>
        <dd>
          <When zone={zone} at={email.at} />
        </dd>
      </div>
      <Attached email={email} />
    </dl>
    <nav class="tabs" aria-label="Parts of the email">
      {EMAIL_VIEWS.map((name) => (
        <a href={`/outbox/${email.id}?view=${name}`} aria-current={name === view ? "page" : undefined}>
          {VIEW_NAMES[name]}
        </a>
      ))}
    </nav>
    <Body email={email} view={view} />
    {view === "html" && <Counting measured={measured} />}
  </>
);
