import { resolve } from "node:path";
import { AppError } from "../../shared/error.ts";

/** What the environment says; read once at the start, never in business code. */
export type Settings = {
  readonly port: number;
  /** Loopback unless told otherwise: the console has no sign-in of its own yet. */
  readonly host: string;
  readonly folder: string;
  /** Where links in emails point, without a slash at the end. */
  readonly publicUrl: string;
  readonly smtpUrl: string | undefined;
};

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);
export const isLoopback = (host: string): boolean => LOOPBACK.has(host) || host === "::1";

export function readSettings(env: { readonly [name: string]: string | undefined }): Settings {
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
  };
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
