import type { Settings } from "./settings.ts";

/** What the data folder holds. */
export type Found = {
  /** Filled with the sample company by this very start. */
  readonly filled: boolean;
  readonly hasCompany: boolean;
  /** The sample company, whenever it was filled in, is still there. */
  readonly sample: boolean;
};

const TRY_THIS = `  Try this:
  1. Press "to Wednesday afternoon in ..." in the bar on top, and look at the outbox.
  2. Open an email as the prospect would, pick a time for a call, and look at the worklist.
  3. npm run -s midweek -- play --weeks 12   plays a quarter on a copy.`;

function nextWords(settings: Settings, address: string, { hasCompany, sample }: Found): string[] {
  if (!hasCompany) return ["", `  Nothing is sent yet. First steps, one after the other: ${address}/start`];
  return sample && !settings.smtpUrl ? ["", TRY_THIS] : [];
}

/** What is said once Midweek runs; `door` are the lines about how to get in. */
export const welcomeWords = (
  settings: Settings,
  address: string,
  found: Found & { readonly door: readonly string[] },
): string =>
  [
    `\n  Midweek is running: ${address}`,
    `  Data: ${settings.folder}${found.filled ? " (filled with a sample company, Tidewick)" : ""}`,
    settings.smtpUrl ? "  Email goes out over SMTP." : "  No email leaves this machine: every one is in the outbox.",
    ...found.door,
    ...nextWords(settings, address, found),
    "",
  ].join("\n");
