import { describe, expect, test } from "vitest";
import { evidence } from "../../../shared/experiment/coin.ts";
import { ARMS, CALLED_AT } from "../../../shared/experiment/levels.ts";
import { clicksNeeded, emailsNeeded } from "../../../shared/experiment/needed.ts";
import { verdictOf } from "../../../shared/experiment/verdict.ts";
import { ratioOf, shareOf } from "../../../shared/practice/intervals.ts";
import { armTally, looks, seeded, tallyOfArms } from "./coins.ts";
import type { Trial } from "./coins.ts";

const REPEATS = 1000;
const ended = (trial: Trial, toss: () => number) => {
  for (const tally of looks(trial, toss)) {
    const { clicks: a, measured } = tally.a;
    const heads = tally.b.clicks;
    if (evidence({ heads, of: a + heads }, 0.5, ARMS) >= CALLED_AT)
      return { winner: heads > a ? "b" : "a", after: measured + tally.b.measured } as const;
  }
  return undefined;
};

/** So many wins are to be expected of a true 5 % in 1,000 repeats, with what chance allows (three standard deviations). */
const AT_MOST_FIVE_PERCENT = REPEATS * 0.05 + 3 * Math.sqrt(REPEATS * 0.05 * 0.95);

describe("no winner by noise, though somebody looks after every batch of 2,000 emails", () => {
  test.each([1, 5, 20])("where %i of 100 click in both arms", (rate) => {
    const toss = seeded(rate);
    let wins = 0;
    for (let n = 0; n < REPEATS; n += 1) if (ended({ a: rate, b: rate, emails: 2000, batch: 50 }, toss)) wins += 1;
    expect(wins).toBeLessThanOrEqual(AT_MOST_FIVE_PERCENT);
  });

  test("where people are of all kinds and click more and less as the weeks go, it is the same", () => {
    const toss = seeded(11);
    let wins = 0;
    for (let n = 0; n < REPEATS; n += 1) {
      const tosses = { heads: 0, of: 0 };
      for (let sent = 1; sent <= 2000; sent += 1) {
        // Some never click, some nearly always; and the second half of the emails does three times as well.
        const rate = (toss() < 0.9 ? 0.01 : 0.3) * (sent > 1000 ? 3 : 1);
        if (toss() >= rate) continue;
        tosses.of += 1;
        if (toss() < 0.5) tosses.heads += 1;
        if (evidence(tosses, 0.5, ARMS) < CALLED_AT) continue;
        wins += 1;
        break;
      }
    }
    expect(wins).toBeLessThanOrEqual(AT_MOST_FIVE_PERCENT);
  });

  test("an interval that holds for one look would have called three times too many", () => {
    const toss = seeded(5);
    let wins = 0;
    for (let n = 0; n < REPEATS; n += 1)
      for (const { a, b } of looks({ a: 5, b: 5, emails: 2000, batch: 50 }, toss)) {
        const { low, high, enough } = ratioOf(shareOf(b.clicks, b.measured), shareOf(a.clicks, a.measured));
        if (!enough || (low <= 1 && high >= 1)) continue;
        wins += 1;
        break;
      }
    expect(wins).toBeGreaterThan(3 * REPEATS * 0.05);
  });
});

describe("a true difference is found", () => {
  test.each([
    [5, 10, 2000, 0.85],
    [3, 6, 4000, 0.9],
    [10, 15, 4000, 0.9],
  ])(
    "%i against %i of 100 within %i emails, in at least %d of the cases, and never the wrong way round",
    (...given) => {
      const [a, b, emails, share] = given;
      const toss = seeded(a);
      const ends = Array.from({ length: 300 }, () => ended({ a, b, emails, batch: 50 }, toss));
      expect(ends.filter((end) => end?.winner === "b").length).toBeGreaterThanOrEqual(300 * share);
      expect(ends.filter((end) => end?.winner === "a").length).toBeLessThan(3);
    },
  );
});

describe("the bounds of the difference", () => {
  test("hold the true one at every look at once, in 95 of 100 experiments at least", () => {
    const toss = seeded(3);
    let left = 0;
    for (let n = 0; n < 200; n += 1)
      for (const tally of looks({ a: 4, b: 7, emails: 2000, batch: 100 }, toss)) {
        const { low, high } = verdictOf(tally).difference;
        if (low <= 0.03 && high >= 0.03) continue;
        left += 1;
        break;
      }
    expect(left).toBeLessThanOrEqual(200 * 0.05 + 3 * Math.sqrt(200 * 0.05 * 0.95));
  });

  test("leave out zero exactly when a winner is called", () => {
    const toss = seeded(8);
    for (let n = 0; n < 60; n += 1)
      for (const tally of looks({ a: 4, b: 8, emails: 2000, batch: 100 }, toss)) {
        const { difference, state } = verdictOf(tally);
        expect(difference.low > 0 || difference.high < 0).toBe(state === "winner");
      }
  });

  test("are around what was seen, and so are those of each arm", () => {
    const { difference, rates } = verdictOf(tallyOfArms(armTally(500, 20), armTally(510, 28)));
    expect(difference.low).toBeLessThan(difference.point);
    expect(difference.point).toBeLessThan(difference.high);
    expect(rates.a.low).toBeLessThan(0.04);
    expect(rates.a.high).toBeGreaterThan(0.04);
  });
});

describe("what it says", () => {
  test("of twice the clicks in many emails: a winner", () => {
    expect(verdictOf(tallyOfArms(armTally(1000, 40), armTally(1010, 90)))).toMatchObject({
      state: "winner",
      winner: "b",
    });
    expect(verdictOf(tallyOfArms(armTally(1010, 90), armTally(1000, 40)))).toMatchObject({
      state: "winner",
      winner: "a",
    });
  });

  test("of nothing, of emails that are too young, and of emails that are not measured: nothing", () => {
    const young = { emails: 40, young: 40, measured: 0, clicks: 0, calls: 0 };
    const unmeasured = { emails: 40, young: 0, measured: 0, clicks: 0, calls: 1 };
    expect(verdictOf(tallyOfArms(young, young)).state).toBe("nothing");
    expect(verdictOf(tallyOfArms(unmeasured, unmeasured)).state).toBe("nothing");
  });

  test("of halves that are none: that nothing may be compared, whatever the clicks are", () => {
    const verdict = verdictOf(tallyOfArms(armTally(1000, 40), armTally(700, 90)));
    expect(verdict.state).toBe("uneven");
    expect(verdict.winner).toBeUndefined();
    expect(verdictOf(tallyOfArms(armTally(1000, 40), armTally(950, 45))).state).toBe("not-enough");
  });

  test("of clicks for one and call tasks for the other: no winner", () => {
    const verdict = verdictOf(tallyOfArms(armTally(1000, 40, 40), armTally(1010, 90, 6)));
    expect(verdict).toMatchObject({ state: "torn", callsFor: "a" });
    expect(verdict.winner).toBeUndefined();
  });

  test("call tasks alone call no winner", () => {
    expect(verdictOf(tallyOfArms(armTally(1000, 40, 5), armTally(1010, 42, 60)))).toMatchObject({
      state: "not-enough",
      callsFor: "b",
    });
  });
});

describe("how much more it takes", () => {
  test("nothing is said of fewer than five clicks", () => {
    expect(emailsNeeded(4, 400)).toBeUndefined();
    expect(emailsNeeded(0, 0)).toBeUndefined();
  });

  test("so many clicks as call a winner four times in five, at the rate so far", () => {
    const needed = emailsNeeded(20, 400);
    expect(needed).toEqual({ emails: clicksNeeded(2) / 0.05 - 400, low: 0.1 / 3, high: 0.2 / 3 });
    const [toss, trial] = [seeded(21), { a: 100 / 30, b: 100 / 15, emails: 400 + needed!.emails, batch: 40 }];
    const found = Array.from({ length: 300 }, () => ended(trial, toss)).filter((end) => end?.winner === "b").length;
    expect(found).toBeGreaterThanOrEqual(300 * 0.8);
  });

  test("when twice the clicks would have shown by now, it is said of a smaller difference", () => {
    const needed = emailsNeeded(200, 4000);
    expect(needed!.high / needed!.low).toBeCloseTo(1.5);
    expect(needed!.emails).toBe(Math.ceil(clicksNeeded(1.5) / 0.05) - 4000);
  });
});
