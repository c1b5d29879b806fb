import type { Evidence, ScoreShown } from "../call/call.ts";
import type { EmailScore, Hit } from "./engagement.ts";
import { riseInWords } from "./rise-words.ts";
import { isOwnWords } from "./signal.ts";
import type { JudgedSignal } from "./signal.ts";
import { HOT_FROM } from "./weights.ts";
import { momentInWords } from "./words.ts";

/** Why a rep should call now, in words a rep can check. */
export type Rise = {
  readonly lane: "hot" | "warming";
  readonly why: string;
  readonly evidence: Evidence[];
  readonly score?: ScoreShown | undefined;
};

/** As many as a rep reads before dialling. */
export const MOST_EVIDENCE = 6;
/** As many emails as fit a small plot: seven weeks of the default cadence. */
const SHOWN = 14;

/** The emails since the score last began anew. */
const sinceAnew = (emails: readonly EmailScore[]): readonly EmailScore[] =>
  emails.slice(
    Math.max(
      0,
      emails.findLastIndex((email) => email.anew),
    ),
  );

/** The place of the email with which the rise began, of those that count. */
const riseBegan = (counted: readonly EmailScore[]): number =>
  Math.max(0, counted.length - (counted.at(-1)?.began ?? 1));

/**
 * Has interest risen above what is usual for this prospect? The score of the last email that counts has reached the threshold (rise-test.ts says
 * how it comes about). `now` in epoch ms.
 */
export function findRise(
  emails: readonly EmailScore[],
  timeZone: string,
  threshold: number,
  now: number,
): Rise | undefined {
  const counted = emails.filter((email) => !email.waiting);
  const last = counted.at(-1);
  return last && last.score >= threshold ? riseIn(counted, timeZone, threshold, now) : undefined;
}

/** Was the score ever high enough since it last began anew? For a task that is open already, which later silence does not close. */
export function hadRisen(emails: readonly EmailScore[], timeZone: string, threshold: number, now: number) {
  const counted = emails.filter((email) => !email.waiting);
  const high = sinceAnew(counted).some((email) => email.score >= threshold);
  return high ? riseIn(counted, timeZone, threshold, now) : undefined;
}

function riseIn(counted: readonly EmailScore[], timeZone: string, threshold: number, now: number): Rise {
  const began = riseBegan(counted);
  const hits = counted
    .slice(began)
    .flatMap((email) => email.hits.map((hit) => ({ email, hit })))
    .toSorted((a, b) => b.hit.at - a.hit.at || a.hit.signalId.localeCompare(b.hit.signalId));
  const shown = [
    ...hits.filter(({ hit }) => hit.kind === "click"),
    ...hits.filter(({ hit }) => hit.kind === "open"),
  ].slice(0, MOST_EVIDENCE);
  return {
    lane: "warming",
    why: riseInWords(counted, began),
    evidence: shown.map(({ email, hit }) => ({
      at: hit.at,
      text: hitInWords(email, hit, timeZone),
      signalId: hit.signalId,
      human: hit.human,
      rule: hit.rule,
    })),
    score: { at: now, threshold, emails: counted.slice(-SHOWN).map(({ hits: _shown, ...email }) => email) },
  };
}

const LOOKED_AT = {
  read: "Clicked",
  meeting: "Clicked your calling link in",
  pricing: "Looked at what it costs, from",
  "call-me": "Looked at the page to ask for a call, from",
  hidden: "Followed the hidden link of",
} as const;

function hitInWords(email: EmailScore, hit: Hit, timeZone: string): string {
  const what = `“${email.title ?? `the email of ${email.date}`}”`;
  const did = hit.kind === "click" ? LOOKED_AT[hit.link ?? "read"] : "Opened";
  return `${did} ${what} (${momentInWords(timeZone, hit.at)})`;
}

const ASKING = new Set<JudgedSignal["link"]>(["meeting", "pricing", "call-me"]);

/** Did the prospect ask? A reply, a form, a booked meeting, or a person's click on a link that asks: no arithmetic, the rep calls. */
export const isExplicit = ({ kind, link, human }: Pick<JudgedSignal, "kind" | "link" | "human">): boolean =>
  human >= HOT_FROM && (isOwnWords({ kind }) || (kind === "click" && ASKING.has(link)));

const MOST_QUOTED = 160;

const DID = {
  meeting: "Clicked your calling link",
  pricing: "Looked at what it costs",
  "call-me": "Looked at the page to ask for a call",
} as const;

function didWhat({ kind, link }: JudgedSignal, title: string | undefined): string {
  if (kind === "reply") return `Replied${title === undefined ? "" : ` to “${title}”`}`;
  if (kind === "booking") return "Booked a meeting";
  if (kind === "form") return "Asked for a call";
  const asked = link === "pricing" || link === "call-me" ? link : "meeting";
  return `${DID[asked]}${title === undefined ? "" : ` in the email “${title}”`}`;
}

/** The hot lane for an explicit signal. `title`: what the email it answers carried. */
export function hotRise(signal: JudgedSignal, title: string | undefined, timeZone: string): Rise {
  const did = didWhat(signal, title);
  const said = signal.text?.replaceAll(/\s+/g, " ").trim();
  const quoted = said ? `: “${said.length > MOST_QUOTED ? `${said.slice(0, MOST_QUOTED - 1)}…` : said}”` : "";
  const text = `${did} (${momentInWords(timeZone, signal.at)})${quoted}`;
  const { at, id: signalId, human, rule } = signal;
  const plain = signal.kind !== "reply" && signal.link !== "meeting";
  return {
    lane: "hot",
    why: plain ? did : `Asked for it: ${did.charAt(0).toLowerCase()}${did.slice(1)}`,
    evidence: [{ at, text, signalId, human, rule, asks: true }],
  };
}
