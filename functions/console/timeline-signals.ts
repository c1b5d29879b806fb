/** What prospects and machines did with emails, as lines of a history. */
import type { JudgedSignal } from "../../shared/engagement/signal.ts";
import { MAYBE_FROM, isPerson } from "../../shared/engagement/weights.ts";
import { DAY } from "../../shared/time.ts";
import { sureWords } from "./evidence.ts";
import type { Entry } from "./timeline-entry.ts";

const CLICKED: { readonly [link in NonNullable<JudgedSignal["link"]>]?: string } = {
  meeting: "Looked at the calling link",
  pricing: "Looked at what it costs",
  "call-me": "Looked at the page to ask for a call",
  hidden: "Followed the link that no reader sees",
};

const DID = { reply: "Replied", form: "Asked for a call", booking: "Booked a meeting", visit: "Visited the site" };

function signalWords({ kind, link }: JudgedSignal, title: string | undefined): string {
  const of = title ? `: ${title}` : "";
  if (kind === "open") return `Opened the email${of}`;
  if (kind !== "click") return DID[kind];
  return (link && CLICKED[link]) ?? `Read the article${of}`;
}

/** A gateway leaves many lines on every email: those of one email and day are told in one. */
export function signalEntries(
  signals: readonly JudgedSignal[],
  titles: ReadonlyMap<string, string | undefined>,
): Entry[] {
  const [machines, others] = [signals.filter(isMachine), signals.filter((signal) => !isMachine(signal))];
  const visits = Map.groupBy(machines, ({ slot, at }) => `${slot} ${Math.floor(at / DAY)}`);
  return [
    ...others.map((signal) => signalEntry(signal, titles)),
    ...[...visits.values()].map((visit) =>
      visit.length === 1 ? signalEntry(visit[0]!, titles) : visitEntry(visit, titles),
    ),
  ];
}

const isMachine = ({ human, rule }: JudgedSignal): boolean => human < MAYBE_FROM && rule !== "apple-privacy";

function visitEntry(visit: readonly JudgedSignal[], titles: ReadonlyMap<string, string | undefined>): Entry {
  const title = visit[0]?.slot && titles.get(visit[0].slot);
  return {
    at: Math.min(...visit.map(({ at }) => at)),
    kind: "machine",
    what: `${visit.length} times a machine${title ? `: ${title}` : ""} (not counted)`,
    detail: [...new Set(visit.map(({ reason }) => reason))].join("\n"),
  };
}

function signalEntry(signal: JudgedSignal, titles: ReadonlyMap<string, string | undefined>): Entry {
  const { at, rule, human, text } = signal;
  const words = signalWords(signal, signal.slot && titles.get(signal.slot));
  if (rule === "apple-privacy")
    return { at, kind: "machine", what: `${words} (opens not measurable)`, detail: signal.reason };
  const sure = rule === "own-words" ? undefined : sureWords(signal);
  return isPerson(human)
    ? { at, kind: "signal", what: words, detail: [text, sure].filter(Boolean).join("\n") || undefined }
    : {
        at,
        kind: "machine",
        what: `${words} (${human < MAYBE_FROM ? "" : "probably "}a machine, not counted)`,
        detail: sure,
      };
}
