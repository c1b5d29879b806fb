import type { App } from "../app.ts";
import { slotsAhead } from "../cadence/next-slot.ts";
import { getCadence } from "../cadence/store.ts";
import { getProspect } from "../prospect/store.ts";
import { getRep } from "../rep/store.ts";
import { sendingPause } from "../sending/watch.ts";
import { suppressedAddresses } from "../suppression/store.ts";
import { toLocal } from "../time.ts";
import { whyNoOneOff } from "./one-off.ts";
import { sendableLibrary } from "./sendable.ts";
import { getTouch } from "./store.ts";

export type OneOff = {
  readonly prospectId: string;
  readonly articleId: string;
  /** Name of who sends it, for the history. */
  readonly by: string;
};

/**
 * ordered: on its way, as the touch of `date`; `insteadOfSlot`: the day's own email, which was still to come, does not come then. refused: `why` is a sentence
 * for people.
 */
export type OneOffOutcome =
  | { readonly outcome: "ordered"; readonly date: string; readonly insteadOfSlot: boolean }
  | { readonly outcome: "refused"; readonly why: string };

const refused = (why: string): OneOffOutcome => ({ outcome: "refused", why });

/**
 * Sends a prospect any article of the library at once, with the links of any other email. It is the touch of this very date on the prospect's calendar, so that
 * they still get at most one article a date, however it comes about. What can be checked is checked here, and all of it again as it goes out; should that
 * fail, the prospect's history says so.
 */
export async function sendOneOff(app: App, { prospectId, articleId, by }: OneOff): Promise<OneOffOutcome> {
  const prospect = await getProspect(app.table, prospectId);
  if (!prospect) return refused("There is no such prospect.");
  const { timeZone, cadenceId, repId } = prospect;
  const date = toLocal(timeZone, app.now()).date;
  const [cadence, library, touch, suppressed, rep, pause] = await Promise.all([
    getCadence(app.table, cadenceId),
    sendableLibrary(app),
    getTouch(app.table, prospectId, date),
    suppressedAddresses(app.table, [prospect.email]),
    repId === undefined ? undefined : getRep(app.table, repId),
    sendingPause(app),
  ]);
  if (!cadence) return refused("Nothing is sent before Settings are filled in.");
  if (pause) return refused(`All sending is paused: ${pause.says}`);
  const article = library.find(({ id }) => id === articleId);
  const facts = { prospect, article, suppressed: suppressed.size > 0, hasRep: rep !== undefined, cadence, date };
  const already = touch !== undefined && touch.outcome !== "skipped";
  const why = already ? "They already had an email today. Please send it tomorrow." : whyNoOneOff(facts);
  if (why !== undefined || !article) return refused(why ?? "That article is not in the library.");
  const order = {
    cadenceId,
    date,
    slotKind: article.kind,
    timeZone,
    scheduledAt: app.now(),
    prospectIds: [prospectId],
  };
  await app.touches.send([{ ...order, oneOff: { articleId, by } }]);
  const [next] = slotsAhead(cadence, timeZone, app.now(), 0);
  return { outcome: "ordered", date, insteadOfSlot: next !== undefined && !touch };
}
