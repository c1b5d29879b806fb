import type { App } from "../app.ts";
import { getTouchesAt } from "../touch/store.ts";
import type { Touch } from "../touch/touch.ts";
import { isAboutPerson, isOfLetter, isOfTouch } from "./feedback.ts";
import type { Feedback, OfTouch } from "./feedback.ts";
import { settleLetterHeard } from "./settle-letter.ts";
import { settleHeard } from "./settle.ts";
import { signalOf } from "./signals.ts";
import { takeOut } from "./take-out.ts";

/**
 * Takes in what the provider tells of our emails: touches and letters are settled, addresses that bounce and people who complain are never mailed again, opens and
 * clicks of touches go the way of every signal; letters are not measured. Each may be told any number of times, in any order, and of touches that are not there.
 * @throws Conflict when somebody else was faster five times over: deliver again
 */
export async function recordFeedback(app: App, batch: readonly Feedback[]): Promise<void> {
  const ofTouches = batch.filter(isOfTouch);
  const found = await getTouchesAt(app.table, ofTouches);
  const touches = new Map(found.map((touch) => [placeOf(touch.prospectId, touch.date), touch]));
  const ofProspects = [...Map.groupBy(ofTouches, (one) => one.prospectId).values()];
  await Promise.all(ofProspects.map((heard) => settleAll(app, heard, touches)));
  for (const heard of Map.groupBy(batch.filter(isOfLetter), ({ prospectId, letter }) =>
    placeOf(prospectId, letter),
  ).values())
    await settleLetterHeard(app, heard);
  // One after the other: they all count on the same row, and would get in each other's way.
  for (const one of batch) if (isAboutPerson(one)) await takeOut(app, one);
  await passOn(app, ofTouches, touches);
}

type Touches = ReadonlyMap<string, Touch>;
const placeOf = (prospectId: string, slot: string): string => `${prospectId} ${slot}`;
const touchOf = (touches: Touches, one: OfTouch): Touch | undefined => touches.get(placeOf(one.prospectId, one.slot));

/** All of one prospect, one touch after the other. */
async function settleAll(app: App, heard: readonly OfTouch[], touches: Touches): Promise<void> {
  for (const ofTouch of Map.groupBy(heard, (one) => one.slot).values())
    await settleHeard(app, touchOf(touches, ofTouch[0]!), ofTouch);
}

async function passOn(app: App, batch: readonly OfTouch[], touches: Touches): Promise<void> {
  const signals = batch.flatMap((one) =>
    one.kind === "opened" || one.kind === "clicked" ? (signalOf(one, touchOf(touches, one), app.config) ?? []) : [],
  );
  const distinct = [...new Map(signals.map((signal) => [signal.id, signal])).values()];
  if (distinct.length > 0) await app.signals.send(distinct);
}
