import type { App } from "../app.ts";
import { messageOf } from "../error.ts";
import { newId } from "../id.ts";
import type { MailEntry, MailResult } from "../ports.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { countSent } from "../sending/store.ts";
import type { Mail } from "./mail.ts";
import { markTouches } from "./mark.ts";
import type { Answered } from "./mark.ts";
import type { Touch } from "./touch.ts";
import { forgetHandOver, noteHandOver } from "./unsettled.ts";
import type { HandOver } from "./unsettled.ts";

/** A touch that has its place in the ledger and is about to go out, with everything made that can fail in the making. */
export type Reserved = {
  readonly touch: Touch;
  readonly prospect: Prospect;
  /** The same object for all who get the same. */
  readonly mail: Mail;
  readonly entry: MailEntry;
};

/**
 * Hands reserved touches to the mailer, one bulk call for each article and sender, all at once because each may have to wait for its place, and marks
 * what came of them. A call that fails outright may have sent: its touches are unknown and never repeated.
 * @returns the mailer's answers by prospect id
 */
export async function handOver(app: App, reserved: readonly Reserved[]): Promise<Map<string, MailResult>> {
  const groups = [...Map.groupBy(reserved, (one) => one.mail)];
  const answered = (await Promise.all(groups.map(([mail, group]) => answersTo(app, mail, group)))).flat();
  await markTouches(app, answered);
  return new Map(answered.map(({ touch, result }) => [touch.prospectId, result]));
}

async function answersTo(app: App, mail: Mail, group: readonly Reserved[]): Promise<Answered[]> {
  const answers = await sendGroup(app, mail, group);
  return group.map(({ touch, prospect }, index) => {
    const result = answers[index] ?? { outcome: "unknown", reason: "no answer for this entry" };
    return { touch, prospect, result };
  });
}

/**
 * Keeps a note of the touches while `act` reserves, hands over and marks them; it stays, for the sweep, if `act` does not come to its end. All count
 * as sent from the beginning, because a bounce may be told before the answer is; `gone` says how many may have gone out, and the rest is taken back.
 */
export async function noted<Answer>(
  app: App,
  touches: Pick<HandOver, "date" | "prospectIds">,
  act: () => Promise<{ readonly answer: Answer; readonly gone: number }>,
): Promise<Answer> {
  const planned = touches.prospectIds.length;
  if (planned === 0) return (await act()).answer;
  const note = { ...touches, at: app.now(), id: newId() };
  await app.table.write(noteHandOver(note), countSent(note.at, planned));
  const { answer, gone } = await act();
  if (gone < planned) await app.table.write(countSent(note.at, gone - planned)).catch(() => undefined);
  // All is marked, so a note that stays costs the sweep a look and nothing else; the batch must not come again for that.
  await app.table.write(forgetHandOver(note)).catch(() => undefined);
  return answer;
}

async function sendGroup(app: App, mail: Mail, group: readonly Reserved[]): Promise<MailResult[]> {
  try {
    return await app.mailer.sendBulk({ ...mail, entries: group.map((one) => one.entry) });
  } catch (error) {
    return group.map(() => ({ outcome: "unknown", reason: messageOf(error) }));
  }
}
