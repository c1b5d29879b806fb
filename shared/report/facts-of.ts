import type { Call } from "../call/call.ts";
import type { Company } from "../config.ts";
import { DAY } from "../durations.ts";
import { observe } from "../engagement/score.ts";
import type { JudgedSignal } from "../engagement/signal.ts";
import type { Heard } from "../feedback/store.ts";
import type { Note } from "../prospect/note.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { mayHaveGone } from "../touch/touch.ts";
import type { Touch } from "../touch/touch.ts";
import type { TouchFact } from "./fact.ts";
import { callsLedTo } from "./led-to.ts";

/** All rows of one prospect that say what became of emails. */
export type Past = {
  readonly prospect: Prospect;
  readonly touches: readonly Touch[];
  readonly signals: readonly JudgedSignal[];
  readonly calls: readonly Call[];
  readonly notes: readonly Note[];
  readonly heard: readonly Heard[];
};

type Asked = Pick<Company, "eraseOnWithdrawal"> & { readonly now: number };

/** Nearly all bounces are told within the day. */
const TOLD_WITHIN = DAY;

/**
 * What became of each of a prospect's emails, oldest first. An email went out when the mailer took it, or, where its answer got lost, when somebody or something
 * followed it. Opens and clicks are as they were judged when they came or were judged again since. `segments`: ids of those the prospect is in. Pure; `now` in epoch ms.
 */
export function factsOf(past: Past, segments: readonly string[], { now, eraseOnWithdrawal }: Asked): TouchFact[] {
  const { prospect, signals, notes, heard } = past;
  const around: Around = {
    prospect,
    segments,
    bySlot: Map.groupBy(signals, ({ slot }) => slot),
    byMessage: Map.groupBy(heard, ({ messageId }) => messageId),
    led: callsLedTo(past.calls, new Map(signals.map((signal) => [signal.id, signal]))),
    out: new Set(notes.flatMap((note) => note.optedOutOf ?? slotIn(note.text) ?? [])),
    erased: prospect.tracking === "denied" && eraseOnWithdrawal,
    now,
  };
  return past.touches
    .filter((touch) => touch.outcome === "sent" || (mayHaveGone(touch) && around.bySlot.has(touch.date)))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
    .map((touch, place) => factOf(touch, place + 1, around));
}

/** All that is told of a prospect's emails, by which email. */
type Around = {
  readonly prospect: Prospect;
  readonly segments: readonly string[];
  readonly bySlot: ReadonlyMap<string | undefined, readonly JudgedSignal[]>;
  readonly byMessage: ReadonlyMap<string, readonly Heard[]>;
  readonly led: ReturnType<typeof callsLedTo>;
  /** Slots by whose email they opted out. */
  readonly out: ReadonlySet<string>;
  /** What was measured of them is gone. */
  readonly erased: boolean;
  readonly now: number;
};

function factOf(touch: Touch, touchNumber: number, around: Around): TouchFact {
  const { prospect, segments, now } = around;
  const hits = around.bySlot.get(touch.date) ?? [];
  const heard = around.byMessage.get(touch.messageId ?? "") ?? [];
  return {
    ...identityOf(touch, prospect),
    ...(segments.length > 0 && { segments }),
    touchNumber,
    ...arrivalOf(touch, { heard, shows: hits.length > 0 }, now),
    ...readOf(hits, touch.at, touch.tracked !== false && !around.erased),
    unsubscribed: around.out.has(touch.date) || heard.some(({ what }) => what === "subscription"),
    ...(around.led.get(touch.date) ?? { conversation: false, meeting: false }),
  };
}

const BY_LINK = /^Opted out by the link in the email of (\d{1,2} [A-Z][a-z]+ \d{4})$/;

/** Notes of earlier days say the slot in words only. */
function slotIn(text: string): string | undefined {
  const at = Date.parse(`${BY_LINK.exec(text)?.[1] ?? ""} UTC`);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString().slice(0, 10);
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf("@") + 1).toLowerCase();

function identityOf(touch: Touch, { email, sector }: Prospect) {
  const { prospectId, date, at, cadenceId, template, articleId = "", articleTitle, experiment } = touch;
  return {
    prospectId,
    date,
    sentAt: at,
    cadenceId,
    ...(template !== undefined && { template }),
    articleId,
    articleTitle: articleTitle ?? articleId,
    articleKind: touch.articleKind ?? touch.slotKind,
    ...(sector !== undefined && { sector }),
    domain: domainOf(email),
    ...(experiment && { experiment }),
  };
}

type Told = { readonly heard: readonly Heard[]; readonly shows: boolean };

function arrivalOf(
  { at, deliveredAt }: Touch,
  { heard, shows }: Told,
  now: number,
): Pick<TouchFact, "outcome" | "bounce" | "complained"> {
  const complained = heard.some(({ what }) => what === "complained");
  const bounces = heard.filter(({ what }) => what.startsWith("bounced-"));
  if (bounces.length > 0) {
    const permanent = bounces.some(({ what }) => what === "bounced-permanent");
    return { outcome: "bounced", bounce: permanent ? "permanent" : "transient", complained };
  }
  const arrived = deliveredAt !== undefined || shows || complained || now - at >= TOLD_WITHIN;
  return { outcome: arrived ? "delivered" : "sent", complained };
}

/** What experiments wait for. */
const WEEK = 7 * DAY;

type Read = Pick<TouchFact, "measured" | "opened" | "clicked" | "readInAWeek">;

function readOf(hits: readonly JudgedSignal[], sentAt: number, measured: boolean): Read {
  if (!measured) return { measured, opened: null, clicked: 0, readInAWeek: 0 };
  const seen = hits.flatMap(({ kind, human, rule, link, at }) =>
    kind === "open" || kind === "click" ? [{ kind, human, rule, link: link ?? "read", at }] : [],
  );
  const { open, click } = observe(seen);
  const inAWeek = seen.filter(({ link, at }) => link === "read" && at <= sentAt + WEEK);
  return { measured, opened: open, clicked: click, readInAWeek: observe(inAWeek).click };
}
