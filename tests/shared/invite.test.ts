import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { MINUTE } from "../../shared/durations.ts";
import { inviteFor } from "../../shared/invite.ts";
import type { Invited } from "../../shared/invite.ts";
import { agendaOf } from "../../shared/letter/agenda.ts";
import { toInstant, toLocal } from "../../shared/time.ts";
import { MONDAY, ana, prospect, testConfig } from "../fixtures/world.ts";
import { MEETING_AT, agreed } from "./letter/agreed.ts";

const invite = (changes: Partial<Invited> = {}) =>
  inviteFor({
    call: agreed,
    prospect: prospect("rui", { lastName: "Costa" }),
    rep: ana,
    company: testConfig.company,
    agenda: agendaOf(agreed),
    now: MONDAY,
    ...changes,
  });

/** As a calendar reads it. */
function read(changes: Partial<Invited> = {}) {
  const calendar = new ICAL.Component(ICAL.parse(invite(changes).content));
  const events = calendar.getAllSubcomponents("vevent");
  const event = new ICAL.Event(events[0]);
  const at = (time: { toJSDate(): Date }): number => time.toJSDate().getTime();
  return { calendar, events, event, start: at(event.startDate), end: at(event.endDate) };
}

test("the prospect is asked to half an hour with the rep, who organises it", () => {
  const { calendar, events, event, start, end } = read();
  expect([calendar.getFirstPropertyValue("method"), calendar.getFirstPropertyValue("version")]).toEqual([
    "REQUEST",
    "2.0",
  ]);
  expect(events).toHaveLength(1);
  expect([start, end - start]).toEqual([MEETING_AT, 30 * MINUTE]);
  expect(event.summary).toBe("Meeting with Ana Sousa, Northgate");
  expect(event.location).toBe("https://meet.northgate.example/ana");
  expect(event.organizer.toLowerCase()).toBe("mailto:ana@northgate.example");
  const [attendee] = event.attendees;
  expect(String(attendee?.getFirstValue()).toLowerCase()).toBe("mailto:rui@customer.example");
  expect([attendee?.getParameter("cn"), attendee?.getParameter("rsvp")]).toEqual(["Rui Costa", "TRUE"]);
});

test("what is to be talked about stands in it, and nothing of what is the rep's own", () => {
  const { description } = read().event;
  for (const item of agendaOf(agreed)) expect(description).toContain(item);
  expect(invite().content).not.toMatch(/posts about rounds|What keeps you busy/);
});

test("mail programs know it for an invitation, and every mailer takes it", () => {
  const { fileName, contentType, content } = invite();
  expect([fileName, contentType]).toEqual(["invite.ics", "text/calendar; charset=utf-8; method=REQUEST"]);
  expect(contentType.length).toBeLessThanOrEqual(78);
  for (const row of content.split("\r\n")) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
});

test("a call that is moved keeps its name, and the later invitation counts", () => {
  const before = read();
  const moved = read({ call: { ...agreed, dueAt: MEETING_AT + 60 * MINUTE, version: 5 } });
  expect(moved.event.uid).toBe(before.event.uid);
  expect(moved.event.sequence).toBeGreaterThan(before.event.sequence);
  expect(read({ call: { ...agreed, number: 3 } }).event.uid).not.toBe(before.event.uid);
});

describe("the hour", () => {
  test.each([
    ["Europe/Lisbon", "2027-03-28", "10:00", "the day clocks go forward"],
    ["Europe/Lisbon", "2026-10-25", "09:00", "the day clocks go back"],
    ["Pacific/Auckland", "2027-04-04", "10:00", "the day clocks go back there"],
    ["Pacific/Auckland", "2026-12-03", "10:00", "summer there"],
    ["America/New_York", "2027-03-14", "16:00", "the day clocks go forward there"],
  ])("agreed in %s for %s at %s is that hour there (%s)", (zone, date, time) => {
    const dueAt = toInstant(zone, date, time)!;
    const { start, end } = read({ call: { ...agreed, dueAt } });
    expect(toLocal(zone, start)).toMatchObject({ date, time });
    expect(end - start).toBe(30 * MINUTE);
  });

  test("any, is the same instant wherever the calendar is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 28_000_000, max: 42_000_000 }), (minute) => {
        expect(read({ call: { ...agreed, dueAt: minute * MINUTE } }).start).toBe(minute * MINUTE);
      }),
    );
  });
});

test("no name, whatever is in it, adds a line or an attendee of its own", () => {
  const odd = fc.string({
    unit: fc.constantFrom(
      "a",
      '"',
      ";",
      ":",
      ",",
      "\\",
      "^",
      "\r\n",
      "\n",
      "\u2028",
      "é",
      "🚀",
      "\u0000",
      "ATTENDEE:mailto:eve@x.example",
      "END:VEVENT",
    ),
  });
  fc.assert(
    fc.property(odd, odd, odd, (person, rep, company) => {
      const { calendar, events, event } = read({
        prospect: prospect("rui", { firstName: person, lastName: rep }),
        rep: { ...ana, name: rep },
        company: { name: company },
        agenda: [person, company],
      });
      expect(events).toHaveLength(1);
      expect(event.attendees).toHaveLength(1);
      expect(String(event.attendees[0]?.getFirstValue()).toLowerCase()).toBe("mailto:rui@customer.example");
      expect(event.startDate.toJSDate().getTime()).toBe(MEETING_AT);
      expect(
        calendar
          .getAllProperties()
          .map(({ name }) => name)
          .toSorted(),
      ).toEqual(["method", "prodid", "version"]);
    }),
  );
});
