import type { LocalWorld } from "./local-world.ts";

/** A company's own OpenID Connect provider, as it is registered there. */
export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** What differs between the worlds the console runs in. Left out, nobody is signed in by where they come from. */
export type ConsoleOptions = {
  /** Outbox, import and a clock that moves: only on one machine. */
  readonly local?: LocalWorld | undefined;
  /** Whoever opens it as localhost is the owner of this machine. Only where nobody else can reach it. */
  readonly owner?: boolean | undefined;
  /** Where people open it, without a slash at the end; default: where prospects' links point. */
  readonly url?: string | undefined;
  readonly oidc?: OidcSettings | undefined;
  /**
   * Has the mailing of a sign-in link done so that how long the answer takes does not tell whether there was anybody to mail to. Default: before the
   * answer, which does tell.
   */
  readonly deliver?: ((work: () => Promise<void>) => Promise<void>) | undefined;
};
