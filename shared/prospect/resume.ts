import type { App } from "../app.ts";
import { zonesChanged } from "../cadence/store.ts";
import { alterProspect } from "./alter.ts";
import { putNote } from "./note.ts";
import { OWN_WISH } from "./pause.ts";
import { standProspect } from "./store.ts";

/** Ends a pause that the prospect asked for; any other pause, and a prospect who has left, stays as it is ("not-resumed"). */
export async function resumeProspect(
  app: App,
  prospectId: string,
): Promise<"resumed" | "not-resumed" | "unknown-prospect"> {
  return alterProspect<"resumed" | "not-resumed">(app, prospectId, (prospect, at) => {
    if (prospect.standing.state !== "paused" || prospect.standing.reason !== OWN_WISH)
      return { writes: [], answer: "not-resumed" };
    return {
      writes: [
        ...standProspect(prospect, { state: "active" }, at),
        // Nobody else may have been left in the zone.
        zonesChanged(at),
        putNote({ prospectId, at, text: "Asked to start again" }),
      ],
      answer: "resumed",
    };
  });
}
