import { describe, expect, test } from "vitest";
import type { Mailer } from "../../../shared/ports.ts";
import { pacedMailer } from "../../../shared/sending/paced-mailer.ts";
import type { Limits } from "../../../shared/sending/sending.ts";
import { DAY, HOUR, MINUTE } from "../../../shared/time.ts";
import { emails, limitsOf, office, outcomes, providerAt, virtualTime, WEDNESDAY } from "./senders.ts";

type Given = {
  readonly limits?: () => Promise<Limits>;
  readonly warmUp?: { readonly startsOn: string; readonly emailsPerDay: number[] };
  readonly mailer?: Mailer;
};

function senderWith({ limits, warmUp, mailer }: Given) {
  const time = virtualTime();
  const provider = providerAt(time.now);
  const { app, alarms } = office(time.now, warmUp && { warmUp });
  const paced = pacedMailer(mailer ?? provider.mailer, { app, wait: time.wait, limits });
  return {
    alarms,
    app,
    departures: provider.departures,
    send: (count: number) => time.pass(paced.sendBulk(emails(count))),
    later: (ms: number) => time.pass(time.wait(time.now() + ms)),
  };
}

describe("the daily quota", () => {
  test("is what SES sent in the day before and what we let through since; the rest is throttled with the reason", async () => {
    const { send } = senderWith({ limits: limitsOf({ perSecond: 100, perDay: 200, sentInDayBefore: 130 }) });
    expect(outcomes(await send(50))).toEqual({ accepted: 50 });
    const second = await send(50);
    expect(outcomes(second)).toEqual({ accepted: 20, throttled: 30 });
    expect(second.at(-1)).toMatchObject({ reason: "the daily quota of 200 emails is used up" });
    expect(outcomes(await send(50))).toEqual({ throttled: 50 });
  });

  test("is asked for again after five minutes, and only then", async () => {
    let sent = 0;
    let asked = 0;
    const limits = async () => ((asked += 1), { perSecond: 100, perDay: 60, sentInDayBefore: sent });
    const { send, later } = senderWith({ limits });
    await send(50);
    await send(50);
    expect(asked).toBe(1);
    await later(5 * MINUTE);
    sent = 55;
    expect(outcomes(await send(50))).toEqual({ accepted: 5, throttled: 45 });
    expect(asked).toBe(2);
  });

  test("counts what has its place but has not left yet, although SES cannot know of it", async () => {
    const time = virtualTime();
    const { app } = office(time.now);
    const { departures, mailer } = providerAt(time.now);
    const sentSoFar = () => departures.reduce((sum, one) => sum + one.emails, 0);
    const limits = async () => ({ perSecond: 1, perDay: 30, sentInDayBefore: sentSoFar() });
    const paced = pacedMailer(mailer, { app, wait: time.wait, limits });
    await time.pass(paced.sendBulk(emails(1)));
    await time.pass(time.wait(WEDNESDAY + 5 * MINUTE - 10_000));
    const both = Promise.all([
      paced.sendBulk(emails(20)),
      time.wait(WEDNESDAY + 5 * MINUTE + 1000).then(() => paced.sendBulk(emails(50))),
    ]);
    await time.pass(both);
    expect(sentSoFar()).toBeLessThanOrEqual(30);
    expect(sentSoFar()).toBeGreaterThan(27);
  });

  test("of an account that may send any number is never used up", async () => {
    const { send } = senderWith({ limits: limitsOf({ perSecond: 500, sentInDayBefore: 1_000_000 }) });
    expect(outcomes(await send(50))).toEqual({ accepted: 50 });
  });
});

describe("when SES does not say its limits", () => {
  const silent = (limits: Limits) => {
    const is = { silent: false };
    return { is, limits: async () => (is.silent ? Promise.reject(new Error("no route")) : limits) };
  };

  test("the old ones serve an hour, then nothing is sent and the alarm is raised", async () => {
    const { is, limits } = silent({ perSecond: 100, sentInDayBefore: 0 });
    const { send, later, alarms } = senderWith({ limits });
    await send(1);
    is.silent = true;
    await later(59 * MINUTE);
    expect(outcomes(await send(1))).toEqual({ accepted: 1 });
    expect(alarms).toEqual([]);
    await later(MINUTE);
    expect(await send(1)).toEqual([
      { outcome: "throttled", reason: "the mail provider does not say how much it takes" },
    ]);
    expect(alarms).toEqual([{ name: "limits-unknown", says: expect.stringContaining("no route") }]);
  });

  test("and it never did, nothing is sent", async () => {
    const { is, limits } = silent({ sentInDayBefore: 0 });
    is.silent = true;
    const { send, alarms } = senderWith({ limits });
    expect(outcomes(await send(3))).toEqual({ throttled: 3 });
    expect(alarms).toHaveLength(1);
  });

  test("a sender goes by what another one was told at the same moment", async () => {
    const time = virtualTime();
    const { app, alarms } = office(time.now);
    const { departures, mailer } = providerAt(time.now);
    const other = pacedMailer(mailer, { app, wait: time.wait, limits: limitsOf({ perSecond: 100, perDay: 20 }) });
    const limits = async (): Promise<Limits> => {
      await other.sendBulk(emails(5));
      throw new Error("no route");
    };
    const paced = pacedMailer(mailer, { app, wait: time.wait, limits });
    expect(outcomes(await time.pass(paced.sendBulk(emails(50))))).toEqual({ accepted: 15, throttled: 35 });
    expect(departures.map((one) => one.emails)).toEqual([5, 15]);
    expect(alarms).toEqual([]);
  });
});

describe("a warm-up", () => {
  const warmUp = { startsOn: "2026-11-25", emailsPerDay: [60] };

  test("caps each day of the company's own calendar", async () => {
    const { send, later } = senderWith({ warmUp });
    expect(outcomes(await send(50))).toEqual({ accepted: 50 });
    const rest = await send(50);
    expect(outcomes(rest)).toEqual({ accepted: 10, throttled: 40 });
    expect(rest.at(-1)).toMatchObject({ reason: "the warm-up's 60 emails of 2026-11-25 are used up" });
    await later(8 * HOUR);
    expect(outcomes(await send(1))).toEqual({ throttled: 1 });
    await later(HOUR);
    expect(outcomes(await send(50))).toEqual({ accepted: 50 });
    await later(7 * DAY);
    expect(outcomes(await send(50))).toEqual({ accepted: 50 });
    expect(outcomes(await send(50))).toEqual({ accepted: 50 });
  });

  test("does not count what the mail server did not take", async () => {
    let down = true;
    const mailer: Mailer = {
      forget: async () => undefined,
      sendBulk: async ({ entries }) =>
        entries.map(() => (down ? { outcome: "throttled", reason: "421" } : { outcome: "accepted", messageId: "m" })),
    };
    const { send } = senderWith({ warmUp, mailer });
    for (let attempt = 1; attempt <= 3; attempt += 1) expect(outcomes(await send(50))).toEqual({ throttled: 50 });
    down = false;
    expect(outcomes(await send(50))).toEqual({ accepted: 50 });
    expect(outcomes(await send(50))).toEqual({ accepted: 10, throttled: 40 });
  });
});
