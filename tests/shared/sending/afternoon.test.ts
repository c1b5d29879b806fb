import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { Config } from "../../../shared/config.ts";
import { outboxMailer } from "../../../shared/local/outbox.ts";
import type { Mailer } from "../../../shared/ports.ts";
import { pacedMailer } from "../../../shared/sending/paced-mailer.ts";
import type { Limits } from "../../../shared/sending/sending.ts";
import { touchesOf } from "../../../shared/touch/store.ts";
import { article, prospect, testConfig, testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { SLOT } from "../touch/afternoon.ts";
import { limitsOf, mostWithin } from "./senders.ts";

const ids = Array.from({ length: 120 }, (_, n) => `p${n}`);
const WINDOW_CLOSES = Date.parse("2026-11-25T17:00Z");

/** A company of 120 prospects whose mailer keeps to limits; waiting moves the world's clock, one after the other. */
async function companyWith(limits: Partial<Limits>, config: Config = testConfig): Promise<TestWorld> {
  let paced: Mailer | undefined;
  let turn = Promise.resolve();
  const mailer: Mailer = {
    sendBulk: async (mail) => paced!.sendBulk(mail),
    forget: async (id) => paced!.forget(id),
  };
  const prospects = ids.map((id) => prospect(id));
  const world = await testWorld({ prospects, articles: [article("rounds")], mailer, config });
  const wait = (until: number): Promise<void> =>
    (turn = turn.then(async () => {
      await setImmediate();
      world.clock.standAt(until);
    }));
  paced = pacedMailer(outboxMailer(world.store, world.app.now), { app: world.app, wait, limits: limitsOf(limits) });
  return world;
}

async function endings(world: TestWorld): Promise<{ [ending: string]: number }> {
  const counts: { [ending: string]: number } = {};
  for (const id of ids)
    for (const { date, outcome, reason, detail } of await touchesOf(world.app.table, id)) {
      const ending = [outcome, reason, detail].filter(Boolean).join(": ");
      if (date === SLOT) counts[ending] = (counts[ending] ?? 0) + 1;
    }
  return counts;
}

test("all of an afternoon go out, never more than 14 in any second", async () => {
  const world = await companyWith({ perSecond: 14 });
  await world.pass("2026-11-25T18:00Z");
  expect(await endings(world)).toEqual({ sent: 120 });
  const departures = world.emails().map(({ at }) => ({ at, emails: 1 }));
  expect(mostWithin(departures, 1000)).toBe(14);
  expect(world.failures).toEqual([]);
});

test("what does not fit the afternoon at the account's rate is closed, never sent late", async () => {
  const world = await companyWith({ perSecond: 0.1 });
  await world.pass("2026-11-25T23:00Z");
  const { sent = 0, ...closed } = await endings(world);
  expect(sent).toBeGreaterThan(20);
  expect(closed).toEqual({
    "skipped: window-closed: the sending rate of 0.1 emails a second is used up for now": 120 - sent,
  });
  expect(world.emails()).toHaveLength(sent);
  expect(Math.max(...world.emails().map(({ at }) => at))).toBeLessThan(WINDOW_CLOSES);
});

test("the daily quota ends the day, and says so where the email is missed", async () => {
  const world = await companyWith({ perSecond: 100, perDay: 1000, sentInDayBefore: 970 });
  await world.pass("2026-11-25T15:04Z");
  expect(world.emails()).toHaveLength(30);
});

test("a warm-up lets out as many as its week says, and the rest of the day is closed with that reason", async () => {
  const company = { ...testConfig.company, warmUp: { startsOn: "2026-11-23", emailsPerDay: [50, 400] } };
  const world = await companyWith({}, { ...testConfig, company });
  await world.pass("2026-11-25T18:00Z");
  expect(await endings(world)).toEqual({
    sent: 50,
    "skipped: window-closed: the warm-up's 50 emails of 2026-11-25 are used up": 70,
  });
});
