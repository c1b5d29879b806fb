import { expect, test } from "vitest";
import { pacedMailer } from "../../../shared/sending/paced-mailer.ts";
import { emails, limitsOf, office, outcomes, providerAt, virtualTime } from "./senders.ts";

test("a table that cannot be asked while some wait costs nobody else their answer, and who waited may be tried again", async () => {
  const time = virtualTime();
  let down = false;
  const { departures, mailer } = providerAt(time.now);
  const { app } = office(time.now, {}, (table) => ({
    ...table,
    get: (key) => (down ? Promise.reject(new Error("no table")) : table.get(key)),
  }));
  const going: typeof mailer = { ...mailer, sendBulk: (mail) => ((down = true), mailer.sendBulk(mail)) };
  const paced = pacedMailer(going, { app, wait: time.wait, limits: limitsOf({ perSecond: 10 }) });
  const results = await time.pass(paced.sendBulk(emails(30)));
  expect(outcomes(results)).toEqual({ accepted: 10, throttled: 20 });
  expect(departures).toHaveLength(1);
});
