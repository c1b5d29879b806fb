import * as z from "zod";
import type { App } from "../app.ts";
import { MINUTE } from "../durations.ts";
import { Conflict } from "../error.ts";
import { testCountKey } from "../keys.ts";
import { withoutAddresses } from "../no-address.ts";
import { nobodyYet } from "../nobody-yet.ts";
import type { Guard, Write } from "../ports.ts";
import { draftOf, marked, type PreviewParts } from "./preview.ts";

/** Enough for trying things out, too few for a mistake of a script to be of consequence. */
const TESTS_A_MINUTE = 3;

export type TestOrder = PreviewParts & {
  /** Who asks for it, and the only one who gets it. */
  readonly to: { readonly memberId: string; readonly name: string; readonly email: string };
};

/** not-sent: `why` is a sentence for people. */
export type TestOutcome = { readonly outcome: "sent" } | { readonly outcome: "not-sent"; readonly why: string };

const notSent = (why: string): TestOutcome => ({ outcome: "not-sent", why });

/**
 * Sends somebody of the company a template as a prospect would get it, to their own address: marked in the subject, with links of nobody's, measured by
 * nothing, and no touch of anybody's. The prospect's address is not in it, and a reply comes back to who asked.
 */
export async function sendTest(app: App, { to, ...parts }: TestOrder): Promise<TestOutcome> {
  if (app.config.company.senderAddress === nobodyYet.senderAddress)
    return notSent("Nothing is sent before Settings are filled in.");
  const { rendering, values, from } = await draftOf(app.config, parts);
  if (!(await counted(app, to.memberId)))
    return notSent(`At most ${TESTS_A_MINUTE} tests are sent in a minute. Wait a little and try again.`);
  const [result] = await app.mailer.sendBulk({
    from,
    replyTo: to.email,
    rendering: marked(rendering, "[Test] "),
    entries: [
      {
        to: { name: to.name, address: to.email },
        values: { ...values, address: to.email },
        headers: { "Auto-Submitted": "auto-generated" },
        // With the prospect's id, so that erasing them finds it; without a slot, so that nobody takes it for an email to them.
        tags: { ...(parts.prospect && { prospect: parts.prospect.id }), test: parts.template },
      },
    ],
  });
  if (result?.outcome === "accepted") return { outcome: "sent" };
  return notSent(`The mail server did not take it: ${withoutAddresses(result?.reason ?? "no answer")}`);
}

const Count = z.object({ last: z.number(), sentAt: z.array(z.number()) });

/** Was there room for one more of this member's within the minute? Whoever asks twice in the same moment gets one. */
async function counted(app: App, memberId: string): Promise<boolean> {
  const now = app.now();
  const key = testCountKey(memberId);
  const item = await app.table.get(key);
  const before = item && Count.parse(item.data);
  const sentAt = (before?.sentAt ?? []).filter((at) => at > now - MINUTE);
  if (sentAt.length >= TESTS_A_MINUTE) return false;
  const guard: Guard = before ? { match: { last: before.last } } : "absent";
  const data = { last: Math.max(now, (before?.last ?? 0) + 1), sentAt: [...sentAt, now] };
  const write: Write = { kind: "put", item: { ...key, data, expiresAt: now + MINUTE }, guard };
  try {
    await app.table.write(write);
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
}
