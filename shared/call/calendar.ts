import ical from "ical-generator";
import { ICalEventTransparency } from "ical-generator";
import type { ICalEventData } from "ical-generator";
import { MINUTE } from "../durations.ts";
import { CALL_MINUTES } from "../invite.ts";
import { agreedFor } from "../letter/reminder.ts";
import { displayName, mustNotBeCalled } from "../prospect/prospect.ts";
import type { Prospect } from "../prospect/prospect.ts";
import { addDays, placeOf, toLocal } from "../time.ts";
import type { Call } from "./call.ts";
import type { Promised } from "./promise.ts";
import { callUid } from "./call-uid.ts";
import { isFixed } from "./worklist.ts";
import type { Group } from "./worklist.ts";

/** Seconds after which calendars ask again. */
const AGAIN_AFTER = 3600;

/** What a rep's calendar shows of the open tasks: those agreed for a time, and what else is planned for the day. What is over the day's share is not. */
export const inCalendar = (groups: readonly Group[], day: { readonly from: number; readonly to: number }): Call[] =>
  groups
    .filter(({ kind }) => kind !== "kept")
    .flatMap(({ calls }) => calls)
    .filter((call) => agreedFor(call) !== undefined || isFixed(call) || (day.from <= call.dueAt && call.dueAt < day.to))
    .toSorted((a, b) => startOfCall(a) - startOfCall(b));

/** Who asked for a call before a meeting is called at once, but what they come to is the meeting. */
const startOfCall = (call: Call): number => agreedFor(call) ?? call.dueAt;

export type CalendarSources = {
  readonly rep: { readonly name: string };
  readonly calls: readonly Call[];
  /** What the rep still has to keep. */
  readonly promises: readonly Promised[];
  /** What is about whoever is not among them is left out: they asked to be erased. */
  readonly prospects: ReadonlyMap<string, Prospect>;
  /** Where the console is, without a slash at the end. */
  readonly consoleUrl: string;
};

/** A rep's calls as an iCalendar file (RFC 5545), half an hour each and in UTC, and promises on the day they are due; under names that stay, and with nobody's email address in it. */
export function calendarOf({ rep, calls, promises, prospects, consoleUrl }: CalendarSources): string {
  const calendar = ical({
    name: `Calls of ${rep.name}`,
    ttl: AGAIN_AFTER,
    prodId: { company: "Midweek", product: "Calls", language: "EN" },
  });
  for (const call of calls) {
    const prospect = prospects.get(call.prospectId);
    if (prospect) calendar.createEvent(callEvent(call, prospect, consoleUrl));
  }
  for (const promised of promises) {
    const prospect = prospects.get(promised.prospectId);
    if (prospect) calendar.createEvent(promiseEvent(promised, prospect, consoleUrl));
  }
  return calendar.toString();
}

function callEvent(call: Call, prospect: Prospect, consoleUrl: string): ICalEventData {
  const { prospectId, number, version, timeZone } = call;
  const start = startOfCall(call);
  const page = `${consoleUrl}/prospects/${encodeURIComponent(prospectId)}/calls/${number}`;
  const who = [displayName(prospect), prospect.company].filter(Boolean).join(", ");
  const phone = mustNotBeCalled(prospect) ? undefined : prospect.phone;
  const lines = [
    ...(phone ? [`Phone: ${phone}`] : []),
    `There it is ${toLocal(timeZone, start).time} (${placeOf(timeZone)}).`,
    `Why now: ${call.why}`,
    ...call.brief.questions.map((question) => `- ${question}`),
    `Ask for: ${call.brief.nextStepToAskFor}`,
  ];
  return {
    id: callUid(prospectId, number),
    sequence: version,
    stamp: new Date(changedAt(call)),
    start: new Date(start),
    end: new Date(start + CALL_MINUTES * MINUTE),
    summary: withoutAddresses(`Call ${who}`),
    description: [...lines.map(withoutAddresses), page].join("\n"),
    url: page,
  };
}

/** A day without an hour, which blocks nothing. */
function promiseEvent(
  { prospectId, id, text, due, madeAt }: Promised,
  prospect: Prospect,
  consoleUrl: string,
): ICalEventData {
  const page = `${consoleUrl}/prospects/${encodeURIComponent(prospectId)}`;
  return {
    id: `promise-${prospectId}-${id}@midweek`,
    stamp: new Date(madeAt),
    allDay: true,
    start: new Date(`${due}T00:00Z`),
    end: new Date(`${addDays(due, 1)}T00:00Z`),
    timezone: "UTC",
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: withoutAddresses(`Promised ${displayName(prospect)}: ${text}`),
    description: page,
    url: page,
  };
}

/** When the task became what it is, so that a calendar that has not changed is the same file. */
const changedAt = ({ openedAt, attempts, moves = [], evidence }: Call): number =>
  Math.max(openedAt, ...[...attempts, ...moves, ...evidence].map(({ at }) => at));

/** What reps write may have an address in it, and the file is kept by whoever runs the calendar. */
export const withoutAddresses = (text: string): string =>
  text.replaceAll(/[^\s<>()[\],;:"]+@[^\s<>()[\],;:"]+/gu, "(address)");
