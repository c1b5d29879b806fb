import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { callUid } from "./call/call-uid.ts";
import type { Call } from "./call/call.ts";
import type { Company } from "./config.ts";
import { MINUTE } from "./durations.ts";
import type { Attachment } from "./ports.ts";
import { displayName } from "./prospect/prospect.ts";
import type { Prospect } from "./prospect/prospect.ts";
import type { Rep } from "./rep/rep.ts";
import { line, noStop } from "./touch/line.ts";

/** A call is half an hour at most (practice 29). */
export const CALL_MINUTES = 30;

export type Invited = {
  readonly call: Pick<Call, "prospectId" | "number" | "version" | "dueAt" | "step">;
  readonly prospect: Pick<Prospect, "email" | "firstName" | "lastName">;
  readonly rep: Rep;
  readonly company: Pick<Company, "name">;
  readonly agenda: readonly string[];
  /** Epoch ms. */
  readonly now: number;
};

/**
 * A call of 30 minutes as an invitation that calendars take (RFC 5545 and 5546): its name stays when the call is moved, and its number goes up, so that
 * the later one replaces the earlier. Times are in UTC, which every calendar shows on its owner's clock.
 */
export function inviteFor({ call, prospect, rep, company, agenda, now }: Invited): Attachment {
  const calendar = ical({
    method: ICalCalendarMethod.REQUEST,
    prodId: { company: "Midweek", product: "Calls", language: "EN" },
  });
  const link = webAddress(rep.callingLink);
  const sender = noStop(line(company.name, 100));
  const attendee = named(displayName(prospect));
  calendar.createEvent({
    id: callUid(call.prospectId, call.number),
    sequence: call.version,
    status: ICalEventStatus.CONFIRMED,
    stamp: new Date(now),
    start: new Date(call.dueAt),
    end: new Date(call.dueAt + CALL_MINUTES * MINUTE),
    summary: `${titleOf(call)} with ${[named(rep.name), sender].filter(Boolean).join(", ")}`,
    description: [
      ...agenda.map((item, place) => `${place + 1}. ${line(item, 200)}`),
      ...(link === undefined ? [] : ["", link]),
      "",
      `To move it, write to ${rep.email}.`,
    ].join("\n"),
    organizer: { name: named(rep.name) || named(sender) || rep.email, email: rep.email },
    attendees: [
      {
        ...(attendee && { name: attendee }),
        email: prospect.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: true,
      },
    ],
    ...(link !== undefined && isMeeting(call) && { location: link }),
  });
  return {
    fileName: "invite.ics",
    contentType: "text/calendar; charset=utf-8; method=REQUEST",
    content: calendar.toString(),
  };
}

/** On one line and without the marks that end a name in a parameter. */
const named = (name: string): string => line(name.replaceAll('"', "'").replaceAll(/[\^\\]/g, " "), 100);

const isMeeting = ({ step }: Pick<Call, "step">): boolean => step?.kind === "meeting" || step?.kind === "demo";

const titleOf = ({ step }: Pick<Call, "step">): string => {
  if (step?.kind === "demo") return "Demo";
  return step?.kind === "meeting" ? "Meeting" : "Call";
};

const webAddress = (link: string | undefined): string | undefined =>
  link !== undefined && /^https?:\/\/\S+$/i.test(link) ? link : undefined;
