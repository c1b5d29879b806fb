/** @jsxImportSource hono/jsx */
import type { SignInState } from "../../../shared/member/use-sign-in.ts";
import { InputField } from "../parts/field.tsx";

export type SignInPageProps = {
  /** Where to go then. */
  readonly to: string;
  readonly email: string;
  readonly error?: string | undefined;
  /** The owner of this machine may go on as such. */
  readonly owner: boolean;
  /** The company has a provider of its own. */
  readonly elsewhere: boolean;
};

const Owner = () => (
  <form class="card form" method="post" action="/sign-in/owner">
    <h2>On this machine</h2>
    <p>
      You opened Midweek as localhost on the machine it runs on. Everything it keeps is yours anyway, mailed links in
      the Outbox among it, where no email leaves the machine.
    </p>
    <div class="buttons">
      <button type="submit">Continue as the owner of this machine</button>
    </div>
  </form>
);

const Elsewhere = ({ to }: { to: string }) => (
  <section class="card form">
    <h2>With your company's account</h2>
    <p>
      <a class="button" href={`/sign-in/oidc?to=${encodeURIComponent(to)}`}>
        Sign in with your company's account
      </a>
    </p>
  </section>
);

const ByMail = ({ to, email, error }: SignInPageProps) => (
  <form class="card form" method="post" action="/sign-in">
    <h2>By email</h2>
    <input type="hidden" name="to" value={to} />
    <InputField
      name="email"
      label="Your email address at work"
      type="email"
      autocomplete="email"
      value={email}
      error={error}
      hint="We mail you a link. There is no password."
      required
    />
    <div class="buttons">
      <button class="primary" type="submit">
        Mail me a link
      </button>
    </div>
  </form>
);

export const SignInPage = (props: SignInPageProps) => (
  <div class="door">
    <h1>Sign in</h1>
    {props.elsewhere && <Elsewhere to={props.to} />}
    <ByMail {...props} />
    {props.owner && <Owner />}
  </div>
);

const NOT_GOOD: { readonly [outcome in Exclude<SignInState["outcome"], "good">]: string } = {
  gone: "This link was used already, or its 15 minutes are over. Ask for another one.",
  "other-browser":
    "Open this link in the browser where you asked for it. It works nowhere else, so that nobody can sign in with an email that was passed on. Or ask for another one here.",
};

/** What the link in the email leads to. */
export const LinkPage = ({ outcome }: { outcome: SignInState["outcome"] }) => (
  <div class="door">
    <h1>Sign in</h1>
    {outcome === "good" ? (
      <form method="post">
        <p>One more step, so that nothing but you signs in with this link.</p>
        <div class="buttons">
          <button class="primary" type="submit">
            Sign in
          </button>
        </div>
      </form>
    ) : (
      <>
        <p role="alert">{NOT_GOOD[outcome]}</p>
        <p>
          <a class="button" href="/sign-in">
            Ask for a link
          </a>
        </p>
      </>
    )}
  </div>
);
