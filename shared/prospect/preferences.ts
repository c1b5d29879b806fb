import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { alterProspect } from "./alter.ts";
import { forgetMeasured } from "./forget-measured.ts";
import { putNote } from "./note.ts";
import type { Prospect } from "./prospect.ts";
import { changeProspect } from "./store.ts";
import { isMeasured } from "./tracking.ts";

/** What a prospect may choose. No topics = any topic. */
type Preferences = {
  readonly topics: readonly string[];
  readonly atMostWeekly: boolean;
  /** May opens and clicks be measured. */
  readonly measure: boolean;
};

const MOST_TOPICS = 100;
/** How consent became known. */
const HERE = "on the preferences page";

/**
 * Keeps what the prospect chose, with a note on the timeline. "Do not measure me" denies consent, and if the company erases on withdrawal removes what
 * was measured so far. Throws AppError("invalid") for more than 100 topics.
 */
export async function changePreferences(
  app: App,
  prospectId: string,
  wanted: Preferences,
): Promise<"changed" | "unchanged" | "unknown-prospect"> {
  if (wanted.topics.length > MOST_TOPICS) throw new AppError("invalid", `topics: at most ${MOST_TOPICS}`);
  const answer = await alterProspect<"changed" | "unchanged">(app, prospectId, (prospect, at) => {
    const topics = [...new Set(wanted.topics)].toSorted();
    const tracking = consent(app, prospect, wanted.measure);
    const changes = { topics, atMostWeekly: wanted.atMostWeekly, tracking };
    const same =
      changes.tracking === prospect.tracking &&
      changes.atMostWeekly === prospect.atMostWeekly &&
      topics.join("\n") === prospect.topics.toSorted().join("\n");
    if (same) return { writes: [], answer: "unchanged" };
    const text = `Changed preferences: ${inWords(changes)}`;
    const since = tracking === prospect.tracking ? {} : { trackingSince: { at, how: HERE } };
    const change = changeProspect(prospectId, { ...changes, ...since }, at);
    return { writes: [change, putNote({ prospectId, at, text })], answer: "changed" };
  });
  // Also when nothing changed, so that asking again finishes what a crash left half done.
  if (!wanted.measure && answer !== "unknown-prospect") await forgetMeasured(app, prospectId);
  return answer;
}

/** Leaving the box as it was is no consent, so "unknown" becomes "granted" only for someone who was not measured and asks for it. */
function consent(app: App, prospect: Prospect, measure: boolean): Prospect["tracking"] {
  if (!measure) return "denied";
  return isMeasured(prospect, app.config.company) ? prospect.tracking : "granted";
}

function inWords(changes: Pick<Prospect, "topics" | "atMostWeekly" | "tracking">): string {
  const topics = changes.topics.length ? `topics ${changes.topics.join(", ")}` : "any topic";
  const rhythm = changes.atMostWeekly ? "at most one a week" : "the usual rhythm";
  return `${topics}; ${rhythm}; ${changes.tracking === "denied" ? "not measured" : "may be measured"}`;
}
