import { describe, expect, test } from "vitest";
import { pauseAsToldBy, pauseSending } from "../../../shared/sending/pause.ts";
import { resumeSending } from "../../../shared/sending/resume.ts";
import { countAgainstUs, countSent, getCounts } from "../../../shared/sending/store.ts";
import { remindOfPause, sendingPause, watchRates } from "../../../shared/sending/watch.ts";
import { DAY, HOUR } from "../../../shared/time.ts";
import { office, WEDNESDAY } from "./senders.ts";

function desk() {
  const clock = { now: WEDNESDAY };
  const { app, alarms } = office(() => clock.now);
  const sent = (emails: number) => app.table.write(countSent(clock.now, emails));
  const heard = async (what: "bounced" | "complained", count: number, sentAt = clock.now) => {
    for (let one = 0; one < count; one += 1) {
      const writes = await countAgainstUs(app.table, what, sentAt);
      if (writes.length) await app.table.write(...writes);
    }
  };
  return { clock, app, alarms, sent, heard };
}

const byHand = { cause: "by hand", says: "we are moving house" } as const;
const quota = { cause: "daily-quota", says: "the quota is used up", until: WEDNESDAY + HOUR } as const;
const bounces = { cause: "bounce-rate", says: "too many bounce" } as const;

describe("a pause", () => {
  test("holds until somebody resumes, and says why", async () => {
    const { app, clock } = desk();
    expect(await sendingPause(app)).toBeUndefined();
    expect(await pauseSending(app, byHand)).toBe("paused");
    clock.now += 100 * DAY;
    expect(await sendingPause(app)).toEqual({ ...byHand, at: WEDNESDAY });
    expect(await resumeSending(app)).toBe("resumed");
    expect(await sendingPause(app)).toBeUndefined();
    expect(await resumeSending(app)).toBe("not-paused");
  });

  test("with an end is over by itself, and may come again", async () => {
    const { app, clock } = desk();
    await pauseSending(app, quota);
    clock.now += HOUR;
    expect(await sendingPause(app)).toBeUndefined();
    expect(await pauseSending(app, { ...quota, until: clock.now + HOUR })).toBe("paused");
  });

  test("said twice is one, and one alarm", async () => {
    const { app, alarms } = desk();
    const said = await Promise.all([pauseSending(app, bounces), pauseSending(app, bounces)]);
    expect(said.toSorted()).toEqual(["already-paused", "paused"]);
    expect(alarms).toEqual([{ name: "sending-paused", says: "too many bounce" }]);
  });

  test("of an hour gives way to one without end, and not the other way round", async () => {
    const { app, clock } = desk();
    await pauseSending(app, quota);
    expect(await pauseSending(app, bounces)).toBe("paused");
    expect(await pauseSending(app, { ...quota, until: clock.now + DAY })).toBe("already-paused");
    expect(await sendingPause(app)).toMatchObject(bounces);
  });

  test("by hand raises no alarm; every other does, again each time the sweep comes by", async () => {
    const { app, alarms } = desk();
    await pauseSending(app, byHand);
    await remindOfPause(app);
    expect(alarms).toEqual([]);
    await resumeSending(app);
    await remindOfPause(app);
    await pauseSending(app, bounces);
    await remindOfPause(app);
    expect(alarms.map(({ says }) => says)).toEqual(["too many bounce", "too many bounce"]);
  });

  test.each([
    ["account-suspended", undefined],
    ["sending-paused", undefined],
    ["daily-quota", WEDNESDAY + HOUR],
  ] as const)("is what comes of SES's own %s", async (cause, until) => {
    const { app } = desk();
    await pauseAsToldBy(app)({ cause, reason: "Daily message quota exceeded." });
    const pause = await sendingPause(app);
    expect(pause).toMatchObject({ cause, says: expect.stringMatching(/^The mail provider.*: Daily message quota/) });
    expect(pause?.until).toBe(until);
  });
});

describe("too many", () => {
  test.each([
    ["one complaint in ten emails does not stop the company", 10, 0, 1, undefined],
    ["two complaints in two thousand emails do", 2000, 0, 2, "complaint-rate"],
    ["two in twenty-one hundred do not", 2100, 0, 2, undefined],
    ["four bounces of ten emails do not", 10, 4, 0, undefined],
    ["five bounces of a hundred emails do", 100, 5, 0, "bounce-rate"],
    ["five of a hundred and one do not", 101, 5, 0, undefined],
  ])("%s", async (...[, emails, bounced, complained, cause]) => {
    const { app, sent, heard } = desk();
    await sent(emails);
    await heard("bounced", bounced);
    await heard("complained", complained);
    expect(await watchRates(app)).toBe(cause ? "paused" : "well");
    expect((await sendingPause(app))?.cause).toBe(cause);
  });

  test("are told with their numbers", async () => {
    const { app, alarms, sent, heard } = desk();
    await sent(200);
    await heard("bounced", 12);
    await watchRates(app);
    expect(alarms[0]?.says).toBe(
      "12 of the 200 emails of the last seven days (6 %) bounced; from 5 % on providers stop a sender",
    );
  });

  test("of a Wednesday and a Thursday are judged together, and of last week's no more", async () => {
    const { app, clock, sent, heard } = desk();
    await sent(100);
    await heard("bounced", 3);
    clock.now += DAY;
    await sent(40);
    await heard("bounced", 2);
    expect(await getCounts(app.table, clock.now)).toEqual({ sent: 140, bounced: 5, complained: 0 });
    clock.now += 6 * DAY;
    expect(await getCounts(app.table, clock.now)).toEqual({ sent: 40, bounced: 2, complained: 0 });
  });

  test("belong to the day of their email, however late they are told", async () => {
    const { app, clock, sent, heard } = desk();
    await sent(100);
    clock.now += 8 * DAY;
    await sent(10);
    await heard("complained", 4, WEDNESDAY);
    expect(await getCounts(app.table, clock.now)).toEqual({ sent: 10, bounced: 0, complained: 0 });
  });
});

describe("after somebody has resumed", () => {
  async function resumed() {
    const parts = desk();
    await parts.sent(100);
    await parts.heard("bounced", 10);
    await watchRates(parts.app);
    parts.clock.now += HOUR;
    await resumeSending(parts.app);
    return parts;
  }

  test("what led to the pause does not pause again, nor do its stragglers", async () => {
    const { app, heard } = await resumed();
    expect(await watchRates(app)).toBe("well");
    await heard("bounced", 20, WEDNESDAY);
    expect(await watchRates(app)).toBe("well");
  });

  test("what is sent from then on counts, and may pause again", async () => {
    const { app, clock, sent, heard } = await resumed();
    clock.now += 1000;
    await sent(50);
    await heard("bounced", 5);
    expect(await watchRates(app)).toBe("paused");
  });

  test("from a pause by hand, nothing is forgotten", async () => {
    const { app, sent, heard } = desk();
    await sent(100);
    await heard("bounced", 4);
    await pauseSending(app, byHand);
    await resumeSending(app);
    await heard("bounced", 1);
    expect(await watchRates(app)).toBe("paused");
  });
});
