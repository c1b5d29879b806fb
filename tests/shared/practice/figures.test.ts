import { describe, expect, test } from "vitest";
import type { Call } from "../../../shared/call/call.ts";
import type { LoggedAttempt } from "../../../shared/call/log.ts";
import { figuresOf, followUpOf, overdueCalls, together } from "../../../shared/practice/figures.ts";
import { DAY, HOUR, MINUTE, NOW, asked, declined, dial, many, openCall, period, spoke, tried } from "./log.ts";

const figures = (rows: LoggedAttempt[], open: Call[] = [], followUps = new Map<string, number>()) =>
  figuresOf({ rows, open, followUps }, period);

describe("what a rep did", () => {
  test("nothing yet is no figure at all", () => {
    const { dials, conversations, firstCalls, persistence, nextSteps } = figures([]);
    expect({ dials, conversations }).toEqual({ dials: 0, conversations: 0 });
    expect(firstCalls.median).toBeUndefined();
    expect(persistence.attempts).toBeUndefined();
    expect(nextSteps.enough).toBe(false);
  });

  test("dials for a conversation; what was passed on by hand is no dial", () => {
    const rows = [...many(85, () => dial()), ...many(5, () => spoke()), dial({ disposition: "shared" })];
    expect(figures(rows)).toMatchObject({ dials: 90, conversations: 5, dialsPerConversation: { point: 18 } });
  });

  test("next steps agreed, of those who were on the phone", () => {
    const notNow = dial({ disposition: "not now" });
    const rows = [spoke(), spoke({ disposition: "meeting booked" }), notNow, declined(), dial()];
    expect(figures(rows).nextSteps).toMatchObject({ count: 3, of: 4 });
  });

  test("the email after a call counts when it left within the hour; a call of just now is not judged yet", () => {
    const [soon, late, never, justNow] = [1, 2, 3, 4].map((number) => spoke({ number, at: NOW - 2 * HOUR }));
    if (!soon || !late || !never || !justNow) throw new Error("four calls");
    const sent = new Map([
      [followUpOf(soon), soon.at + HOUR],
      [followUpOf(late), late.at + HOUR + 1],
    ]);
    const rows = [soon, late, never, { ...justNow, at: NOW - HOUR + 1 }, declined({ number: 5 })];
    expect(figures(rows, [], sent).followedUp).toMatchObject({ count: 1, of: 3 });
  });

  test("several reps' work is one, in order of time", () => {
    const one = { rows: [dial({ at: NOW - 1 })], open: [openCall()], followUps: new Map([["a", 1]]) };
    const other = { rows: [dial({ at: NOW - 2 })], open: [], followUps: new Map([["b", 2]]) };
    const both = together([one, other]);
    expect(both.rows.map(({ at }) => at)).toEqual([NOW - 2, NOW - 1]);
    expect([both.open.length, both.followUps.size]).toEqual([1, 2]);
  });
});

describe("giving up", () => {
  test("is told by the attempts in calls that nobody answered", () => {
    const counts = [5, 5, 6, 7, 12, 12];
    const rows = counts.map((attempt, number) => dial({ number, attempt, ends: "gave up" }));
    const { persistence } = figures([...rows, dial({ number: 9, attempt: 3 })]);
    expect(persistence.givenUp.map(({ attempts }) => attempts)).toEqual(counts);
    expect(persistence.attempts).toMatchObject({ point: 6.5, low: 5, high: 12 });
    expect(persistence.beyondFive).toMatchObject({ count: 4, of: 6 });
    expect(persistence.afterOne).toMatchObject({ count: 0, of: 6 });
  });

  test("counts from when they last spoke", () => {
    const rows = [dial({ attempt: 3, disposition: "not now" }), dial({ attempt: 8, ends: "gave up" })];
    expect(figures(rows).persistence.givenUp).toEqual([{ attempts: 5, lying: false }]);
  });

  test("is also letting a call lie for more than a week", () => {
    const lying = openCall({ attempts: [tried(9 * DAY)], dueAt: NOW - 7 * DAY });
    const spokeFirst = openCall({
      attempts: [tried(11 * DAY, "not now"), tried(10 * DAY), tried(9 * DAY)],
      dueAt: lying.dueAt,
    });
    const going = openCall({ attempts: [tried(9 * DAY)], dueAt: NOW - 7 * DAY + 1 });
    const longAgo = openCall({ attempts: [tried(29 * DAY)], dueAt: NOW - 22 * DAY });
    const untried = openCall({ dueAt: NOW - 8 * DAY });
    const agreed = openCall({ attempts: [tried(9 * DAY, "not now")], dueAt: NOW - 8 * DAY });
    const { persistence } = figures([], [lying, spokeFirst, going, longAgo, untried, agreed]);
    expect(persistence.givenUp).toEqual([
      { attempts: 1, lying: true },
      { attempts: 2, lying: true },
    ]);
    expect(persistence.afterOne).toMatchObject({ count: 1, of: 2 });
  });
});

describe("the first call after somebody asked", () => {
  const hot = (after: number, changes: Partial<LoggedAttempt> = {}): LoggedAttempt => {
    const askedAt = NOW - DAY;
    return dial({ lane: "hot", askedAt, openedAt: askedAt, dueAt: askedAt, at: askedAt + after, ...changes });
  };

  test("is timed from when they asked, or from when they could be called", () => {
    const atNight = hot(10 * HOUR + 2 * MINUTE, { dueAt: NOW - DAY + 10 * HOUR });
    const before = hot(HOUR, { dueAt: NOW - DAY + 10 * HOUR });
    const { all } = figures([hot(3 * MINUTE), atNight, before, dial()]).firstCalls;
    expect(all.map(({ after }) => after)).toEqual([3 * MINUTE, 2 * MINUTE, 0]);
  });

  test("putting it off does not stop the clock", () => {
    const putOff = { at: NOW - 50 * MINUTE, kind: "snoozed", by: "ana", dueBefore: NOW - HOUR } as const;
    const waiting = asked(HOUR, { dueAt: NOW - 1, moves: [putOff] });
    const called = hot(2 * HOUR, { callableAt: NOW - DAY, dueAt: NOW - DAY + 2 * HOUR });
    expect(figures([called], [waiting]).firstCalls.all.map(({ after }) => after)).toEqual([2 * HOUR, HOUR]);
  });

  test("within a minute, within five, and the middle", () => {
    const minutes = [0.5, 1, 1.5, 5, 5.1, 60];
    const { firstCalls } = figures(minutes.map((minute) => hot(minute * MINUTE)));
    expect(firstCalls.withinOne).toMatchObject({ count: 2, of: 6 });
    expect(firstCalls.withinFive).toMatchObject({ count: 4, of: 6 });
    expect(firstCalls.median).toMatchObject({ point: 3.25 * MINUTE, low: 0.5 * MINUTE, high: 60 * MINUTE });
  });

  test("whoever was never called counts against it as soon as it is late, and not before", () => {
    const open = [asked(10 * MINUTE), asked(3 * MINUTE), asked(30_000), asked(HOUR, { dueAt: NOW + HOUR })];
    const { all, withinOne, withinFive, median } = figures([hot(30_000)], open).firstCalls;
    expect(all.filter(({ waiting }) => waiting)).toHaveLength(3);
    expect(withinOne).toMatchObject({ count: 1, of: 3 });
    expect(withinFive).toMatchObject({ count: 1, of: 2 });
    expect(median).toMatchObject({ of: 2, high: 10 * MINUTE });
  });

  test("soon or late, how often they answer", () => {
    const answered = { disposition: "connected" } as const;
    const rows = [
      ...many(10, () => hot(MINUTE, answered)),
      ...many(10, () => hot(MINUTE)),
      ...many(5, () => hot(HOUR, answered)),
      ...many(15, () => hot(HOUR)),
    ];
    expect(figures(rows).firstCalls.fiveOverLater).toMatchObject({ point: 2, enough: true });
  });
});

describe("when they answer", () => {
  const at = (weekday: number, hour: number) => ({ local: { weekday, hour } });

  test("by the prospect's own hour and weekday", () => {
    const { clock } = figures([dial(at(3, 10)), spoke(at(3, 10)), spoke(at(7, 0)), spoke()]);
    expect(clock.hours[10]).toEqual({ dials: 2, conversations: 1 });
    expect(clock.hours[0]).toEqual({ dials: 1, conversations: 1 });
    expect(clock.weekdays.map(({ dials }) => dials)).toEqual([0, 0, 2, 0, 0, 0, 1]);
  });

  test("good hours over the others, Wednesday and Thursday over Monday and Tuesday", () => {
    const some = (weekday: number, hour: number, answers: number): LoggedAttempt[] => [
      ...many(answers, () => spoke(at(weekday, hour))),
      ...many(20 - answers, () => dial(at(weekday, hour))),
    ];
    const { clock } = figures([...some(1, 10, 5), ...some(3, 16, 10), ...some(4, 9, 10), ...some(5, 12, 8)]);
    expect(clock.goodHours).toMatchObject({ one: { count: 15, of: 40 }, other: { count: 18, of: 40 } });
    expect(clock.midweek).toMatchObject({ one: { count: 20, of: 40 }, other: { count: 5, of: 20 }, point: 2 });
  });

  test("by touch, the twelfth and all later ones together", () => {
    const rows = [dial({ touchNumber: 1 }), spoke({ touchNumber: 12 }), declined({ touchNumber: 30 })];
    const { touches } = figures(rows);
    expect(touches).toHaveLength(12);
    expect(touches[0]).toMatchObject({ touch: 1, conversation: { count: 0, of: 1 } });
    expect(touches[11]).toMatchObject({ touch: 12, conversation: { count: 2, of: 2 }, agreed: { count: 1, of: 2 } });
  });

  test("a prospect's first agreed step only", () => {
    const rows = [declined({ touchNumber: 2 }), spoke({ touchNumber: 3 }), spoke({ touchNumber: 4 })];
    expect(figures([...rows, spoke({ prospectId: "eva", touchNumber: 6 })]).firstAgreed).toEqual([3, 6]);
  });
});

test("a call is overdue a quarter of an hour after it was due, the latest first", () => {
  const open = [1, 15, 60].map((minutes) => openCall({ number: minutes, dueAt: NOW - minutes * MINUTE }));
  expect(overdueCalls(open, NOW).map(({ number }) => number)).toEqual([60, 15]);
  expect(figures([], open).overdue).toBe(2);
});
