import type { App } from "../app.ts";
import { addressHash } from "../id.ts";
import type { ConditionalUpdate, MailResult, Write } from "../ports.ts";
import { alterProspect } from "../prospect/alter.ts";
import type { Prospect } from "../prospect/prospect.ts";
import type { ProfileOfTouches } from "../prospect/store.ts";
import { getSuppressions, neverAgain, suppressOnce } from "../suppression/store.ts";
import { writeBundles } from "../write-bundles.ts";
import {
  getTouch,
  giveBack,
  isUnanswered,
  markTouch,
  profileWithout,
  releaseTouch,
  restoreProfile,
  settleTouch,
  uncountTouch,
} from "./store.ts";
import type { Unanswered } from "./store.ts";
import type { Touch } from "./touch.ts";

/** What the mailer said of a reserved touch; `prospect` is as it was before the reservation. */
export type Answered = { readonly touch: Touch; readonly prospect: Prospect; readonly result: MailResult };

/**
 * Marks touches as the mailer answered. Accepted and unknown keep their place; a refusal or throttling gives the article and the caps back, and
 * only throttling the slot; an address that takes no email is never mailed again. Where something changed since the reservation, it is looked at anew.
 */
export async function markTouches(app: App, answered: readonly Answered[]): Promise<void> {
  const at = app.now();
  const { bounced = [], out = [], back = [] } = Object.groupBy(answered, wayOf);
  // First what only we know: of what has gone out the provider tells, too.
  const { lost } = await writeBundles(
    app.table,
    back.map((one) => ({ of: one, writes: [closing(one, "reserved", at), giveBack(one.prospect)] })),
  );
  // Only the touch itself changes where the email has gone, so nothing has to be written together.
  const unmarked = await app.table.writeEach(out.map((one) => marking(one, at)));
  for (const one of [...bounced, ...unmarked.flatMap((n) => out.slice(n, n + 1)), ...lost]) await markAnew(app, one);
}

const wayOf = (one: Answered): "bounced" | "out" | "back" => {
  if (isBounce(one)) return "bounced";
  return gone(one) ? "out" : "back";
};

const isBounce = ({ result }: Answered): boolean => result.outcome === "refused" && result.about === "address";

/** Has the email gone out, or may it have? */
const gone = ({ result }: Answered): boolean => result.outcome === "accepted" || result.outcome === "unknown";

function marking({ touch, result }: Answered, at: number): ConditionalUpdate {
  if (result.outcome === "accepted") return markTouch(touch, { outcome: "sent", messageId: result.messageId }, at);
  return markTouch(touch, { outcome: "unknown", reason: result.reason }, at);
}

/** What becomes of the touch itself. */
function closing({ touch, result }: Answered, from: Unanswered, at: number): Write {
  if (result.outcome === "throttled") return releaseTouch(touch, from);
  if (result.outcome === "accepted")
    return settleTouch(touch, { outcome: "sent", messageId: result.messageId, at }, from);
  return settleTouch(touch, { outcome: result.outcome, reason: result.reason, at }, from);
}

/**
 * One touch by itself, by what is there now: the sweep may have given it up as unknown while the answer was on its way, and the prospect may have
 * changed. Of a prospect who was erased meanwhile the mailer keeps nothing.
 */
async function markAnew(app: App, one: Answered): Promise<void> {
  const { touch, prospect: before } = one;
  const done = await alterProspect<"done">(app, touch.prospectId, async (prospect, at) => {
    const current = await getTouch(app.table, touch.prospectId, touch.date);
    if (!current || !isUnanswered(current.outcome)) return { writes: [], answer: "done" };
    const later = prospect.touchCount - before.touchCount - 1;
    const profile = gone(one) || later !== 0 ? undefined : profileWithout(prospect, before, touch);
    const restored = profile ? [restoreProfile(prospect, profile, at)] : [];
    // With other touches since, only what this one counted comes back.
    const uncounted = gone(one) || later <= 0 ? restored : [uncountTouch(prospect, touch, at)];
    const rest = isBounce(one) ? await bounceWrites(app, prospect, one, { at, profile, restored }) : uncounted;
    return { writes: [closing(one, current.outcome, app.now()), ...rest], answer: "done" };
  });
  if (done === "unknown-prospect") await app.mailer.forget(touch.prospectId);
}

/** The prospect is out and the address suppressed; nothing of it where that was so already. */
async function bounceWrites(
  app: App,
  prospect: Prospect,
  { prospect: before, result }: Answered,
  {
    at,
    profile,
    restored,
  }: { readonly at: number; readonly profile: ProfileOfTouches | undefined; readonly restored: readonly Write[] },
): Promise<Write[]> {
  const hash = addressHash(before.email);
  const known = (await getSuppressions(app.table, [hash])).get(hash);
  // Somebody has corrected the address since: only the old one is bad.
  if (addressHash(prospect.email) !== hash)
    return [...suppressOnce({ addressHash: hash, reason: "bounced", at }, known), ...restored];
  const note = `The address bounced${"reason" in result ? `: ${result.reason}` : ""}`;
  const leaving = neverAgain(prospect, { reason: "bounced", known, note }, at, profile);
  return leaving.length ? leaving : [...restored];
}
