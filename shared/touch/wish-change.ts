import type { App } from "../app.ts";
import { slotsAhead } from "../cadence/next-slot.ts";
import { getCadence } from "../cadence/store.ts";
import { Conflict } from "../error.ts";
import { prospectKey, touchKey } from "../keys.ts";
import type { Write } from "../ports.ts";
import { alterProspect } from "../prospect/alter.ts";
import { putNote } from "../prospect/note.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { DAY, weekdayOf, toLocal } from "../time.ts";
import { WISH_DAYS } from "./wish.ts";
import { getTouch } from "./store.ts";

/** Whose slot (a date on their calendar), and the name of who wants something of it. */
export type WishOf = { readonly prospectId: string; readonly date: string; readonly by: string };

/** refused: nothing was changed; `why` is a sentence for people. */
export type WishOutcome = { readonly outcome: "noted" } | { readonly outcome: "refused"; readonly why: string };

type Change = { readonly write: Write; readonly note: string };

const refused = (why: string): WishOutcome => ({ outcome: "refused", why });
const TOO_LATE = "Too late: that email is out, or was already decided.";

/**
 * Changes what is wanted of a slot that is still to come. The profile moves on with it, so that a reservation which was planned without knowing of the wish
 * fails and looks again: what is wanted here before the email goes out, holds.
 */
export async function changeWish(
  app: App,
  { prospectId, date }: WishOf,
  change: (prospect: Prospect) => Promise<Change | { readonly refused: string }>,
): Promise<WishOutcome> {
  try {
    const answer = await alterProspect<WishOutcome>(app, prospectId, async (prospect, at) => {
      const why = await whyNoWish(app, prospect, date);
      const wanted = why === undefined ? await change(prospect) : { refused: why };
      if ("refused" in wanted) return { writes: [], answer: refused(wanted.refused) };
      return {
        writes: [
          wanted.write,
          { kind: "update", key: prospectKey(prospectId), set: { updatedAt: at }, guard: "present" },
          { kind: "check", key: touchKey(prospectId, date), guard: "absent" },
          putNote({ prospectId, at, text: wanted.note }),
        ],
        answer: { outcome: "noted" },
      };
    });
    return answer === "unknown-prospect" ? refused("There is no such prospect.") : answer;
  } catch (error) {
    if (error instanceof Conflict) return refused("The prospect is changing all the time; please try again.");
    throw error;
  }
}

async function whyNoWish(app: App, prospect: Prospect, date: string): Promise<string | undefined> {
  const cadence = await getCadence(app.table, prospect.cadenceId);
  const { timeZone } = prospect;
  const today = toLocal(timeZone, app.now()).date;
  // From the day's beginning: an email whose time has come but which waits for its place may still be kept back.
  const slots = cadence ? [...slotsAhead(cadence, timeZone, app.now() - DAY, WISH_DAYS + 1)] : [];
  if (!slots.some((slot) => slot.date === date && date >= today))
    return `No email is due on ${weekdayOf(date)} ${date}, or it is more than ${WISH_DAYS} days ahead.`;
  return (await getTouch(app.table, prospect.id, date)) ? TOO_LATE : undefined;
}
