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

export function readSettings(env: { readonly [name: string]: string | undefined }): Settings {
  const port = Number(env["PORT"] || 4600);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new AppError("invalid", `PORT is a whole number up to 65535, not "${env["PORT"]}"`);
  const publicUrl = (env["MIDWEEK_URL"] || `http://localhost:${port}`).replace(/\/+$/, "");
  if (!/^https?:\/\/[^/]/.test(publicUrl))
    throw new AppError("invalid", `MIDWEEK_URL is an address like https://mail.example.com, not "${publicUrl}"`);
  return {
    port,
    host: env["HOST"] || "127.0.0.1",
    folder: resolve(env["MIDWEEK_DATA"] || ".midweek"),
    publicUrl,
    smtpUrl: env["SMTP_URL"] || undefined,
  };
}
