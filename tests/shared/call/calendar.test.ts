import * as fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarOf, inCalendar, withoutAddresses } from "../../../shared/call/calendar.ts";
import type { Call } from "../../../shared/call/call.ts";
import type { Promised } from "../../../shared/call/promise.ts";
import { HOUR, MINUTE, dayAround, toLocal, zoneNames } from "../../../shared/time.ts";
import { MONDAY, prospect } from "../../fixtures/world.ts";

const rui = prospect("rui00000000");
const call = (changes: Partial<Call> = {}): Call => ({
  prospectId: rui.id,
  number: 1,
  repId: "ana",
  state: "open",
  lane: "agreed",
  why: "Asked for a quote",
  evidence: [],
  openedAt: MONDAY,
  dueAt: MONDAY + HOUR,
  timeZone: "Europe/Lisbon",
  brief: { questions: ["How many rounds?"], nextStepToAskFor: "A demo", voicemail: { text: "Hello", seconds: 9 } },
  attempts: [],
  version: 1,
  ...changes,
});

const eventsOf = (calls: readonly Call[], promises: readonly Promised[] = []) => {
  const sources = {
    rep: { name: "Ana" },
    calls,
    promises,
    prospects: new Map([[rui.id, rui]]),
    consoleUrl: "https://m.example",
  };
  const component = new ICAL.Component(ICAL.parse(calendarOf(sources)));
  return component.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
};

const zone = fc.constantFrom(...zoneNames());
const instant = fc
  .integer({ min: Date.parse("2020-01-01"), max: Date.parse("2040-01-01") })
  .map((at) => at - (at % 1000));

describe("the calendar file", () => {
  test("holds the instant of a call, whatever its zone and its daylight saving", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, dueAt) => {
        const [event] = eventsOf([call({ timeZone, dueAt })]);
        expect(event?.startDate.toJSDate().getTime()).toBe(dueAt);
        expect(event?.endDate.toJSDate().getTime()).toBe(dueAt + 30 * MINUTE);
        expect(event?.description).toContain(`There it is ${toLocal(timeZone, dueAt).time}`);
      }),
    );
  });

  test("brings back every word of what the call is about, on any number of lines", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (why) => {
        const plain = why.replaceAll(/[@\r\n\p{C}]/gu, " ");
        const [event] = eventsOf([call({ why: plain })]);
        expect(event?.description).toContain(`Why now: ${plain}`);
      }),
    );
  });

  test("has a promise on the whole day it is due, whatever day that is", () => {
    fc.assert(
      fc.property(instant, (at) => {
        const due = new Date(at).toISOString().slice(0, 10);
        const promised = {
          prospectId: rui.id,
          id: "0001-01-1",
          repId: "ana",
          text: "Send the list",
          due,
          madeAt: MONDAY,
        };
        const [event] = eventsOf([], [promised]);
        expect(event?.uid).toBe("promise-rui00000000-0001-01-1@midweek");
        expect(event?.summary).toBe("Promised Rui: Send the list");
        expect([event?.startDate.isDate, event?.startDate.toString()]).toEqual([true, due]);
        expect(event?.duration.toSeconds()).toBe(86_400);
      }),
    );
  });

  test("leaves out whose profile is gone", () => {
    expect(eventsOf([call({ prospectId: "gone" })])).toEqual([]);
  });

  test("has no email address of anybody, between whatever it stands", () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.constantFrom(" ", "<", "(", ",", "mailto:"), (address, before) => {
        expect(withoutAddresses(`Write to${before}${address} soon`)).not.toContain("@");
      }),
    );
  });
});

describe("what is in it", () => {
  test("a day is from midnight to midnight where the rep is, on days of 23 and 25 hours too", () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, now) => {
        const { from, to } = dayAround(timeZone, now);
        const { date } = toLocal(timeZone, now);
        expect(from <= now && now < to).toBe(true);
        expect(toLocal(timeZone, from).date).toBe(date);
        expect(toLocal(timeZone, from - 1).date < date).toBe(true);
        expect(toLocal(timeZone, to - 1).date).toBe(date);
      }),
    );
  });

  test("is what was agreed for a time of any day, and else what is due on this one", () => {
    const day = dayAround("Europe/Lisbon", MONDAY);
    const fixed = call({
      number: 2,
      step: { kind: "call", date: "2026-12-02", time: "15:00" },
      dueAt: Date.parse("2026-12-02T15:00Z"),
    });
    const sometime = call({ number: 3, dueAt: fixed.dueAt, step: { kind: "call", date: "2026-12-02" } });
    const old = call({ number: 4, dueAt: day.from - 1 });
    const kept = call({ number: 5 });
    const groups = [
      { kind: "due" as const, calls: [old] },
      { kind: "coming" as const, calls: [fixed, sometime] },
      { kind: "later-today" as const, calls: [call()] },
      { kind: "kept" as const, calls: [kept] },
    ];
    expect(inCalendar(groups, day).map(({ number }) => number)).toEqual([1, 2]);
  });
});

test("who asks for a call before a meeting still has the meeting in the rep's calendar", () => {
  const dueAt = Date.parse("2026-12-03T10:00Z");
  const step = { kind: "meeting", date: "2026-12-03", time: "10:00" } as const;
  const asked = call({ lane: "hot", step, heatedFrom: { lane: "agreed", why: "Agreed", dueAt } });
  const groups = [{ kind: "coming" as const, calls: [asked] }];
  const [shown] = inCalendar(groups, dayAround("Europe/Lisbon", MONDAY + 5 * 24 * HOUR));
  expect(eventsOf(shown ? [shown] : []).map(({ startDate }) => startDate.toJSDate().getTime())).toEqual([dueAt]);
});
