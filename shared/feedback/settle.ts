import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { alterProspect } from "../prospect/alter.ts";
import { getTouch, isUnanswered, noteDelivery, settleTouch, uncountTouch } from "../touch/store.ts";
import type { Touch } from "../touch/touch.ts";
import { isRefusal } from "./feedback.ts";
import type { Feedback, Of, OfTouch } from "./feedback.ts";

const ATTEMPTS = 5;

/** Nearly all email arrives sooner, and then the moment of sending is near enough and costs no write. */
const QUICKLY = 30_000;

/**
 * What was heard of one touch settles it: refused where the provider gave it up, even after taking it, else sent where we did not know, and with the
 * moment it arrived where that was late. A touch that is not there, was skipped or refused stays as it is. `touch` is as it was read; throws `Conflict`
 * after five lost races.
 */
export async function settleHeard(app: App, touch: Touch | undefined, heard: readonly OfTouch[]): Promise<void> {
  const refusal = heard.find((one) => isRefusal(one));
  if (refusal) return refuse(app, refusal);
  const [first] = heard;
  if (first) await settleAsSent(app, touch, first);
  const late = heard.find((one) => one.kind === "delivered" && one.at - one.sentAt > QUICKLY);
  if (touch && late) await settleAsDelivered(app, touch, late.at);
}

/** Of a touch that is not sent, or gone, there is nothing to note. */
async function settleAsDelivered(app: App, touch: Touch, deliveredAt: number): Promise<void> {
  if (touch.deliveredAt !== deliveredAt) await app.table.writeEach([noteDelivery(touch, deliveredAt)]);
}

async function settleAsSent(app: App, touch: Touch | undefined, { messageId, sentAt }: Feedback): Promise<void> {
  let current = touch;
  for (let attempt = 1; current && isUnanswered(current.outcome); attempt += 1) {
    try {
      return await app.table.write(settleTouch(current, { outcome: "sent", messageId, at: sentAt }, current.outcome));
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === ATTEMPTS) throw error;
    }
    current = await getTouch(app.table, current.prospectId, current.date);
  }
}

async function refuse(app: App, refusal: Of<"rejected" | "rendering-failed"> & OfTouch): Promise<void> {
  const { prospectId, slot, messageId, why: reason, sentAt } = refusal;
  await alterProspect<"done">(app, prospectId, async (prospect, at) => {
    const touch = await getTouch(app.table, prospectId, slot);
    if (!touch || touch.outcome === "skipped" || touch.outcome === "refused") return { writes: [], answer: "done" };
    const result = { outcome: "refused", reason, messageId, at: sentAt } as const;
    return { writes: [settleTouch(touch, result, touch.outcome), uncountTouch(prospect, touch, at)], answer: "done" };
  });
}
