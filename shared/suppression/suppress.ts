import type { App } from "../app.ts";
import { addressHash } from "../id.ts";
import { alterProspect } from "../prospect/alter.ts";
import { putNote } from "../prospect/note.ts";
import type { Standing } from "../prospect/prospect.ts";
import { standProspect } from "../prospect/store.ts";
import { getSuppressions, putSuppression } from "./store.ts";
import type { Suppression } from "./suppression.ts";

type Reason = Suppression["reason"];
type Ending = Extract<Standing, { state: "ended" }>["reason"];

const ENDINGS: Record<Reason, { standing: Ending; note: string }> = {
  "opted out": { standing: "opted out", note: "Opted out of our email" },
  bounced: { standing: "bounced", note: "The address bounced" },
  complained: { standing: "complained", note: "Marked our email as spam" },
  "wrong address": { standing: "wrong address", note: "The address is someone else's" },
  erased: { standing: "erased", note: "Asked to be erased" },
  "import said so": { standing: "opted out", note: "Opted out, by the import" },
};

/**
 * The address is never mailed again: suppressed by its hash, the prospect out of the audience, a note on the timeline (`note`, or a sentence for the
 * reason), all in one transaction. Saying it again changes nothing and keeps the first reason. An open call task stays open.
 */
export async function suppress(
  app: App,
  prospectId: string,
  reason: Reason,
  note: string = ENDINGS[reason].note,
): Promise<"suppressed" | "already-suppressed" | "unknown-prospect"> {
  return alterProspect<"suppressed" | "already-suppressed">(app, prospectId, async (prospect, at) => {
    const hash = addressHash(prospect.email);
    const known = (await getSuppressions(app.table, [hash])).size > 0;
    if (known && prospect.standing.state === "ended") return { writes: [], answer: "already-suppressed" };
    return {
      writes: [
        ...(known ? [] : [{ ...putSuppression({ addressHash: hash, reason, at }), guard: "absent" as const }]),
        ...standProspect(prospect, { state: "ended", reason: ENDINGS[reason].standing }, at),
        putNote({ prospectId, at, text: note }),
      ],
      answer: "suppressed",
    };
  });
}
