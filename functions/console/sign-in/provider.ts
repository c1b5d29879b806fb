import type { ClientAuth, Configuration, IDToken, UserInfoResponse } from "openid-client";
import * as z from "zod";
import { isLoopback } from "../../../shared/loopback.ts";
import type { OidcSettings } from "../options.ts";

/** What is kept of a sign-in while the browser is at the provider. */
export const Journey = z.object({
  state: z.string().min(1),
  nonce: z.string().min(1),
  verifier: z.string().min(1),
  /** Where to go then: a path of the console. */
  to: z.string(),
});
export type Journey = z.infer<typeof Journey>;

/** What the provider says of who signed in there. */
export type Identity = { readonly email: string | undefined; readonly verified: boolean };

export type Provider = {
  /** Where to send the browser, and what to keep meanwhile. */
  readonly begin: (redirectUri: string, to: string) => Promise<{ readonly url: URL; readonly journey: Journey }>;
  /** `url` is where the provider sent the browser back to. Throws for whatever is not as it must be. */
  readonly finish: (url: URL, journey: Journey) => Promise<Identity>;
};

const SCOPE = "openid email";

/**
 * The company's OpenID Connect provider: authorization code with PKCE (RFC 7636), state and nonce. It is asked what it can do when the first of us signs
 * in, and again after that failed.
 */
export function providerOf(settings: OidcSettings): Provider {
  let known: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return {
    begin: async (redirectUri, to) => {
      const client = await import("openid-client");
      const journey = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        to,
      };
      const url = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: SCOPE,
        state: journey.state,
        nonce: journey.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
        code_challenge_method: "S256",
      });
      return { url, journey };
    },
    finish: async (url, { state, nonce, verifier }) => {
      const client = await import("openid-client");
      const config = await configuration();
      const tokens = await client.authorizationCodeGrant(config, url, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("the provider sent no ID token");
      if (claims["email"] !== undefined) return identityOf(claims);
      // Many tell the address only there.
      return identityOf(await client.fetchUserInfo(config, tokens.access_token, claims.sub));
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const client = await import("openid-client");
  const url = new URL(issuer);
  // Without TLS only to a provider on this machine, where nobody listens in between.
  const options = isLoopback(url.hostname) ? { execute: [client.allowInsecureRequests] } : undefined;
  return client.discovery(url, clientId, clientSecret, await secretShown(clientSecret), options);
}

/** In the way the provider says it takes; without a word on it, as OpenID Connect Discovery 1.0 has it (section 3). */
async function secretShown(secret: string): Promise<ClientAuth> {
  const { ClientSecretBasic, ClientSecretPost } = await import("openid-client");
  const [inHeader, inBody] = [ClientSecretBasic(secret), ClientSecretPost(secret)];
  return (server, ...request) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (ways.includes("client_secret_basic") ? inHeader : inBody)(server, ...request);
  };
}

const identityOf = (said: IDToken | UserInfoResponse): Identity => ({
  email: typeof said["email"] === "string" ? said["email"] : undefined,
  verified: said["email_verified"] === true,
});
