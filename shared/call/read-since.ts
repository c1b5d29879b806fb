import type { JudgedSignal } from "../engagement/signal.ts";
import { isPerson } from "../engagement/weights.ts";
import type { Touch } from "../touch/touch.ts";

/** Something the prospect did with one of our emails, or on our site, since they were last called. */
export type ReadItem = {
  /** The last time, epoch ms. */
  readonly at: number;
  /** Of the email's article; none of a visit. */
  readonly title?: string | undefined;
  readonly what:
    | "opened"
    | "read"
    | "looked at your calling link"
    | "looked at what it costs"
    | "looked at the page to ask for a call"
    | "visited the site";
  readonly times: number;
};

const LINKS = {
  read: "read",
  meeting: "looked at your calling link",
  pricing: "looked at what it costs",
  "call-me": "looked at the page to ask for a call",
} as const;

function whatOf({ kind, link }: JudgedSignal): ReadItem["what"] | undefined {
  if (kind === "open") return "opened";
  if (kind === "visit") return "visited the site";
  if (kind !== "click" || link === "hidden") return undefined;
  return LINKS[link ?? "read"];
}

/**
 * What a person read since an instant (epoch ms): one line for each email and deed, the latest first; an email that was read needs no line that it was
 * opened. What machines did is not among it. Pure.
 */
export function readSince(signals: readonly JudgedSignal[], touches: readonly Touch[], since: number): ReadItem[] {
  const titles = new Map(touches.map(({ date, articleTitle }) => [date, articleTitle]));
  const deeds = signals.flatMap((signal) => {
    const what = signal.at > since && isPerson(signal.human) ? whatOf(signal) : undefined;
    return what ? [{ what, at: signal.at, slot: signal.slot }] : [];
  });
  const clicked = new Set(deeds.filter(({ what }) => what !== "opened").map(({ slot }) => slot));
  const told = deeds.filter(({ what, slot }) => what !== "opened" || !clicked.has(slot));
  return [...Map.groupBy(told, ({ what, slot }) => `${what} ${slot}`).values()]
    .map((same) => ({
      at: Math.max(...same.map(({ at }) => at)),
      title: titles.get(same[0]!.slot ?? ""),
      what: same[0]!.what,
      times: same.length,
    }))
    .toSorted((a, b) => b.at - a.at);
}
