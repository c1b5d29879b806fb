import type { App } from "../app.ts";
import type { Cadence } from "../cadence/cadence.ts";
import { slotsAhead } from "../cadence/next-slot.ts";
import type { DatedSlot } from "../cadence/next-slot.ts";
import { getCadences } from "../cadence/store.ts";
import type { Call } from "../call/call.ts";
import { openCallsOf } from "../call/store.ts";
import type { Article } from "../content/article.ts";
import { getClickedTopics } from "../engagement/topics.ts";
import type { Experiment } from "../experiment/experiment.ts";
import { getExperiments } from "../experiment/store.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { suppressedAddresses } from "../suppression/store.ts";
import { decide, slotRules } from "./decide.ts";
import { heldBy } from "./hold.ts";
import { sendableLibrary } from "./sendable.ts";
import { placeName, slotsAsTheyAre } from "./wish-store.ts";
import { heed } from "./wish.ts";
import type { Heeded, Wish } from "./wish.ts";

/** The next email of a prospect as it looks now: the slot, what would go out in it or why nothing would, and what somebody of ours wants of it. */
export type Coming = { readonly slot: DatedSlot; readonly next: Heeded; readonly wish: Wish | undefined };

/** A week's slots are always among them, and of these at most today's can be taken. */
const DAYS = 15;
const FIRST = 2;

/** The first slots to come; none in a zone where the cadence has none. */
function firstSlots(cadence: Cadence, timeZone: string, now: number): DatedSlot[] {
  const slots: DatedSlot[] = [];
  for (const slot of slotsAhead(cadence, timeZone, now, DAYS)) {
    // Of one date only the first counts: there is one touch a date.
    if (!slots.some(({ date }) => date === slot.date)) slots.push(slot);
    if (slots.length === FIRST) break;
  }
  return slots;
}

/** What is known besides the prospect when the next email is worked out. */
type ComingFacts = {
  readonly cadence: Cadence;
  readonly library: readonly Article[];
  readonly experiments: readonly Experiment[];
  readonly suppressed: boolean;
  readonly clickedTopics: { readonly [topic: string]: number };
  readonly openCall: Call | undefined;
};

/** What would become of a slot if its time had come, by the same rules as the sending. Pure. */
function outlookOf(prospect: Prospect, slot: DatedSlot, facts: ComingFacts, wish: Wish | undefined): Coming {
  const { cadence, library, experiments, suppressed, clickedTopics, openCall } = facts;
  const rules = slotRules({ date: slot.date, slotKind: slot.slot.kind }, cadence, library, experiments);
  const decision = decide(rules, prospect, { suppressed, clickedTopics, held: heldBy(openCall, slot.at) });
  const wanted = { prospect, date: slot.date, sectorRules: cadence.sectorRules };
  return { slot, next: heed(decision, wish, library, wanted), wish };
}

/** The next email of each of these prospects, by id, in a handful of reads however many they are; who has no slot to come is left out. */
export async function comingEmails(app: App, prospects: readonly Prospect[]): Promise<Map<string, Coming>> {
  const { table } = app;
  const ids = prospects.map(({ id }) => id);
  const [kept, library, experiments, calls, clicked, suppressed] = await Promise.all([
    getCadences(table),
    sendableLibrary(app),
    getExperiments(table),
    openCallsOf(table, ids),
    getClickedTopics(table, ids),
    suppressedAddresses(
      table,
      prospects.map(({ email }) => email),
    ),
  ]);
  const cadences = new Map(kept.map((cadence) => [cadence.id, cadence]));
  const slots = prospects.flatMap((prospect) => {
    const cadence = cadences.get(prospect.cadenceId);
    return cadence ? [{ prospect, cadence, first: firstSlots(cadence, prospect.timeZone, app.now()) }] : [];
  });
  const { touches, wishes } = await slotsAsTheyAre(
    table,
    slots.flatMap(({ prospect: { id: prospectId }, first }) => first.map(({ date }) => ({ prospectId, date }))),
  );
  const coming = new Map<string, Coming>();
  for (const { prospect, cadence, first } of slots) {
    const { id, email } = prospect;
    const place = (date: string): string => placeName({ prospectId: id, date });
    const slot = first.find(({ date }) => !touches.has(place(date)));
    if (!slot) continue;
    const clickedTopics = clicked.get(id) ?? {};
    const known = { suppressed: suppressed.has(email), clickedTopics, openCall: calls.get(id) };
    const facts = { cadence, library, experiments, ...known };
    coming.set(id, outlookOf(prospect, slot, facts, wishes.get(place(slot.date))));
  }
  return coming;
}

/** The next email of one prospect; undefined when none is due, whatever is done. */
export const comingEmail = async (app: App, prospect: Prospect): Promise<Coming | undefined> =>
  (await comingEmails(app, [prospect])).get(prospect.id);
