import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { getLetter, isUnanswered, settleLetter } from "../letter/store.ts";
import { putNote } from "../prospect/note.ts";
import { isRefusal } from "./feedback.ts";
import type { OfLetter } from "./feedback.ts";

const ATTEMPTS = 5;

/**
 * What was heard of one letter settles it: refused where the provider gave it up, even after taking it, with a note for the rep, else sent where we did
 * not know. One that is not there, or was refused, stays as it is. Throws `Conflict` after five lost races.
 */
export async function settleLetterHeard(app: App, heard: readonly OfLetter[]): Promise<void> {
  const first = heard.find((one) => isRefusal(one)) ?? heard[0];
  if (!first) return;
  const { prospectId, letter: id, messageId, sentAt: at } = first;
  for (let attempt = 1; ; attempt += 1) {
    const letter = await getLetter(app.table, prospectId, id);
    if (!letter || letter.outcome === "refused") return;
    const refused = isRefusal(first);
    if (!refused && !isUnanswered(letter.outcome)) return;
    try {
      return await app.table.write(
        ...(refused
          ? [
              settleLetter(letter, { outcome: "refused", reason: first.why, messageId, at }, letter.outcome),
              putNote({ prospectId, at: app.now(), text: `“${letter.subject}” did not go out: ${first.why}` }),
            ]
          : [settleLetter(letter, { outcome: "sent", messageId, at }, letter.outcome)]),
      );
    } catch (error) {
      if (!(error instanceof Conflict) || attempt === ATTEMPTS) throw error;
    }
  }
}
