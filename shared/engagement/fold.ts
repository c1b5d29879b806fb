import type { Company } from "../config.ts";
import { mustNotBeCalled } from "../prospect/prospect.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { isMeasured } from "../prospect/tracking.ts";
import type { Touch } from "../touch/touch.ts";
import { emailsOf, withHit } from "./emails.ts";
import type { Engagement } from "./engagement.ts";
import { judgeSignal } from "./human.ts";
import { MOST_EVIDENCE, findRise, hotRise, isExplicit } from "./rise.ts";
import type { Rise } from "./rise.ts";
import type { JudgedSignal, Signal } from "./signal.ts";
import { machineVisits } from "./visit.ts";

/** recorded: a person's. machine: kept for the timeline, counts for nothing. not-measured: left no trace. */
export type RecordOutcome = "recorded" | "already-known" | "machine" | "not-measured" | "unknown-prospect";

export type Before = {
  readonly prospect: Prospect;
  readonly engagement: Engagement;
  readonly touches: readonly Touch[];
  /** Ids of signals that are in the ledger. */
  readonly ledger: ReadonlySet<string>;
  /** Signals of the ledger, human or not, that came at about the same time. */
  readonly nearby: readonly JudgedSignal[];
  readonly company: Pick<Company, "untrackedCountries">;
};

export type After = {
  /** One per signal, in order. */
  readonly outcomes: RecordOutcome[];
  /** New in the ledger. */
  readonly judged: JudgedSignal[];
  /** Unchanged (the same object) when no person did anything. */
  readonly engagement: Engagement;
  readonly replied: boolean;
  readonly rise: Rise | undefined;
};

/** What a prospect's new signals change. Pure; `now` in epoch ms. */
export function foldSignals(before: Before, signals: readonly Signal[], now: number): After {
  const sent = new Map(before.touches.map((touch) => [touch.date, touch]));
  const known = new Set(before.ledger);
  const measured = isMeasured(before.prospect, before.company);
  const visits = machineVisits([...before.nearby, ...signals]);
  const judged: JudgedSignal[] = [];
  const outcomes = signals.map((signal): RecordOutcome => {
    if (known.has(signal.id)) return "already-known";
    // Replies and forms are received, not measured.
    if (!measured && signal.kind !== "reply" && signal.kind !== "form") return "not-measured";
    known.add(signal.id);
    const sentAt = signal.slot === undefined ? undefined : sent.get(signal.slot)?.at;
    const verdict = judgeSignal(signal, sentAt, visits.has(signal.id));
    judged.push({ ...signal, ...verdict });
    return verdict.human ? "recorded" : "machine";
  });
  const people = judged.filter((signal) => signal.human).toSorted((a, b) => a.at - b.at || a.id.localeCompare(b.id));
  if (people.length === 0) return { outcomes, judged, engagement: before.engagement, replied: false, rise: undefined };
  const engagement = engaged(before, people);
  const replied = people.some((signal) => signal.kind === "reply");
  return { outcomes, judged, engagement, replied, rise: riseOf(before, people, { engagement, now }) };
}

/** The engagement with these human signals in it. */
function engaged(before: Before, people: readonly Signal[]): Engagement {
  const answered = new Set(people.flatMap((signal) => signal.slot ?? []));
  const emails = emailsOf(before.touches, before.engagement.emails, answered);
  const clickedTopics = { ...before.engagement.clickedTopics };
  for (const signal of people) {
    const place = emails.findIndex((email) => email.date === signal.slot);
    const email = emails[place];
    if (!email || (signal.kind !== "open" && signal.kind !== "click")) continue;
    const hit = { kind: signal.kind, link: signal.link, at: signal.at, signalId: signal.id };
    const next = withHit(email, hit);
    if (next === email) continue;
    emails[place] = next;
    if (signal.kind !== "click" || signal.link === "meeting") continue;
    for (const topic of before.touches.find((touch) => touch.date === signal.slot)?.topics ?? [])
      clickedTopics[topic] = (clickedTopics[topic] ?? 0) + 1;
  }
  const lastAt = Math.max(...people.map((signal) => signal.at), before.engagement.lastHumanAt ?? 0);
  return { ...before.engagement, emails, clickedTopics, lastHumanAt: lastAt, version: before.engagement.version + 1 };
}

/**
 * Why to call, if there is a why: what the prospect asked for, else a rise. Who has left (opted out, customer, not interested) or must not be called
 * is called only when asking for it.
 */
function riseOf(
  { prospect, touches }: Before,
  people: readonly Signal[],
  { engagement, now }: { engagement: Engagement; now: number },
): Rise | undefined {
  const titleOf = (signal: Signal) => touches.find((touch) => touch.date === signal.slot)?.articleTitle;
  const [latest, ...earlier] = people
    .filter(isExplicit)
    .toReversed()
    .slice(0, MOST_EVIDENCE)
    .map((asked) => hotRise(asked, titleOf(asked), prospect.timeZone));
  if (latest) return { ...latest, evidence: [latest, ...earlier].flatMap(({ evidence }) => evidence) };
  if (prospect.standing.state === "ended" || mustNotBeCalled(prospect)) return undefined;
  if (!people.some(({ kind }) => kind === "open" || kind === "click")) return undefined;
  return findRise(engagement.emails, prospect.timeZone, now);
}
