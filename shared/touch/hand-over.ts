import type { App } from "../app.ts";
import type { MailEntry, MailResult } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { Mail } from "./mail.ts";
import { markTouches } from "./mark.ts";
import type { Answered } from "./mark.ts";
import type { Touch } from "./touch.ts";

/** A touch that has its place in the ledger and is about to go out, with everything made that can fail in the making. */
export type Reserved = {
  readonly touch: Touch;
  readonly prospect: Prospect;
  /** The same object for all who get the same. */
  readonly mail: Mail;
  readonly entry: MailEntry;
};

/**
 * Hands reserved touches to the mailer, one bulk call for each article and sender, and marks what came of them. A call that fails outright may
 * have sent: its touches are unknown and never repeated.
 * @returns the mailer's answers by prospect id
 */
export async function handOver(app: App, reserved: readonly Reserved[]): Promise<Map<string, MailResult>> {
  const answered: Answered[] = [];
  for (const [mail, group] of Map.groupBy(reserved, (one) => one.mail)) {
    const answers = await sendGroup(app, mail, group);
    for (const [index, { touch, prospect }] of group.entries()) {
      const result = answers[index] ?? { outcome: "unknown", reason: "no answer for this entry" };
      answered.push({ touch, prospect, result });
    }
  }
  await markTouches(app, answered);
  return new Map(answered.map(({ touch, result }) => [touch.prospectId, result]));
}

async function sendGroup(app: App, mail: Mail, group: readonly Reserved[]): Promise<MailResult[]> {
  try {
    return await app.mailer.sendBulk({ ...mail, entries: group.map((one) => one.entry) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : "the mailer failed";
    return group.map(() => ({ outcome: "unknown", reason }));
  }
}
