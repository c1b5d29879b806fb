import type { App } from "../app.ts";
import { pausedPk } from "../keys.ts";
import { DAY, toLocal } from "../time.ts";
import { putNote } from "./note.ts";
import { getProspects, standProspect } from "./store.ts";

/**
 * Brings back prospects whose pause is over on their own calendar.
 * @returns how many came back
 */
export async function resumeDue(app: App): Promise<number> {
  const now = app.now();
  // No zone's date is more than a day ahead of UTC's.
  const latest = new Date(now + DAY).toISOString().slice(0, 10);
  const page = await app.table.query({ pk: pausedPk, index: true, to: `${latest}~`, limit: 1000 });
  if (page.items.length === 0) return 0;
  const prospects = await getProspects(
    app.table,
    page.items.map((item) => item.pk.slice("PROSPECT#".length)),
  );
  let resumed = 0;
  for (const prospect of prospects.values()) {
    const { standing } = prospect;
    if (standing.state !== "paused" || standing.until > toLocal(prospect.timeZone, now).date) continue;
    await app.table.write(
      ...standProspect(prospect, { state: "active" }, now),
      putNote({ prospectId: prospect.id, at: now, text: `Back after the pause (${standing.reason}).` }),
    );
    resumed++;
  }
  return resumed;
}
