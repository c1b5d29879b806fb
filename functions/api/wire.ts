/** From what is kept to what goes over the wire. */
import type { z } from "@hono/zod-openapi";
import { clockOf } from "../../shared/call/asked.ts";
import type { Attempt, Call } from "../../shared/call/call.ts";
import type { LoggedAttempt } from "../../shared/call/log.ts";
import { displayName, mustNotBeCalled } from "../../shared/prospect/prospect.ts";
import type { Prospect } from "../../shared/prospect/prospect.ts";
import type { RosterLine } from "../../shared/prospect/store.ts";
import { toLocal } from "../../shared/time.ts";
import type * as calls from "./schemas/call.ts";
import type { Moment } from "./schemas/common.ts";
import type * as prospects from "./schemas/prospect.ts";

export const instant = (at: number): string => new Date(at).toISOString();
const perhaps = (at: number | undefined): string | undefined => (at === undefined ? undefined : instant(at));

function moment(at: number, timeZone: string): z.infer<typeof Moment> {
  const { date, time } = toLocal(timeZone, at);
  return { at: instant(at), local: `${date}T${time}`, timeZone };
}

export function taskOf(call: Call, prospect: Prospect, now: number): z.infer<typeof calls.Task> {
  const { prospectId, number, repId, lane, why, version } = call;
  return {
    prospectId,
    number,
    name: displayName(prospect),
    company: prospect.company,
    phone: mustNotBeCalled(prospect) && lane !== "hot" ? undefined : prospect.phone,
    crmId: prospect.crmId,
    repId,
    lane,
    why,
    due: moment(call.dueAt, call.timeZone),
    askedAt: perhaps(clockOf(call, now)?.askedAt),
    attempts: call.attempts.length,
    version,
  };
}

const attemptOf = (attempt: Attempt): z.infer<typeof calls.Attempt> => ({
  at: instant(attempt.at),
  repId: attempt.repId,
  disposition: attempt.disposition,
  notes: attempt.notes,
  nextStep: attempt.nextStep,
  promises: attempt.promises,
  blocker: attempt.blocker,
  recording: attempt.recording,
});

export function callOf(call: Call): z.infer<typeof calls.Call> {
  const { brief } = call;
  const point = brief.talkingPoint;
  return {
    prospectId: call.prospectId,
    number: call.number,
    repId: call.repId,
    state: call.state,
    lane: call.lane,
    why: call.why,
    evidence: call.evidence.map(({ at, text }) => ({ at: instant(at), text })),
    openedAt: instant(call.openedAt),
    closedAt: perhaps(call.closedAt),
    due: moment(call.dueAt, call.timeZone),
    step: call.step,
    brief: {
      lastConversation: brief.lastConversation,
      talkingPoint: point && { title: point.title, url: point.url, text: point.text },
      questions: brief.questions,
      nextStepToAskFor: brief.nextStepToAskFor,
      voicemail: brief.voicemail,
      prepare: brief.prepare,
      meetingLink: brief.meetingLink,
    },
    attempts: call.attempts.map(attemptOf),
    version: call.version,
  };
}

/** Consent and what was measured stay within Midweek. */
export function prospectOf(
  prospect: Prospect,
  openCall: Call | undefined,
  now: number,
): z.infer<typeof prospects.Prospect> {
  const { standing } = prospect;
  return {
    id: prospect.id,
    name: displayName(prospect),
    email: prospect.email,
    firstName: prospect.firstName,
    lastName: prospect.lastName,
    company: prospect.company,
    title: prospect.title,
    phone: prospect.phone,
    doNotCall: mustNotBeCalled(prospect),
    country: prospect.country,
    city: prospect.city,
    sector: prospect.sector,
    timeZone: prospect.timeZone,
    repId: prospect.repId,
    crmId: prospect.crmId,
    state: standing.state,
    stateReason: standing.state === "active" ? undefined : standing.reason,
    pausedUntil: standing.state === "paused" ? standing.until : undefined,
    topics: prospect.topics,
    interests: prospect.interests ?? [],
    emails: prospect.touchCount,
    createdAt: instant(prospect.createdAt),
    updatedAt: instant(prospect.updatedAt),
    openCall: openCall && taskOf(openCall, prospect, now),
  };
}

export const lineOf = (line: RosterLine, repId: string | undefined): z.infer<typeof prospects.ProspectLine> => ({
  id: line.id,
  name: line.name,
  company: line.company,
  sector: line.sector,
  timeZone: line.timeZone,
  repId,
  state: line.state,
});

/** What a rep wrote is the call's, which goes when its prospect is erased; the log's copy may outlive it. */
function withoutNote(step: LoggedAttempt["nextStep"]): LoggedAttempt["nextStep"] {
  const { note: _note, ...rest } = step;
  return rest;
}

export const loggedOf = (
  logged: LoggedAttempt,
  call: Call | undefined,
  crmId: string | undefined,
): z.infer<typeof calls.LoggedAttempt> => ({
  at: instant(logged.at),
  repId: logged.repId,
  prospectId: logged.prospectId,
  crmId,
  number: logged.number,
  attempt: logged.attempt,
  lane: logged.lane,
  disposition: logged.disposition,
  nextStep: call?.attempts[logged.attempt - 1]?.nextStep ?? withoutNote(logged.nextStep),
  notes: call?.attempts[logged.attempt - 1]?.notes,
  openedAt: instant(logged.openedAt),
  dueAt: instant(logged.dueAt),
  askedAt: perhaps(logged.askedAt),
  goodHour: logged.goodHour,
  touchNumber: logged.touchNumber,
  timeZone: call?.timeZone,
});
