import { resolve } from "node:path";
import type { OidcSettings } from "../../functions/console/options.ts";
import { AppError } from "../../shared/error.ts";
import { isLoopback } from "../../shared/loopback.ts";

/** What the environment says; read once at the start, never in business code. */
export type Settings = {
  readonly port: number;
  /** Loopback unless told otherwise. */
  readonly host: string;
  readonly folder: string;
  /** Where links in emails point, without a slash at the end. */
  readonly publicUrl: string;
  readonly smtpUrl: string | undefined;
  /** The company's own OpenID Connect provider; without it people sign in by a mailed link alone. */
  readonly oidc: OidcSettings | undefined;
};

type Environment = { readonly [name: string]: string | undefined };

/** Nobody but who sits at this machine can reach it, neither straight nor through a name that leads here from elsewhere. */
export const isOnlyHere = ({ host, publicUrl }: Pick<Settings, "host" | "publicUrl">): boolean =>
  isLoopback(host) && isLoopback(new URL(publicUrl).hostname);

export function readSettings(env: Environment): Settings {
  const port = Number(env["PORT"] || 4600);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new AppError("invalid", `PORT is a whole number up to 65535, not "${env["PORT"]}"`);
  const publicUrl = (env["MIDWEEK_URL"] || `http://localhost:${port}`).replace(/\/+$/, "");
  if (!/^https?:\/\/[^/]/.test(publicUrl) || !URL.canParse(publicUrl))
    throw new AppError("invalid", `MIDWEEK_URL is an address like https://mail.example.com, not "${publicUrl}"`);
  const smtpUrl = env["SMTP_URL"] || undefined;
  if (smtpUrl) checkRealMail(smtpUrl, publicUrl);
  return {
    port,
    host: env["HOST"] || "127.0.0.1",
    folder: resolve(env["MIDWEEK_DATA"] || ".midweek"),
    publicUrl,
    smtpUrl,
    oidc: readOidc(env),
  };
}

const OIDC_NAMES = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"] as const;

/** All three or none. Only a provider on this machine may do without https. */
function readOidc(env: Environment): OidcSettings | undefined {
  const [issuer = "", clientId = "", clientSecret = ""] = OIDC_NAMES.map((name) => env[name]?.trim());
  if (!issuer && !clientId && !clientSecret) return undefined;
  for (const name of OIDC_NAMES)
    if (!env[name]?.trim())
      throw new AppError("invalid", `${name} is missing; signing in elsewhere needs ${OIDC_NAMES.join(", ")}`);
  const url = URL.parse(issuer);
  if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname))))
    throw new AppError("invalid", `OIDC_ISSUER is an address like https://accounts.example.com, not "${issuer}"`);
  return { issuer, clientId, clientSecret };
}

/** Email that leaves the machine must not carry links that lead nowhere. A mail catcher on this machine may. */
function checkRealMail(smtpUrl: string, publicUrl: string): void {
  if (!URL.canParse(smtpUrl) || !/^smtps?:$/.test(new URL(smtpUrl).protocol))
    throw new AppError("invalid", "SMTP_URL is an address like smtp://mail.example.com:587");
  if (!isLoopback(new URL(smtpUrl).hostname) && isLoopback(new URL(publicUrl).hostname))
    throw new AppError(
      "invalid",
      "with SMTP_URL, MIDWEEK_URL has to be the public address that the links in emails lead to, such as https://mail.example.com",
    );
}
