import type { App } from "../app.ts";
import { zonesChanged } from "../cadence/store.ts";
import { pausedPk } from "../keys.ts";
import { DAY, toLocal } from "../time.ts";
import { alterProspect } from "./alter.ts";
import { putNote } from "./note.ts";
import { standProspect } from "./store.ts";

/**
 * Brings back prospects whose pause is over on their own calendar, until none are left. Throws AggregateError when some could not be brought back, after
 * all the others were.
 * @returns how many came back
 */
export async function resumeDue(app: App): Promise<number> {
  // No zone's date is more than a day ahead of UTC's.
  const to = `${new Date(app.now() + DAY).toISOString().slice(0, 10)}~`;
  const troubles: unknown[] = [];
  let resumed = 0;
  let cursor: string | undefined;
  do {
    const page = await app.table.query({ pk: pausedPk, index: true, keysOnly: true, to, limit: 1000, cursor });
    for (const { pk } of page.items) {
      try {
        if ((await resumeIfDue(app, pk.slice("PROSPECT#".length))) === "resumed") resumed++;
      } catch (error) {
        troubles.push(error);
      }
    }
    cursor = page.cursor;
  } while (cursor);
  if (troubles.length)
    throw new AggregateError(troubles, `${troubles.length} prospects could not come back from their pause`);
  return resumed;
}

const resumeIfDue = (app: App, prospectId: string): Promise<"resumed" | "not-due" | "unknown-prospect"> =>
  alterProspect<"resumed" | "not-due">(app, prospectId, (prospect, at) => {
    const { standing } = prospect;
    if (standing.state !== "paused" || standing.until > toLocal(prospect.timeZone, app.now()).date)
      return { writes: [], answer: "not-due" };
    return {
      writes: [
        ...standProspect(prospect, { state: "active" }, at),
        // Nobody else may have been left in the zone.
        zonesChanged(at),
        putNote({ prospectId, at, text: `Back after the pause (${standing.reason}).` }),
      ],
      answer: "resumed",
    };
  });
