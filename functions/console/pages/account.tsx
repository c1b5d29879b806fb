/** @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";
import type { Viewer } from "../../../shared/member/access.ts";
import type { Rep } from "../../../shared/rep/rep.ts";
import { OWNER } from "../sign-in/owner.ts";
import { ROLE_WORDS } from "./members.tsx";

export type AccountPageProps = {
  readonly viewer: Viewer;
  /** The rep this member is. */
  readonly rep: Rep | undefined;
  /** What else there is of one's own, such as tokens and the calendar feed. */
  readonly children?: Child;
};

const Who = ({ viewer, rep }: AccountPageProps) => (
  <section class="card">
    <h2>Who you are</h2>
    {viewer === OWNER ? (
      <p>
        Signed in as the owner of this machine, because you opened it on localhost. Nobody else can do that. To sign in
        as a member, sign out first.
      </p>
    ) : (
      <dl class="facts">
        <div>
          <dt>Name</dt>
          <dd dir="auto">{viewer.name}</dd>
        </div>
        <div>
          <dt>Email address</dt>
          <dd class="address">{viewer.email}</dd>
        </div>
        <div>
          <dt>Role</dt>
          <dd>{ROLE_WORDS[viewer.role]}</dd>
        </div>
        {(viewer.team ?? rep?.team) && (
          <div>
            <dt>Team</dt>
            <dd dir="auto">{viewer.team ?? rep?.team}</dd>
          </div>
        )}
      </dl>
    )}
  </section>
);

const SignOut = ({ viewer }: { viewer: Viewer }) => (
  <section class="card">
    <h2>Sign out</h2>
    <div class="buttons">
      <form method="post" action="/sign-out">
        <button type="submit">Sign out</button>
      </form>
      {viewer !== OWNER && (
        <form method="post" action="/account/sign-out-everywhere">
          <button type="submit">Sign out everywhere</button>
        </form>
      )}
    </div>
    {viewer !== OWNER && <p class="hint">Everywhere: in every browser you are signed in with, this one included.</p>}
  </section>
);

export const AccountPage = (props: AccountPageProps) => (
  <>
    <div class="head">
      <div>
        <h1>Account</h1>
      </div>
    </div>
    <div class="stack">
      <Who {...props} />
      <SignOut viewer={props.viewer} />
      {props.children}
    </div>
  </>
);
