import { expect, test } from "vitest";
import type { MailResult } from "../../../shared/ports.ts";
import { pacedMailer } from "../../../shared/sending/paced-mailer.ts";
import { pauseAsToldBy, pauseSending } from "../../../shared/sending/pause.ts";
import { emails, limitsOf, office, outcomes, providerAt, virtualTime, WEDNESDAY } from "./senders.ts";

const moving = { cause: "by hand", says: "we are moving house" } as const;
const tenASecond = limitsOf({ perSecond: 10 });

test("when the provider refuses the account, those who still wait for their place are not handed over", async () => {
  const time = virtualTime();
  const { app, alarms } = office(time.now);
  const refused: MailResult = { outcome: "throttled", reason: "The account is shut down." };
  const { departures, mailer } = providerAt(time.now, () => refused);
  const told = pauseAsToldBy(app);
  const stopping: typeof mailer = {
    ...mailer,
    sendBulk: async (mail) => {
      const results = await mailer.sendBulk(mail);
      await told({ cause: "account-suspended", reason: refused.reason });
      return results;
    },
  };
  const paced = pacedMailer(stopping, { app, wait: time.wait, limits: tenASecond });
  const results = await time.pass(paced.sendBulk(emails(30)));
  expect(departures).toEqual([{ at: WEDNESDAY, emails: 10 }]);
  expect(outcomes(results)).toEqual({ throttled: 30 });
  expect(results.at(-1)).toMatchObject({ reason: expect.stringContaining(refused.reason) });
  expect(alarms).toHaveLength(1);
});

test("a pause by hand stops those who wait, and what they did not use of the quota is left for others", async () => {
  const time = virtualTime();
  const { app } = office(time.now);
  const { departures, mailer } = providerAt(time.now);
  const paced = pacedMailer(mailer, { app, wait: time.wait, limits: limitsOf({ perSecond: 10, perDay: 40 }) });
  const pausing = time.wait(WEDNESDAY + 500).then(() => pauseSending(app, { ...moving, until: WEDNESDAY + 3000 }));
  const [results] = await time.pass(Promise.all([paced.sendBulk(emails(30)), pausing]));
  expect(outcomes(results)).toEqual({ accepted: 10, throttled: 20 });
  expect(results.at(-1)).toMatchObject({ reason: moving.says });
  await time.pass(time.wait(WEDNESDAY + 3000));
  expect(outcomes(await time.pass(paced.sendBulk(emails(40))))).toEqual({ accepted: 30, throttled: 10 });
  expect(departures.reduce((sum, one) => sum + one.emails, 0)).toBe(40);
});
