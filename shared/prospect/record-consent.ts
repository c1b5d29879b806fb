import type { App } from "../app.ts";
import { AppError } from "../error.ts";
import { alterProspect } from "./alter.ts";
import { forgetMeasured } from "./forget-measured.ts";
import { putNote } from "./note.ts";
import type { Consent } from "./prospect.ts";
import { changeProspect } from "./store.ts";

/** What a prospect said of being measured, and how it became known, in at most 300 characters for people. */
export type SaidConsent = { readonly tracking: Consent; readonly how: string };

export const LONGEST_HOW = 300;

/** What a change of consent is called on the timeline. */
const CONSENT_CHANGES: { readonly [consent in Consent]: string } = {
  granted: "Agreed to be measured",
  denied: "Does not want to be measured",
  unknown: "Measuring: back to never asked",
};

/**
 * Keeps what a prospect said of being measured, with when and how, and a note on the timeline. A denial also ends what was measured so far, if the
 * company erases it; recording it again finishes what a crash left half done. Throws AppError("invalid") when `how` is blank or too long.
 */
export async function recordConsent(
  app: App,
  prospectId: string,
  { tracking, how: written }: SaidConsent,
): Promise<"recorded" | "unchanged" | "unknown-prospect"> {
  const how = written.trim();
  if (!how) throw new AppError("invalid", "how: say in a few words how you know");
  if (how.length > LONGEST_HOW) throw new AppError("invalid", `how: at most ${LONGEST_HOW} characters`);
  const answer = await alterProspect<"recorded" | "unchanged">(app, prospectId, (prospect, at) => {
    if (prospect.tracking === tracking && prospect.trackingSince?.how === how)
      return { writes: [], answer: "unchanged" };
    const text = `${CONSENT_CHANGES[tracking]}, ${how}`;
    return {
      writes: [
        changeProspect(prospectId, { tracking, trackingSince: { at, how } }, at),
        putNote({ prospectId, at, text }),
      ],
      answer: "recorded",
    };
  });
  if (tracking === "denied") await forgetMeasured(app, prospectId);
  return answer;
}
