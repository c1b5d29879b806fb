import type { App } from "../app.ts";
import { Conflict } from "../error.ts";
import { addressHash } from "../id.ts";
import { prospectKey } from "../keys.ts";
import type { MailResult, Write } from "../ports.ts";
import { alterProspect } from "../prospect/alter.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { countSent } from "../sending/store.ts";
import { getSuppressions, neverAgain, suppressOnce } from "../suppression/store.ts";
import type { Reserved } from "./send.ts";
import { getLetter, isUnanswered, releaseLetter, settleLetter } from "./store.ts";
import type { Unanswered } from "./store.ts";

/** What the mailer said of a reserved letter. */
type Answered = Reserved & { readonly result: MailResult };

/**
 * Marks a letter as the mailer answered. Accepted and unknown keep their place; what was refused or throttled gives back what came with it, and only
 * throttling the place; an address that takes no email is never mailed again. Of a prospect who was erased meanwhile the mailer keeps nothing.
 */
export async function markLetter(app: App, one: Answered): Promise<void> {
  const { result } = one;
  if (result.outcome === "accepted") return markGone(app, one, { outcome: "sent", messageId: result.messageId });
  if (result.outcome === "unknown") return markGone(app, one, { outcome: "unknown", reason: result.reason });
  const done = await alterProspect<"done">(app, one.letter.prospectId, async (prospect, at) => {
    const current = await getLetter(app.table, prospect.id, one.letter.id);
    if (!current || !isUnanswered(current.outcome)) return { writes: [], answer: "done" };
    const bounced = result.outcome === "refused" && result.about === "address";
    return {
      writes: [
        closing(one, current.outcome, app.now()),
        countSent(one.letter.at, -1),
        ...one.beside.back,
        ...(bounced ? await bounceWrites(app, prospect, one, at) : unsee(prospect, one, at)),
      ],
      answer: "done",
    };
  });
  if (done === "unknown-prospect") await app.mailer.forget(one.letter.prospectId);
}

type Gone =
  | { readonly outcome: "sent"; readonly messageId: string }
  | { readonly outcome: "unknown"; readonly reason: string };

/** The sweep may have given it up as unknown while the answer was on its way, or the provider have told first. */
async function markGone(app: App, { letter }: Answered, mark: Gone): Promise<void> {
  for (const from of ["reserved", "unknown"] as const) {
    try {
      return await app.table.write(settleLetter(letter, { ...mark, at: app.now() }, from));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
    }
  }
  if (!(await getLetter(app.table, letter.prospectId, letter.id))) await app.mailer.forget(letter.prospectId);
}

function closing({ letter, result }: Answered, from: Unanswered, at: number): Write {
  if (result.outcome === "throttled") return releaseLetter(letter, from);
  const reason = "reason" in result ? { reason: result.reason } : {};
  return settleLetter(letter, { outcome: "refused", ...reason, at }, from);
}

/** The article did not go out after all; one that was seen before stays seen. */
function unsee(prospect: Prospect, { prospect: before, beside: { articleId } }: Answered, at: number): Write[] {
  if (articleId === undefined || before.seen.includes(articleId)) return [];
  const seen = prospect.seen.filter((id) => id !== articleId);
  const guard = { match: { touchCount: prospect.touchCount } };
  return [{ kind: "update", key: prospectKey(prospect.id), set: { seen, updatedAt: at }, guard }];
}

/** The prospect is out and the address suppressed; nothing of it where that was so already. */
async function bounceWrites(
  app: App,
  prospect: Prospect,
  { prospect: before, result }: Answered,
  at: number,
): Promise<Write[]> {
  const hash = addressHash(before.email);
  const known = (await getSuppressions(app.table, [hash])).get(hash);
  // Somebody has corrected the address since: only the old one is bad.
  if (addressHash(prospect.email) !== hash) return suppressOnce({ addressHash: hash, reason: "bounced", at }, known);
  const note = `The address bounced${"reason" in result ? `: ${result.reason}` : ""}`;
  return neverAgain(prospect, { reason: "bounced", known, note }, at);
}
