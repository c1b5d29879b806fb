import type { Call } from "../call/call.ts";
import { RESTARTS_KEPT } from "../call/restarts.ts";
import type { Touch } from "../touch/touch.ts";
import { Engagement } from "./engagement.ts";
import { ledgerOf } from "./fold.ts";
import type { Verdict } from "./judge.ts";
import type { Known } from "./known.ts";
import { EMAILS_KEPT, engagementOf, judgeLedger } from "./score.ts";
import type { JudgedSignal } from "./signal.ts";
import { standardWeights } from "./weights.ts";

/** A prospect's rows as they are kept, and all calls there were. */
export type Rows = { readonly known: Known; readonly calls: readonly Call[] };

export type Believed = Omit<Engagement, "version">;

/**
 * agrees: the ledger gives what is stored, byte for byte. behind: it does, but for what was heard of these emails since (a late refusal, a lost answer
 * found); the next signal brings it up to date. older: from a version without the score ledger. differs: names the first field.
 */
export type Checked =
  | { readonly outcome: "agrees" | "older" }
  | { readonly outcome: "behind"; readonly emails: readonly string[] }
  | { readonly outcome: "differs"; readonly field: string };

/** So many emails may have been found to have come late since the last signal. */
const LATE = 2;

/**
 * What follows from the ledger as of the moment of what is stored. Pure.
 */
export const recomputed = (rows: Rows): Believed => worked(rows, rows.known.touches, restartsAsOf(rows)).believed;

function worked({ known }: Rows, touches: readonly Touch[], restarts: readonly number[]) {
  const ledger = { ...ledgerOf({ ...known, touches }, known.ledger), restarts };
  const verdicts = judgeLedger(ledger, standardWeights);
  return { believed: engagementOf(ledger, verdicts, known.engagement.asOf), verdicts };
}

/**
 * When the score had begun anew, as it was known then: with those too old to be kept since, and with that of a task taken back later. `same`: or in that
 * very moment, as earlier versions counted it.
 */
function restartsAsOf({ known, calls }: Rows, same = false): number[] {
  const { asOf } = known.engagement;
  const { restarts = [] } = known.calls;
  const takenBack = calls
    .filter(({ withdrawn }) => withdrawn && (withdrawn.at > asOf || (same && withdrawn.at === asOf)))
    .map(({ openedAt }) => openedAt);
  const older =
    restarts.length < RESTARTS_KEPT ? [] : calls.flatMap(restartsOf).filter((restart) => restart < restarts[0]!);
  return [...older, ...restarts, ...takenBack]
    .filter((restart) => restart <= asOf)
    .toSorted((a, b) => a - b)
    .slice(-RESTARTS_KEPT);
}

/** A task restarts the score when it is opened and when a call closes it; where one leads to the next, that is one moment. */
function restartsOf(
  { openedAt, closedAt, withdrawn, attempts }: Call,
  place: number,
  calls: readonly Call[],
): number[] {
  if (withdrawn) return [];
  const opened = calls[place - 1]?.closedAt === openedAt ? [] : [openedAt];
  return closedAt !== undefined && attempts.some(({ at }) => at === closedAt) ? [...opened, closedAt] : opened;
}

/** Does the ledger give what is stored, and the same verdicts? Pure. */
export function checkLedger(rows: Rows): Checked {
  const { touches, engagement, ledger } = rows.known;
  if (engagement.asOf === 0) return { outcome: engagement.version === 0 || ledger.length === 0 ? "agrees" : "older" };
  const field = difference(rows, touches);
  if (field === undefined) return { outcome: "agrees" };
  const then = asSeen(rows.known);
  for (let late = 0; late <= LATE; late += 1) {
    const seen = withoutDelivery(then, late);
    if (difference(rows, seen) !== undefined) continue;
    const emails = seen.filter((touch, place) => touch !== touches[place]).map(({ date }) => date);
    return { outcome: "behind", emails };
  }
  return { outcome: "differs", field };
}

/** Name of the first field that differs. */
function difference(rows: Rows, touches: readonly Touch[]): string | undefined {
  const first = differenceWith(rows, touches, restartsAsOf(rows));
  if (first === undefined || !rows.calls.some(({ withdrawn }) => withdrawn?.at === rows.known.engagement.asOf))
    return first;
  return differenceWith(rows, touches, restartsAsOf(rows, true)) === undefined ? undefined : first;
}

function differenceWith(rows: Rows, touches: readonly Touch[], restarts: readonly number[]): string | undefined {
  const { believed, verdicts } = worked(rows, touches, restarts);
  const { engagement, ledger } = rows.known;
  return differing(plain(engagement), plain(believed)) ?? ledger.flatMap((signal) => misjudged(signal, verdicts))[0];
}

function misjudged(signal: JudgedSignal, verdicts: ReadonlyMap<string, Verdict>): string[] {
  const { human, rule, reason } = signal;
  const field = differing({ human, rule, reason }, verdicts.get(signal.id));
  return field === undefined ? [] : [`signals.${signal.id}.${field}`];
}

const Stored = Engagement.omit({ version: true });

/** As it is stored; a store may give the names of topics back in any order. */
function plain(engagement: Believed): unknown {
  const { clickedTopics, ...rest } = Stored.parse(engagement);
  const sorted = Object.entries(clickedTopics).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...rest, clickedTopics: Object.fromEntries(sorted) };
}

function differing(one: unknown, other: unknown): string | undefined {
  if (JSON.stringify(one) === JSON.stringify(other)) return undefined;
  if (!isObject(one) || !isObject(other)) return "";
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  for (const name of names) {
    const within = differing(one[name], other[name]);
    if (within !== undefined) return within === "" ? name : `${name}.${within}`;
  }
  return "";
}

const isObject = (one: unknown): one is { readonly [name: string]: unknown } => typeof one === "object" && one !== null;

/** The emails as what is stored saw them: what went out and when is said by its lines. The same objects where nothing else is known now. */
function asSeen({ touches, engagement: { emails, asOf } }: Known): Touch[] {
  const lines = new Map(emails.map((email) => [email.date, email]));
  const first = emails.length < EMAILS_KEPT ? "" : emails[0]!.date;
  return touches.map((touch): Touch => {
    const line = lines.get(touch.date);
    if (touch.date < first) return touch;
    if (!line) return counts(touch) && touch.at <= asOf ? { ...touch, outcome: "reserved" } : touch;
    const outcome = touch.outcome === "refused" ? "sent" : touch.outcome;
    return line.sentAt === touch.at && outcome === touch.outcome ? touch : { ...touch, outcome, at: line.sentAt };
  });
}

const counts = ({ outcome, tracked }: Touch): boolean => outcome === "sent" && tracked !== false;

/** As if it were not known yet of the last so many that came late. */
function withoutDelivery(touches: readonly Touch[], late: number): Touch[] {
  const known = touches.filter(({ deliveredAt }) => deliveredAt !== undefined);
  const last = new Set(known.slice(known.length - Math.min(late, known.length)));
  return touches.map((touch) => (last.has(touch) ? { ...touch, deliveredAt: undefined } : touch));
}
