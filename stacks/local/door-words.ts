import { resolve } from "node:path";
import type { App } from "../../shared/app.ts";
import { signInLinkByHand } from "../../shared/member/request-sign-in.ts";
import { getMembers } from "../../shared/member/store.ts";
import { isOnlyHere } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** `terminal`: somebody watches; what is printed elsewhere may be kept in a log that others read. */
type Watched = { readonly terminal: boolean };

/** How to get in, for whoever starts Midweek: a line each. */
export async function doorWords(
  app: App,
  settings: Settings,
  { terminal }: Watched = { terminal: process.stdout.isTTY },
): Promise<string[]> {
  if (isOnlyHere(settings))
    return ["  On localhost you are signed in as the owner of this machine; from elsewhere nobody can reach it."];
  const admin = (await getMembers(app.table)).find(({ role }) => role === "admin");
  const door = `${settings.publicUrl}/sign-in`;
  const byHand = settings.smtpUrl
    ? []
    : [
        "  Without SMTP_URL no link arrives by email; whoever may use this terminal gets one with",
        commandLine("link you@your-company.example", settings),
      ];
  if (!admin)
    return [
      `  Everybody signs in at ${door}, and nobody may yet. Let yourself in:`,
      commandLine("set you@your-company.example --name You --role admin", settings),
      ...byHand,
    ];
  const words = [`  Everybody signs in at ${door}.`, ...byHand];
  if (settings.smtpUrl || !terminal) return words;
  const link = await signInLinkByHand(app, admin, settings.publicUrl);
  return [...words, `  For ${admin.name}, once, within 15 minutes: ${link}`];
}

function commandLine(words: string, { folder }: Settings): string {
  const where = folder === resolve(".midweek") ? "" : ` --data ${folder}`;
  return `    npm run -s midweek -- members ${words}${where}`;
}
