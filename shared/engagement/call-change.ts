import type { Call, Evidence } from "../call/call.ts";
import type { Revision } from "../call/withdraw.ts";
import { mustNotBeCalled } from "../prospect/prospect.ts";
import { isMeasured } from "../prospect/tracking.ts";
import { HOUR } from "../time.ts";
import type { Engagement } from "./engagement.ts";
import type { Verdict } from "./judge.ts";
import type { Known } from "./known.ts";
import { MOST_EVIDENCE, findRise, hadRisen, hotRise, isExplicit } from "./rise.ts";
import type { Rise } from "./rise.ts";
import type { RiseKnobs } from "./rise-test.ts";
import { engagementOf } from "./score.ts";
import type { Ledger } from "./score.ts";
import type { JudgedSignal } from "./signal.ts";
import { thresholdOf } from "./usual.ts";
import { isPerson } from "./weights.ts";

/** open: a new task. heat: they asked while one is open. revise: the open one says other things. withdraw: it stood on a machine. */
export type CallChange =
  | { readonly kind: "none" }
  | { readonly kind: "open"; readonly rise: Rise }
  | { readonly kind: "heat"; readonly rise: Rise; readonly left: Evidence[] }
  | { readonly kind: "revise"; readonly changes: Revision }
  | { readonly kind: "withdraw"; readonly why: string; readonly evidence: Evidence[] };

export type Folded = {
  readonly ledger: Ledger;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Signals that are new, or that turned out to be a person's after all. */
  readonly news: readonly JudgedSignal[];
  readonly all: readonly JudgedSignal[];
  readonly engagement: Engagement;
  /** Those in force where not given. */
  readonly knobs?: RiseKnobs;
};

const NONE: CallChange = { kind: "none" };

/** What becomes of the call task when a prospect's signals are seen anew. Pure; `now` in epoch ms. */
export function callChange(known: Known, folded: Folded, now: number): CallChange {
  const asked = askedFor(
    known,
    folded.news.filter((signal) => !looksAgain(signal, folded.all)),
  );
  if (asked && known.call) return { kind: "heat", rise: asked, left: leftOf(known.call, folded) };
  if (asked) return { kind: "open", rise: asked };
  if (known.call) return openCallChange(known, known.call, folded, now);
  const rise =
    mayRise(known, folded, now) && findRise(folded.engagement.emails, zone(known), threshold(known, now), now);
  return rise ? { kind: "open", rise } : NONE;
}

const zone = ({ prospect }: Known): string => prospect.timeZone;

const threshold = ({ usual, prospect, company, calls }: Known, now: number): number =>
  thresholdOf(usual, prospect.repId, company.falseTasksPerFortnight, { declinedAt: calls.declinedAt, now });

const didRead = ({ kind, human }: JudgedSignal): boolean => (kind === "open" || kind === "click") && isPerson(human);

/** Who has left or must not be called is called only when asking for it; nobody so soon after the last call. */
const mayRise = (known: Known, { news, engagement }: Folded, now: number): boolean =>
  mayStillRise(known) &&
  now >= (known.calls.coolDownUntil ?? 0) &&
  news.some(didRead) &&
  hasHadEmailSince(known.calls.restarts?.at(-1) ?? 0, engagement.emails);

/** What came before the score began anew has had its call. */
const hasHadEmailSince = (restart: number, emails: Engagement["emails"]): boolean =>
  emails.some((email) => !email.waiting && email.sentAt >= restart);

const SAME_LOOK_MS = HOUR;

/** The same link of the same email again within the hour is the same look, and does not set the clock back. */
const looksAgain = (signal: JudgedSignal, all: readonly JudgedSignal[]): boolean =>
  signal.kind === "click" &&
  all.some(
    (other) =>
      other.at < signal.at &&
      signal.at - other.at < SAME_LOOK_MS &&
      other.link === signal.link &&
      other.slot === signal.slot &&
      isExplicit(other),
  );

/** What the prospect asked for, the latest first. */
function askedFor({ prospect, touches }: Known, news: readonly JudgedSignal[]): Rise | undefined {
  const [latest, ...earlier] = news
    .filter(isExplicit)
    .toSorted((a, b) => b.at - a.at || a.id.localeCompare(b.id))
    .slice(0, MOST_EVIDENCE)
    .map((asked) => hotRise(asked, titleOf(touches, asked), prospect.timeZone));
  return latest && { ...latest, evidence: [latest, ...earlier].flatMap(({ evidence }) => evidence) };
}

const titleOf = (touches: Known["touches"], { slot }: JudgedSignal): string | undefined =>
  touches.find((touch) => touch.date === slot)?.articleTitle;

/** Of a task that is there already: it takes in what has come, and gives up what turned out to be a machine's. */
function openCallChange(known: Known, call: Call, folded: Folded, now: number): CallChange {
  const evidence = call.evidence.map((one) => seenNow(one, folded.verdicts));
  const lost = evidence.filter(
    (one, place) => one.human !== undefined && !isPerson(one.human) && one !== call.evidence[place],
  );
  if (lost.length > 0) return withoutMachines(known, call, { folded, evidence, now });
  if (call.lane !== "warming" || call.attempts.length > 0 || !folded.news.some(didRead)) return NONE;
  const rise = risenBefore(known, call, folded, now);
  return rise ? revise(rise) : NONE;
}

/** The evidence of a task that is still a person's. */
const leftOf = (call: Call, { verdicts }: Folded): Evidence[] =>
  call.evidence.map((one) => seenNow(one, verdicts)).filter(({ human }) => human === undefined || isPerson(human));

function seenNow(evidence: Evidence, verdicts: ReadonlyMap<string, Verdict>): Evidence {
  const verdict = evidence.signalId === undefined ? undefined : verdicts.get(evidence.signalId);
  if (!verdict || (verdict.human === evidence.human && verdict.rule === evidence.rule)) return evidence;
  return { ...evidence, human: verdict.human, rule: verdict.rule };
}

/** The rise as if this task had not been opened. */
function risenBefore(known: Known, call: Call, { ledger, verdicts, knobs }: Folded, now: number): Rise | undefined {
  const restarts = ledger.restarts.filter((restart) => restart !== call.openedAt);
  const { emails } = engagementOf({ ...ledger, restarts }, verdicts, now, knobs);
  return hadRisen(emails, zone(known), call.score?.threshold ?? threshold(known, now), now);
}

type Lost = { readonly folded: Folded; readonly evidence: readonly Evidence[]; readonly now: number };

/** Of a task that stands on what a machine did, too: what is left of it, if anything. Nobody takes back a task that a rep has begun. */
function withoutMachines(known: Known, call: Call, { folded, evidence, now }: Lost): CallChange {
  const left = evidence.filter(({ human }) => human === undefined || isPerson(human));
  const signals = new Map(folded.all.map((signal) => [signal.id, signal]));
  const asked = left.find(({ signalId }) => {
    const signal = signalId === undefined ? undefined : signals.get(signalId);
    return signal !== undefined && isExplicit(signal);
  });
  if (asked) return revise({ evidence: left, ...(call.evidence[0] !== asked && { why: asked.text }) });
  const { heatedFrom } = call;
  if (heatedFrom && (heatedFrom.lane !== "warming" || call.attempts.length > 0))
    return revise({ ...heatedFrom, heatedFrom: undefined, evidence: left });
  if (call.attempts.length > 0) return revise({ evidence: [...evidence] });
  const rise = mayStillRise(known) ? risenBefore(known, call, folded, now) : undefined;
  if (rise) return revise({ ...rise, heatedFrom: undefined, dueAt: heatedFrom?.dueAt ?? call.dueAt });
  const machine = evidence.find(({ human }) => human !== undefined && !isPerson(human))!;
  const why = `a machine did it: ${folded.verdicts.get(machine.signalId!)?.reason ?? ""}`;
  return { kind: "withdraw", why, evidence: [...evidence] };
}

const revise = (changes: Revision): CallChange => ({ kind: "revise", changes });

const mayStillRise = ({ prospect, company }: Known): boolean =>
  prospect.standing.state !== "ended" && !mustNotBeCalled(prospect) && isMeasured(prospect, company);
