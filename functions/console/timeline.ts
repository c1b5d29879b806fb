/** A prospect's whole history, as lines to read. */
import type { Attempt, Call } from "../../shared/call/call.ts";
import type { JudgedSignal } from "../../shared/engagement/signal.ts";
import type { Letter } from "../../shared/letter/letter.ts";
import type { Note } from "../../shared/prospect/note.ts";
import { toLocal } from "../../shared/time.ts";
import type { Touch } from "../../shared/touch/touch.ts";
import type { Entry } from "./timeline-entry.ts";
import { signalEntries } from "./timeline-signals.ts";
import { shortDate, whenIn } from "./when.ts";

export type Day = { readonly date: string; readonly entries: readonly Entry[] };

export type History = {
  readonly touches: readonly Touch[];
  readonly letters: readonly Letter[];
  readonly signals: readonly JudgedSignal[];
  readonly calls: readonly Call[];
  readonly notes: readonly Note[];
  readonly repNames: ReadonlyMap<string, string>;
};

/** Newest first, in groups of one day on the prospect's calendar. */
export function timelineOf(history: History, zone: string): Day[] {
  const titles = new Map(history.touches.map((touch) => [touch.date, touch.articleTitle]));
  const entries = [
    ...history.touches.map(touchEntry),
    ...history.letters.map(letterEntry),
    ...signalEntries(history.signals, titles),
    ...history.calls.flatMap((call) => callEntries(call, history.repNames)),
    ...history.notes.filter(saidByNoCall(history.calls)).map(noteEntry),
  ].toSorted((a, b) => b.at - a.at);
  const days = Map.groupBy(entries, (entry) => toLocal(zone, entry.at).date);
  return [...days].map(([date, ofDay]) => ({ date, entries: ofDay }));
}

const KINDS = { "blog-post": "Blog post", "case-study": "Case study", resource: "Resource" } as const;

/** Why nothing went out, in words. */
const SKIPS: { readonly [reason: string]: string } = {
  suppressed: "the address is on the do-not-mail list",
  paused: "the prospect was paused",
  ended: "the prospect had left the cadence",
  "cadence-paused": "the cadence was paused",
  "window-closed": "the afternoon was over before it could leave",
  "cap-7-days": "enough emails within 7 days",
  "cap-30-days": "enough emails within 30 days",
  "at-most-weekly": "the prospect asked for at most one a week",
  "long-rhythm": "the long rhythm has no email this week",
  "library-used-up": "everything that fits has been sent",
  "no-rep": "no rep to send in the name of",
  "in-conversation": "a conversation with a rep was going on",
  "call-within-the-hour": "a call was due within the hour",
  vetoed: "kept back by hand",
  "article-broken": "the email could not be made",
};

const skipWords = (reason: string | undefined): string =>
  reason === undefined ? "no reason was kept" : (SKIPS[reason] ?? reason);

/** The outbox numbers its emails in their message ids. */
const outboxPath = (messageId: string | undefined): string | undefined => {
  const number = /^outbox-(\d+)$/.exec(messageId ?? "")?.[1];
  return number && `/outbox/${number}`;
};

function touchEntry(touch: Touch): Entry {
  const kind = KINDS[touch.articleKind ?? touch.slotKind];
  const title = touch.articleTitle ?? touch.subject ?? "";
  const href = outboxPath(touch.messageId);
  if (touch.outcome === "skipped") {
    const what = `No email for ${shortDate(touch.date)}: ${skipWords(touch.reason)}`;
    return { at: touch.at, kind: "skip", what, detail: touch.detail };
  }
  const said = {
    sent: `${kind} sent: ${title}`,
    reserved: `${kind} on its way: ${title}`,
    refused: `${kind} refused: ${title}`,
    unknown: `${kind} handed over, no answer came back: ${title}`,
  }[touch.outcome];
  return { at: touch.at, kind: "email", what: said, detail: touch.reason ?? touch.detail, href };
}

const LETTERS = { "follow-up": "Follow-up", reminder: "Reminder of the call" } as const;

const BECAME: { readonly [outcome in Letter["outcome"]]: string } = {
  sent: "sent",
  reserved: "on its way",
  refused: "refused",
  unknown: "handed over, no answer came back",
};

const letterEntry = ({ at, kind, outcome, subject, reason, messageId }: Letter): Entry => ({
  at,
  kind: "email",
  what: `${LETTERS[kind]} ${BECAME[outcome]}: ${subject}`,
  detail: reason,
  href: outboxPath(messageId),
});

function stepWords(attempt: Attempt): string {
  const step = attempt.nextStep;
  const note = step.note ? ` (${step.note})` : "";
  if (step.kind === "declined") return `No next step${note}`;
  return `Next: ${step.kind}, ${shortDate(step.date)}${step.time ? ` ${step.time}` : ""}${note}`;
}

/** What was promised and what stands in the way. */
const besidesWords = ({ promises = [], blocker, recording }: Attempt): string[] => [
  ...promises.map(({ text, due }) => `Promised for ${shortDate(due)}: ${text}`),
  ...(blocker ? [`In the way: ${blocker.kind}, again on ${shortDate(blocker.reviewOn)}`] : []),
  ...(recording ? [`Recording: ${recording}`] : []),
];

const takenBack = ({ number }: Call): string => `Call ${number} taken back`;

const noteEntry = ({ at, text }: Note): Entry => ({ at, kind: "note", what: text });

/** That a call was taken back is noted too; its own entry leads there and says it. */
function saidByNoCall(calls: readonly Call[]): (note: Note) => boolean {
  const said = new Set(calls.flatMap((call) => (call.withdrawn ? [`${takenBack(call)}: ${call.withdrawn.why}`] : [])));
  return ({ text }) => !said.has(text);
}

function callEntries(call: Call, repNames: ReadonlyMap<string, string>): Entry[] {
  const href = `/prospects/${call.prospectId}/calls/${call.number}`;
  const due = call.state === "open" ? `To be called ${whenIn(call.timeZone, call.dueAt)}` : undefined;
  return [
    {
      at: call.openedAt,
      kind: "call",
      what: `Call ${call.number} put on the worklist`,
      detail: [call.openedAs?.why ?? call.heatedFrom?.why ?? call.why, due].filter(Boolean).join("\n"),
      href,
    },
    ...call.attempts.map((attempt): Entry => {
      const by = repNames.get(attempt.repId);
      return {
        at: attempt.at,
        kind: "call",
        what: `Call ${call.number}${by ? ` by ${by}` : ""}: ${attempt.disposition}`,
        detail: [attempt.notes, stepWords(attempt), ...besidesWords(attempt)].filter(Boolean).join("\n"),
        href,
      };
    }),
    ...(call.withdrawn
      ? [{ at: call.withdrawn.at, kind: "call" as const, what: takenBack(call), detail: call.withdrawn.why, href }]
      : []),
  ];
}
