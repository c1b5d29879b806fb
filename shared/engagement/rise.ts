import type { Evidence } from "../call/call.ts";
import type { EmailEngagement, Hit } from "./engagement.ts";
import type { Signal } from "./signal.ts";
import { knobs, usualOf, warmthOf } from "./warmth.ts";
import type { Usual } from "./warmth.ts";
import { counted, momentInWords } from "./words.ts";

/** Why a rep should call now, in words a rep can check. */
export type Rise = { readonly lane: "hot" | "warming"; readonly why: string; readonly evidence: Evidence[] };

/** As many as a rep reads before dialling. */
export const MOST_EVIDENCE = 6;

/**
 * Has interest risen above what is usual for this prospect? recent >= floor and warmth >= times * expected (the formula and the knobs are
 * in warmth.ts). The same emails and the same `now` (epoch ms) always give the same answer.
 */
export function findRise(emails: readonly EmailEngagement[], timeZone: string, now: number): Rise | undefined {
  const { warmth, recent: lately, expected } = warmthOf(emails, now);
  if (lately < knobs.floor || warmth < knobs.times * expected) return undefined;
  const recent = emails
    .flatMap((email) => email.hits.map((hit) => ({ email, hit })))
    .filter(({ hit }) => hit.at >= now - knobs.halfLife)
    .toSorted((a, b) => b.hit.at - a.hit.at || a.hit.signalId.localeCompare(b.hit.signalId));
  const clicks = recent.filter(({ hit }) => hit.kind === "click");
  const opens = recent.filter(({ hit }) => hit.kind === "open");
  const usually = usualInWords(usualOf(emails, now));
  const shown = [...clicks, ...opens].slice(0, MOST_EVIDENCE).map(({ email, hit }, place) => ({
    at: hit.at,
    signalId: hit.signalId,
    text: `${hitInWords(email, hit, timeZone)}${place === 0 ? `; ${usually}` : ""}`,
  }));
  const sum = [clicks.length ? counted(clicks.length, "click") : "", opens.length ? counted(opens.length, "open") : ""];
  const why = `${sum.filter(Boolean).join(" and ")} in the last 14 days; ${usually}`;
  return { lane: "warming", why, evidence: shown };
}

function hitInWords(email: EmailEngagement, hit: Hit, timeZone: string): string {
  const what = `“${email.title ?? `the email of ${email.date}`}”`;
  return `${hit.kind === "click" ? "Clicked" : "Opened"} ${what} (${momentInWords(timeZone, hit.at)})`;
}

/** "usually 1 click in 8 emails". Opens are named when there were no clicks, which says more than "no click". */
function usualInWords(usual: Usual): string {
  if (usual.emails === 0) return "new, so nothing is usual yet";
  const emails = counted(usual.emails, "email");
  if (usual.clicks > 0 || usual.opens === 0) return `usually ${counted(usual.clicks, "click")} in ${emails}`;
  return `usually ${counted(usual.opens, "open")} and no click in ${emails}`;
}

/** Did the prospect ask? A reply, a form, or a click on the rep's calling link: no arithmetic, the rep calls. */
export const isExplicit = (signal: Pick<Signal, "kind" | "link">): boolean =>
  signal.kind === "reply" || signal.kind === "form" || (signal.kind === "click" && signal.link === "meeting");

const MOST_QUOTED = 160;

/** The hot lane for an explicit signal. `title`: what the email it answers carried. */
export function hotRise(signal: Signal, title: string | undefined, timeZone: string): Rise {
  const about = title === undefined ? "" : ` in the email “${title}”`;
  const did =
    signal.kind === "reply"
      ? `Replied${title === undefined ? "" : ` to “${title}”`}`
      : signal.kind === "form"
        ? "Asked for a call"
        : `Clicked your calling link${about}`;
  const said = signal.text?.replaceAll(/\s+/g, " ").trim();
  const quoted = said ? `: “${said.length > MOST_QUOTED ? `${said.slice(0, MOST_QUOTED - 1)}…` : said}”` : "";
  const text = `${did} (${momentInWords(timeZone, signal.at)})${quoted}`;
  return {
    lane: "hot",
    why: signal.kind === "form" ? did : `Asked for it: ${did.charAt(0).toLowerCase()}${did.slice(1)}`,
    evidence: [{ at: signal.at, text, signalId: signal.id }],
  };
}
