import { describe, expect, test } from "vitest";
import { listOutbox, outboxMailer } from "../../../shared/local/outbox.ts";
import { openStore } from "../../../shared/local/store.ts";
import type { BulkMail, Mailer } from "../../../shared/ports.ts";
import { pacedMailer } from "../../../shared/sending/paced-mailer.ts";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { ada, mailerContract, mailTo } from "../../contract/mailer.ts";
import { emails, limitsOf, mostWithin, office, outcomes, providerAt, virtualTime } from "./senders.ts";

const lowerCase = (headers: { readonly [name: string]: string }) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

mailerContract("outbox at seven emails a second", async () => {
  const time = virtualTime();
  const store = openStore(":memory:");
  const { app } = office(time.now);
  const limits = limitsOf({ perSecond: 7 });
  const paced = pacedMailer(outboxMailer(store, time.now), { app, wait: time.wait, limits });
  return {
    mailer: { forget: paced.forget, sendBulk: (mail) => time.pass(paced.sendBulk(mail)) },
    delivered: async () =>
      listOutbox(store, { limit: 1000 }).map((email) => Object.assign(email, { headers: lowerCase(email.headers) })),
  };
});

describe("a mailer that keeps to the sending rate", () => {
  const paced = (mailer: Mailer) => {
    const time = virtualTime();
    const world = office(time.now);
    const kept = pacedMailer(mailer, { app: world.app, wait: time.wait, limits: limitsOf({ perSecond: 10 }) });
    return { ...world, send: (mail: BulkMail) => time.pass(kept.sendBulk(mail)), kept };
  };

  test("hands over what fits a second together, and gives the results in the order of the entries", async () => {
    const sizes: number[] = [];
    const { send } = paced({
      forget: async () => undefined,
      sendBulk: async ({ entries }) => {
        sizes.push(entries.length);
        return entries.map(({ to }) => ({ outcome: "accepted", messageId: to.address }));
      },
    });
    const mail = emails(25);
    expect((await send(mail)).map((one) => "messageId" in one && one.messageId)).toEqual(
      mail.entries.map(({ to }) => to.address),
    );
    expect(sizes).toEqual([10, 10, 5]);
  });

  test("that is called fifty times at once gives each call its turn", async () => {
    const time = virtualTime();
    const { departures, mailer } = providerAt(time.now);
    const kept = pacedMailer(mailer, { ...office(time.now), wait: time.wait, limits: limitsOf({ perSecond: 10 }) });
    const results = await time.pass(Promise.all(Array.from({ length: 50 }, () => kept.sendBulk(mailTo(ada)))));
    expect(outcomes(results.flat())).toEqual({ accepted: 50 });
    expect(mostWithin(departures, 1000)).toBe(10);
  });

  test("when one call fails outright, only its emails are unknown", async () => {
    let calls = 0;
    const { send } = paced({
      forget: async () => undefined,
      sendBulk: async ({ entries }) => {
        calls += 1;
        if (calls === 2) throw new Error("the line was cut");
        return entries.map(() => ({ outcome: "accepted", messageId: "m" }));
      },
    });
    const results = await send(emails(30));
    expect(outcomes(results)).toEqual({ accepted: 20, unknown: 10 });
    expect(results[10]).toEqual({ outcome: "unknown", reason: "the line was cut" });
  });

  test("when the table cannot be asked, nothing leaves and all may be tried again", async () => {
    const time = virtualTime();
    const { departures, mailer } = providerAt(time.now);
    const { app } = office(time.now, {}, (table) => ({ ...table, get: () => Promise.reject(new Error("no table")) }));
    const kept = pacedMailer(mailer, { app, wait: time.wait });
    expect(await time.pass(kept.sendBulk(mailTo(ada)))).toEqual([{ outcome: "throttled", reason: "no table" }]);
    expect(departures).toEqual([]);
  });

  test("sends nothing while sending is paused", async () => {
    const { send, app } = paced(providerAt(() => 0).mailer);
    await pauseSending(app, { cause: "by hand", says: "we are moving house" });
    expect(await send(mailTo(ada))).toEqual([{ outcome: "throttled", reason: "we are moving house" }]);
  });

  test("stops in the middle of a batch when sending is paused while the rest waits for its second", async () => {
    const time = virtualTime();
    const { departures, mailer } = providerAt(time.now);
    const { app } = office(time.now);
    const pausing: Mailer = {
      ...mailer,
      sendBulk: async (mail) => {
        await pauseSending(app, { cause: "complaint-rate", says: "too many complaints" });
        return mailer.sendBulk(mail);
      },
    };
    const kept = pacedMailer(pausing, { app, wait: time.wait, limits: limitsOf({ perSecond: 2 }) });
    expect(outcomes(await time.pass(kept.sendBulk(emails(10))))).toEqual({ accepted: 2, throttled: 8 });
    expect(departures).toHaveLength(1);
  });

  test("pauses sending for everybody when SES has switched it off", async () => {
    const time = virtualTime();
    const { departures, mailer } = providerAt(time.now);
    const { app, alarms } = office(time.now);
    const stopped = { cause: "account-suspended", says: "SES has shut it down" } as const;
    const kept = pacedMailer(mailer, { app, wait: time.wait, limits: limitsOf({ perSecond: 10, stopped }) });
    expect(outcomes(await time.pass(kept.sendBulk(emails(3))))).toEqual({ throttled: 3 });
    expect(outcomes(await time.pass(kept.sendBulk(emails(3))))).toEqual({ throttled: 3 });
    expect(alarms).toEqual([{ name: "sending-paused", says: "SES has shut it down" }]);
    expect(departures).toEqual([]);
  });

  test("has the copies forgotten that its mailer keeps", async () => {
    const forgotten: string[] = [];
    const { kept } = paced({ forget: async (id) => void forgotten.push(id), sendBulk: async () => [] });
    await kept.forget("rui");
    expect(forgotten).toEqual(["rui"]);
  });
});
