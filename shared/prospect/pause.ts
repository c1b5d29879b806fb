import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { addDays, toLocal } from "../time.ts";
import { alterProspect } from "./alter.ts";
import { putNote } from "./note.ts";
import { standProspect } from "./store.ts";

/** The reason of a pause that the prospect chose, and so may end. */
export const OWN_WISH = "own wish";

/**
 * No email for so many days (1 to 3650) of the prospect's own calendar, counted from today there. A longer pause that is already running keeps its
 * end. Who has left stays away ("ended").
 */
export async function pauseProspect(
  app: App,
  prospectId: string,
  days: number,
): Promise<"paused" | "ended" | "unknown-prospect"> {
  if (!Number.isInteger(days) || days < 1 || days > 3650)
    throw new AppError("invalid", `a pause is 1 to 3650 days long, not ${days}`);
  return alterProspect<"paused" | "ended">(app, prospectId, (prospect, at) => {
    const { standing } = prospect;
    if (standing.state === "ended") return { writes: [], answer: "ended" };
    const asked = addDays(toLocal(prospect.timeZone, app.now()).date, days);
    const until = standing.state === "paused" && standing.until > asked ? standing.until : asked;
    if (standing.state === "paused" && standing.until === until && standing.reason === OWN_WISH)
      return { writes: [], answer: "paused" };
    return {
      writes: [
        ...standProspect(prospect, { state: "paused", until, reason: OWN_WISH }, at),
        putNote({ prospectId, at, text: `Asked for a pause until ${until}` }),
      ],
      answer: "paused",
    };
  });
}
