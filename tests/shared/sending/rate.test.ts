import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Table } from "../../../shared/ports.ts";
import { pacedMailer } from "../../../shared/sending/paced-mailer.ts";
import { emails, limitsOf, mostWithin, office, outcomes, providerAt, virtualTime } from "./senders.ts";
import type { VirtualTime } from "./senders.ts";

/** Every call of the table takes a while, a different one each time. */
const slow =
  (time: VirtualTime, delays: () => number) =>
  (table: Table): Table => {
    const later = async <Of>(call: () => Promise<Of>): Promise<Of> => {
      await time.wait(time.now() + delays());
      const result = await call();
      await time.wait(time.now() + delays());
      return result;
    };
    return {
      ...table,
      get: (key) => later(() => table.get(key)),
      write: (...writes) => later(() => table.write(...writes)),
    };
  };

const repeating = (numbers: readonly number[]): (() => number) => {
  let next = 0;
  return () => numbers[next++ % numbers.length]!;
};

type Sender = {
  readonly startsAfter: number;
  readonly calls: readonly number[];
  readonly wakesLate: readonly number[];
  /** Its clock is so far ahead. */
  readonly ahead: number;
};

async function play(senders: readonly Sender[], perSecond: number, tableDelays: readonly number[]) {
  const time = virtualTime();
  const { departures, mailer } = providerAt(time.now);
  const { app } = office(time.now, {}, slow(time, repeating(tableDelays)));
  const results = await time.pass(
    Promise.all(
      senders.map(async ({ startsAfter, calls, wakesLate, ahead }) => {
        const late = repeating(wakesLate);
        const wait = (until: number) => time.wait(Math.max(until - ahead, time.now()) + late());
        const own = { ...app, now: () => time.now() + ahead };
        const paced = pacedMailer(mailer, { app: own, wait, limits: limitsOf({ perSecond }) });
        await time.wait(time.now() + startsAfter);
        const answers = [];
        for (const count of calls) answers.push(...(await paced.sendBulk(emails(count))));
        return answers;
      }),
    ),
  );
  return { departures, results: results.flat() };
}

describe("the sending rate", () => {
  const delay = fc.integer({ min: 0, max: 70 });
  const sender = fc.record({
    startsAfter: fc.integer({ min: 0, max: 3000 }),
    calls: fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 3 }),
    ahead: fc.integer({ min: -10, max: 10 }),
    // Now and then much later than it wanted to.
    wakesLate: fc.array(fc.oneof(delay, fc.integer({ min: 0, max: 2500 })), { minLength: 1, maxLength: 7 }),
  });
  const rate = fc.constantFrom(0.3, 0.5, 1, 1.5, 3, 14, 50, 200);

  test("is never exceeded in any second, however many senders there are and however late they wake", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sender, { minLength: 1, maxLength: 6 }),
        rate,
        fc.array(delay, { minLength: 1, maxLength: 9 }),
        async (senders, perSecond, tableDelays) => {
          const { departures, results } = await play(senders, perSecond, tableDelays);
          // Below one a second: one in so many seconds.
          expect(mostWithin(departures, 1000 / Math.min(1, perSecond))).toBeLessThanOrEqual(Math.max(1, perSecond));
          // Whoever got no place was told so, and everybody was told something.
          const { accepted = 0, throttled = 0, ...others } = outcomes(results);
          expect(others).toEqual({});
          expect(accepted).toBe(departures.reduce((sum, one) => sum + one.emails, 0));
          expect(accepted + throttled).toBe(senders.flatMap(({ calls }) => calls).reduce((sum, n) => sum + n, 0));
        },
      ),
      { numRuns: 300 },
    );
  });

  const prompt: Sender = { startsAfter: 0, calls: [50, 50], wakesLate: [0], ahead: 0 };

  test("of 14 emails a second is used to nine tenths by five senders at once", async () => {
    const { departures, results } = await play([prompt, prompt, prompt, prompt, prompt], 14, [2, 5, 3]);
    expect(outcomes(results)).toEqual({ accepted: 500 });
    expect(mostWithin(departures, 1000)).toBe(14);
    const seconds = (departures.at(-1)!.at - departures[0]!.at) / 1000;
    expect(500 / seconds).toBeGreaterThan(0.9 * 14);
  });

  test("that is used up is told in plain words", async () => {
    const { results } = await play([{ ...prompt, calls: [50] }], 1, [0]);
    expect(results.filter(({ outcome }) => outcome === "accepted")).toHaveLength(23);
    expect(results.at(-1)).toEqual({
      outcome: "throttled",
      reason: "the sending rate of 1 emails a second is used up for now",
    });
  });
});
