import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { isUnderWay } from "./rehearsal.ts";
import { changeRehearsal, getRehearsal } from "./store.ts";

/** Ends a dry run that is under way: whoever works it out sees it within a second or so. One that is over stays as it is. */
export async function stopRehearsal(app: App, id: string): Promise<"stopped" | "over" | "unknown-rehearsal"> {
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const rehearsal = await getRehearsal(app.table, id);
    if (!rehearsal) return "unknown-rehearsal";
    if (!isUnderWay(rehearsal)) return "over";
    try {
      await app.table.write(changeRehearsal(rehearsal, { state: "stopped", progressAt: app.now() }));
      return "stopped";
    } catch (error) {
      // It may have begun at this very moment.
      if (!(error instanceof Conflict)) throw error;
    }
  }
  return "over";
}
