import { slotsAhead } from "../cadence/next-slot.ts";
import type { Cadence } from "../cadence/cadence.ts";
import { isLeftLying } from "../call/call.ts";
import type { Call, Calls } from "../call/call.ts";
import { sharesFrom } from "../call/share.ts";
import type { Article, ArticleKind } from "../content/article.ts";
import { dayInWords } from "../engagement/words.ts";
import { knownZone, toLocal } from "../time.ts";
import { decide, slotRules } from "../touch/decide.ts";
import { mustNotBeCalled } from "./prospect.ts";
import type { Prospect, Standing } from "./prospect.ts";

/** What must be known to say what comes next for a prospect. */
export type Outlook = {
  readonly prospect: Prospect;
  /** There is a cadence at all, which begins once Settings are filled in. */
  readonly started: boolean;
  /** The prospect's own; undefined = there is none of that name. */
  readonly cadence: Cadence | undefined;
  /** The lock of the call tasks, and the open one it names, if it is there. */
  readonly calls: Calls;
  readonly openCall: Call | undefined;
  /** What can be mailed, newest first. */
  readonly library: readonly Article[];
  readonly repIds: ReadonlySet<string>;
  readonly suppressed: boolean;
  /** Why nothing is sent to anybody, if so. */
  readonly sendingPause: string | undefined;
  /** Has this zone a schedule for this slot of the cadence? */
  readonly hasSchedule: (cadence: Cadence, slot: Cadence["slots"][number], timeZone: string) => boolean;
  readonly now: number;
};

/** Of what was dropped, that which can be set right without a person: a task to share something, one to share with somebody who left, a lock
 * on a call that is not there, a schedule. */
export type Repair = "share" | "unshare" | "unlock" | "schedule";

/** What comes next. Instants are epoch ms, `on` is a date on the prospect's calendar, `why` is for people. dropped: nothing ever will come, and nobody said so. */
export type NextTouch =
  | { readonly kind: "call"; readonly at: number }
  | { readonly kind: "email"; readonly at: number }
  | { readonly kind: "back"; readonly on: string; readonly why: string }
  | { readonly kind: "none"; readonly why: string }
  | { readonly kind: "dropped"; readonly why: string; readonly repair?: Repair | undefined };

const none = (why: string): NextTouch => ({ kind: "none", why });
const dropped = (why: string, repair?: Repair): NextTouch => ({ kind: "dropped", why, ...(repair && { repair }) });

type Ending = Extract<Standing, { state: "ended" }>["reason"];
const ENDED: { readonly [reason in Ending]: string } = {
  "opted out": "they opted out",
  bounced: "their address bounced",
  complained: "they complained about an email",
  "not interested": "they are not interested",
  "wrong address": "the address is somebody else's",
  customer: "they are a customer",
  replied: "they replied, and left the cadence for it",
  "meeting booked": "a meeting was booked, and they left the cadence for it",
  erased: "they asked to be erased",
};

/**
 * The next touch of a prospect, or the named reason why there is none. An open call task comes first, unless it was left lying; caps, the long rhythm and a single kept-back email only
 * delay. Pure.
 */
export function nextTouchOf(outlook: Outlook): NextTouch {
  const { prospect, calls, openCall, cadence } = outlook;
  const { standing } = prospect;
  if (openCall?.state === "open" && openCall.lane === "share" && (standing.state === "ended" || outlook.suppressed))
    return dropped(`call ${openCall.number} is to share something with somebody who left`, "unshare");
  if (openCall?.state === "open")
    return isLeftLying(openCall, outlook.now) ? besidesLying(outlook, openCall) : { kind: "call", at: openCall.dueAt };
  if (standing.state === "paused") return { kind: "back", on: standing.until, why: standing.reason };
  if (standing.state === "ended") return none(ENDED[standing.reason]);
  if (outlook.suppressed) return none("their address is on the do-not-mail list");
  if (calls.open !== null) return dropped(`call ${calls.open} is noted as open, but is not there`, "unlock");
  if (!outlook.started) return none("Settings are not filled in yet, so nothing has begun");
  if (!cadence) return dropped(`there is no cadence "${prospect.cadenceId}"`);
  if (prospect.repId === undefined) return none("they have no rep");
  if (!outlook.repIds.has(prospect.repId)) return none("their rep is no longer there");
  if (cadence.paused) return none(`the cadence ${cadence.name} is paused`);
  if (outlook.sendingPause !== undefined) return none(`all sending is paused: ${outlook.sendingPause}`);
  if (knownZone(prospect.timeZone) === undefined) return dropped(`"${prospect.timeZone}" is no time zone we know`);
  return nextEmail(outlook, cadence);
}

/** Emails go on beside a call that nobody makes; where there are none either, nothing comes, and that is nobody's wish. */
function besidesLying(outlook: Outlook, { number, dueAt, timeZone }: Call): NextTouch {
  const next = nextTouchOf({ ...outlook, calls: { ...outlook.calls, open: null }, openCall: undefined });
  if (next.kind === "email" || outlook.prospect.standing.state === "paused") return next;
  return dropped(`call ${number} is due since ${dayInWords(toLocal(timeZone, dueAt).date)}, and nobody calls`);
}

/** Beyond the longest that a cap or the long rhythm holds back, two rounds of the week. */
const daysLookedAt = ({ longRhythmDays }: Cadence): number => Math.max(30, longRhythmDays) + 14;

function nextEmail(outlook: Outlook, cadence: Cadence): NextTouch {
  const { prospect, library, now } = outlook;
  const newest = library[0]?.publishedOn ?? "";
  const inVain = new Set<ArticleKind>();
  const kinds = new Set(cadence.slots.map(({ kind }) => kind));
  let unscheduled = false;
  let slots = 0;
  for (const { slot, date, at } of slotsAhead(cadence, prospect.timeZone, now, daysLookedAt(cadence))) {
    slots += 1;
    // Today's touch is done, or nothing that is published later could change the answer.
    if (prospect.recentTouches.includes(date) || inVain.has(slot.kind)) continue;
    const rules = slotRules({ date, slotKind: slot.kind }, cadence, library);
    const decision = decide(rules, prospect, { suppressed: false, clickedTopics: {} });
    if ("send" in decision) {
      if (outlook.hasSchedule(cadence, slot, prospect.timeZone)) return { kind: "email", at };
      unscheduled = true;
    } else if (decision.skip === "library-used-up" && newest <= date) inVain.add(slot.kind);
    if (inVain.size === kinds.size) break;
  }
  if (slots === 0) return dropped(`no slot of the cadence ${cadence.name} comes in ${prospect.timeZone}`);
  if (unscheduled) return dropped(`no schedule wakes the cadence ${cadence.name} in ${prospect.timeZone}`, "schedule");
  return nothingLeft(outlook);
}

/** The library is used up: a rep shares something by hand, now or when the time for it has come. */
function nothingLeft({ prospect, calls, now }: Outlook): NextTouch {
  const used = "nothing in the library is left for them";
  if (mustNotBeCalled(prospect)) return none(`${used}, and they must not be called`);
  const from = sharesFrom(calls, now);
  if (from === undefined) return dropped(`${used}, and no task to share something by hand is open`, "share");
  const on = toLocal(prospect.timeZone, from).date;
  return { kind: "back", on, why: `${used}; from ${dayInWords(on)} a rep is asked to share something by hand` };
}
