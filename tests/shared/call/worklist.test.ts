import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Call } from "../../../shared/call/call.ts";
import { isGoodHour } from "../../../shared/call/good-hours.ts";
import { orderWorklist } from "../../../shared/call/worklist.ts";
import { DAY, HOUR, MINUTE, toInstant, toLocal, zoneNames } from "../../../shared/time.ts";
import { countries } from "./countries.ts";

/** Wednesday 25 November 2026, 10:20 in Lisbon: a good hour there, and 11:20 in Madrid, which is none. */
const NOW = toInstant("Europe/Lisbon", "2026-11-25", "10:20")!;

const call = (prospectId: string, changes: Partial<Call> = {}): Call => ({
  prospectId,
  number: 1,
  repId: "dana",
  state: "open",
  lane: "warming",
  why: "Clicked 3 of the last 3",
  evidence: [],
  openedAt: NOW - DAY,
  dueAt: NOW - HOUR,
  timeZone: "Europe/Lisbon",
  brief: { questions: ["Why?"], nextStepToAskFor: "A date", voicemail: { text: "Hello", seconds: 2 } },
  attempts: [],
  version: 1,
  ...changes,
});

const asked = (prospectId: string, minutesAgo: number, changes: Partial<Call> = {}): Call => {
  const at = NOW - minutesAgo * MINUTE;
  return call(prospectId, {
    lane: "hot",
    dueAt: at,
    evidence: [{ at, text: "Asked for a call", asks: true }],
    ...changes,
  });
};

const rose = (prospectId: string, score: number, changes: Partial<Call> = {}): Call => {
  const email = {
    date: "2026-11-19",
    sentAt: 0,
    open: null,
    click: 1,
    usualOpen: 0.1,
    usualClick: 0.1,
    ratio: 9,
    score,
  };
  return call(prospectId, { score: { at: NOW, threshold: 80, emails: [email] }, ...changes });
};

const fixed = (prospectId: string, time: string, changes: Partial<Call> = {}): Call =>
  call(prospectId, {
    lane: "agreed",
    step: { kind: "call", date: "2026-11-25", time },
    dueAt: toInstant("Europe/Lisbon", "2026-11-25", time)!,
    ...changes,
  });

const day = { now: NOW, perDay: 20, calledToday: 0 };
const listed = (calls: Call[], changes: Partial<typeof day> = {}) =>
  Object.fromEntries(
    orderWorklist(calls, { ...day, ...changes }).groups.map(({ kind, calls: of }) => [
      kind,
      of.map(({ prospectId }) => prospectId).join(" "),
    ]),
  );

describe("the worklist", () => {
  test("has who asked first, the longest waiting on top, and who was tried since below", () => {
    const tried = { at: NOW - MINUTE, repId: "dana", disposition: "no answer", notes: "" } as const;
    const attempts = [{ ...tried, nextStep: { kind: "call", date: "2026-11-25" } as const }];
    const calls = [rose("rui", 900), asked("new", 2), asked("tried", 90, { attempts }), asked("old", 30)];
    expect(listed(calls)).toEqual({ hot: "old new tried", "good-hour": "rui" });
  });

  test("then those whose good hour it is, what was agreed for a time before the highest rise", () => {
    const madrid = { timeZone: "Europe/Madrid" };
    const calls = [rose("low", 90), rose("away", 5000, madrid), rose("high", 400), fixed("agreed", "10:15")];
    expect(listed(calls)).toEqual({ "good-hour": "agreed high low", due: "away" });
  });

  test("a public holiday is no good hour, and who asked is not called on it", () => {
    const off = { country: "BR", timeZone: "America/Sao_Paulo" };
    const now = toInstant("America/Sao_Paulo", "2026-12-25", "10:20")!;
    const calls = [rose("rui", 90, off), asked("ana", 30, off)];
    expect(listed(calls, { now })).toEqual({ due: "ana rui" });
    expect(listed(calls, { now: toInstant("America/Sao_Paulo", "2026-12-22", "10:20")! })).toEqual({
      hot: "ana",
      "good-hour": "rui",
    });
  });

  test("then what is later today, then what comes, by when", () => {
    const later = [call("tomorrow", { dueAt: NOW + DAY }), fixed("four", "16:00"), fixed("three", "15:00")];
    expect(listed(later)).toEqual({ "later-today": "three four", coming: "tomorrow" });
  });

  test("today is the rep's own, where the rep is known", () => {
    const calls = [call("rui", { dueAt: toInstant("Europe/Lisbon", "2026-11-25", "16:00")! })];
    expect(orderWorklist(calls, { ...day, timeZone: "Pacific/Auckland" }).groups[0]?.kind).toBe("coming");
    expect(orderWorklist(calls, day).groups[0]?.kind).toBe("later-today");
  });

  test("what is over the day's share is kept for the next good hour, the lowest rise first", () => {
    const calls = [rose("a", 100), rose("b", 300), rose("c", 200), call("later", { dueAt: NOW + 6 * HOUR })];
    expect(listed(calls, { perDay: 5, calledToday: 3 })).toEqual({ "good-hour": "b c", kept: "a later" });
    const { nextAt } = orderWorklist(calls, { ...day, perDay: 5, calledToday: 3 });
    expect([...nextAt.keys()]).toEqual(["a", "later"]);
    expect(nextAt.get("a")).toBe(toInstant("Europe/Lisbon", "2026-11-26", "10:00"));
  });

  test("but never who asked, nor what was agreed for a time", () => {
    const calls = [rose("rise", 100), asked("hot", 5), fixed("ten", "10:15"), fixed("four", "16:00")];
    expect(listed(calls, { perDay: 1, calledToday: 9 })).toEqual({
      hot: "hot",
      "good-hour": "ten",
      "later-today": "four",
      kept: "rise",
    });
  });

  test("an agreed time that passed in vain or was put off is like any other", () => {
    const calls = [fixed("put off", "09:00", { dueAt: NOW - MINUTE })];
    expect(listed(calls, { perDay: 1, calledToday: 1 })).toEqual({ kept: "put off" });
  });

  test("loses nobody, and keeps what it keeps for a good hour of a later day", () => {
    const lanes = fc.constantFrom<Call["lane"]>("hot", "warming", "agreed", "share");
    const tasks = fc.array(
      fc.record({
        lane: lanes,
        timeZone: fc.constantFrom(...zoneNames()),
        country: fc.constantFrom(...countries),
        due: fc.integer({ min: -3 * DAY, max: 3 * DAY }),
      }),
      { maxLength: 30 },
    );
    const nows = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2036, 0, 1) });
    fc.assert(
      fc.property(tasks, nows, fc.nat(20), fc.nat(20), (of, now, perDay, calledToday) => {
        const calls = of.map(({ due, ...rest }, n) => call(`p${n}`, { ...rest, dueAt: now + due }));
        const { groups, nextAt } = orderWorklist(calls, { now, perDay, calledToday });
        const all = groups.flatMap((group) => group.calls);
        expect(all.map(({ prospectId }) => prospectId).toSorted()).toEqual(
          calls.map(({ prospectId }) => prospectId).toSorted(),
        );
        const kept = groups.find(({ kind }) => kind === "kept")?.calls ?? [];
        for (const one of kept) {
          expect(one.lane).not.toBe("hot");
          const next = nextAt.get(one.prospectId)!;
          expect(isGoodHour(next, one)).toBe(true);
          expect(toLocal(one.timeZone, next).date > toLocal(one.timeZone, now).date).toBe(true);
        }
      }),
      { numRuns: 200 },
    );
  });
});
