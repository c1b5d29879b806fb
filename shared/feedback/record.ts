import type { App } from "../app.ts";
import { getTouchesAt } from "../touch/store.ts";
import type { Touch } from "../touch/touch.ts";
import { isAboutPerson } from "./feedback.ts";
import type { Feedback } from "./feedback.ts";
import { settleHeard } from "./settle.ts";
import { signalOf } from "./signals.ts";
import { takeOut } from "./take-out.ts";

/**
 * Takes in what the provider tells of our emails: touches are settled, addresses that bounce and people who complain are never mailed again, opens and
 * clicks go the way of every signal. Each may be told any number of times, in any order, and of touches that are not there.
 * @throws Conflict when somebody else was faster five times over: deliver again
 */
export async function recordFeedback(app: App, batch: readonly Feedback[]): Promise<void> {
  const found = await getTouchesAt(app.table, batch);
  const touches = new Map(found.map((touch) => [placeOf(touch.prospectId, touch.date), touch]));
  const ofProspects = [...Map.groupBy(batch, (one) => one.prospectId).values()];
  await Promise.all(ofProspects.map((heard) => settleAll(app, heard, touches)));
  // One after the other: they all count on the same row, and would get in each other's way.
  for (const one of batch) if (isAboutPerson(one)) await takeOut(app, one);
  await passOn(app, batch, touches);
}

type Touches = ReadonlyMap<string, Touch>;
const placeOf = (prospectId: string, slot: string): string => `${prospectId} ${slot}`;
const touchOf = (touches: Touches, one: Feedback): Touch | undefined => touches.get(placeOf(one.prospectId, one.slot));

/** All of one prospect, one touch after the other. */
async function settleAll(app: App, heard: readonly Feedback[], touches: Touches): Promise<void> {
  for (const ofTouch of Map.groupBy(heard, (one) => one.slot).values())
    await settleHeard(app, touchOf(touches, ofTouch[0]!), ofTouch);
}

async function passOn(app: App, batch: readonly Feedback[], touches: Touches): Promise<void> {
  const signals = batch.flatMap((one) =>
    one.kind === "opened" || one.kind === "clicked" ? (signalOf(one, touchOf(touches, one), app.config) ?? []) : [],
  );
  const distinct = [...new Map(signals.map((signal) => [signal.id, signal])).values()];
  if (distinct.length > 0) await app.signals.send(distinct);
}
