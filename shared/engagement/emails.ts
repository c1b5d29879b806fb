import type { Touch } from "../touch/touch.ts";
import type { EmailEngagement, Hit } from "./engagement.ts";
import { knobs } from "./warmth.ts";

/**
 * The emails a prospect could have answered, silence included: derived from the touches at the moment a signal comes, so
 * that sending needs no write of its own here. Untracked emails say nothing and are left out, unless one was answered (`answered`: slots).
 */
export function emailsOf(
  touches: readonly Touch[],
  known: readonly EmailEngagement[],
  answered: ReadonlySet<string>,
): EmailEngagement[] {
  const before = new Map(known.map((email) => [email.date, email]));
  return touches
    .filter((touch) => touch.outcome !== "skipped" && touch.outcome !== "refused")
    .filter(
      (touch) =>
        answered.has(touch.date) || before.has(touch.date) || (touch.outcome === "sent" && touch.tracked !== false),
    )
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .slice(-knobs.emailsKept)
    .map((touch) => emailOf(touch, before.get(touch.date)));
}

const emailOf = (touch: Touch, known: EmailEngagement | undefined): EmailEngagement => ({
  date: touch.date,
  sentAt: touch.at,
  title: touch.articleTitle,
  opens: known?.opens ?? 0,
  clicks: known?.clicks ?? 0,
  lastAt: known?.lastAt ?? null,
  hits: known?.hits ?? [],
});

/**
 * The email with one more open or click, or the same email if it is not a new one: an open or a click of the same link within the hour is the same
 * look, a signal that was already counted is none, and of each kind only the latest few count.
 */
export function withHit(email: EmailEngagement, hit: Hit): EmailEngagement {
  const same = email.hits.some(
    (known) =>
      known.signalId === hit.signalId ||
      (known.kind === hit.kind && known.link === hit.link && Math.abs(known.at - hit.at) < knobs.sameLook),
  );
  if (same) return email;
  const all = [...email.hits, hit].toSorted((a, b) => a.at - b.at || a.signalId.localeCompare(b.signalId));
  const opens = all.filter((known) => known.kind === "open").slice(-knobs.opensPerEmail);
  const clicks = all.filter((known) => known.kind === "click").slice(-knobs.clicksPerEmail);
  return {
    ...email,
    hits: all.filter((known) => opens.includes(known) || clicks.includes(known)),
    opens: opens.length,
    clicks: clicks.length,
    lastAt: Math.max(email.lastAt ?? 0, hit.at),
  };
}
