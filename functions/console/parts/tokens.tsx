/** @jsxImportSource hono/jsx */
import type { Viewer } from "../../../shared/member/access.ts";
import type { Token } from "../../../shared/member/tokens-store.ts";
import { whenIn } from "../when.ts";
import { InputField } from "./field.tsx";

/** A form that was not taken. */
export type TokenFormState = { readonly kind: Token["kind"]; readonly name: string; readonly error: string };

export type TokensProps = {
  readonly viewer: Viewer;
  readonly tokens: readonly Token[];
  readonly zone: string;
  readonly refused?: TokenFormState | undefined;
};

const KIND: { readonly [kind in Token["kind"]]: string } = { feed: "Calendar", api: "Program" };

const One = ({ token, zone }: { token: Token; zone: string }) => (
  <li class="token">
    <div>
      <p class="token-name" dir="auto">
        {token.name}
      </p>
      <p class="meta">
        <span>{KIND[token.kind]}</span>
        <span>made {whenIn(zone, token.madeAt)}</span>
        <span>{token.usedAt === undefined ? "not used yet" : `last used about ${whenIn(zone, token.usedAt)}`}</span>
      </p>
    </div>
    <form method="post" action={`/account/tokens/${token.id}/revoke`}>
      <button type="submit" class="quiet" aria-label={`Revoke ${token.name}`}>
        Revoke
      </button>
    </form>
  </li>
);

const Make = ({
  kind,
  label,
  refused,
}: {
  kind: Token["kind"];
  label: string;
  refused: TokenFormState | undefined;
}) => {
  const own = refused?.kind === kind ? refused : undefined;
  return (
    <form method="post" action="/account/tokens" class="by-hand token-make">
      <input type="hidden" name="kind" value={kind} />
      <InputField
        name={`name-${kind}`}
        label={kind === "feed" ? "Which calendar" : "What for"}
        placeholder={kind === "feed" ? "Phone" : "CRM mirror"}
        value={own?.name}
        error={own?.error}
        required
      />
      <button type="submit">{label}</button>
    </form>
  );
};

/** A member's calendar addresses and tokens: what there is, and to make one more. */
export const Tokens = ({ viewer, tokens, zone, refused }: TokensProps) => (
  <section class="card tokens-card" id="tokens">
    <h2>Calendar and programs</h2>
    {tokens.length > 0 && (
      <ul class="tokens">
        {tokens.map((token) => (
          <One token={token} zone={zone} />
        ))}
      </ul>
    )}
    {viewer.repId !== undefined && (
      <div>
        <h3>Your calls in your calendar</h3>
        <p class="hint">
          A private address that your calendar asks once an hour. Whoever has it sees your calls, so keep it to
          yourself; revoke it when it has got around.
        </p>
        <Make kind="feed" label="Make an address" refused={refused} />
      </div>
    )}
    <div>
      <h3>Tokens for programs</h3>
      <p class="hint">
        A program with a token may do what you may do. What there is to ask for stands in{" "}
        <a href="/api/v1/docs">Midweek for programs</a>.
      </p>
      <Make kind="api" label="Make a token" refused={refused} />
    </div>
  </section>
);

/** Shown once, right after it was made. */
export const NewTokenPage = ({ kind, name, value }: { kind: Token["kind"]; name: string; value: string }) => (
  <>
    <div class="head">
      <h1>{kind === "feed" ? "Your calendar address" : "Your token"}</h1>
    </div>
    <div class="card stack">
      <p>
        <strong>Copy it now.</strong> It is not kept, so it cannot be shown again
        {kind === "feed" ? "; in your calendar, add a calendar by its address." : "."}
      </p>
      <p>
        <code class="copy" aria-label={name}>
          {value}
        </code>
      </p>
      <p>
        <a class="button primary" href="/account#tokens">
          I have it
        </a>
      </p>
    </div>
  </>
);
