import { Resource } from "sst/resource";
import * as z from "zod";

const Links = z.object({ OidcClientSecret: z.object({ value: z.string() }) });

/** The company's own OpenID Connect provider, if it has one; the secret comes encrypted from SST and never stands in the plain environment. */
export function oidcOfEnvironment() {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = process.env;
  if (!issuer || !clientId) return undefined;
  return { issuer, clientId, clientSecret: Links.parse(Resource).OidcClientSecret.value };
}
