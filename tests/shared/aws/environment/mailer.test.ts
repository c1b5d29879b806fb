import { afterAll, expect, test, vi } from "vitest";
import { mailerOfEnvironment } from "../../../../shared/aws/environment/mailer.ts";
import type { Mailer } from "../../../../shared/ports.ts";
import { sendingPause } from "../../../../shared/sending/watch.ts";
import { sendTouches } from "../../../../shared/touch/send.ts";
import { touchesOf } from "../../../../shared/touch/store.ts";
import { startSes } from "../../../emulators/ses.ts";
import { article, prospect } from "../../../fixtures/world.ts";
import { atTheSlot, batch } from "../../touch/afternoon.ts";

const ses = await startSes();
afterAll(() => {
  vi.unstubAllEnvs();
  ses.stop();
});

test("when SES refuses the account one batch, all that come after it are held back, and the alarm is raised once", async () => {
  vi.stubEnv("AWS_REGION", "eu-west-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "none");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "none");
  vi.stubEnv("AWS_ENDPOINT_URL_SESV2", ses.endpoint);
  vi.stubEnv("CONFIGURATION_SET", "midweek");
  const [first, second] = [
    ["p1", "p2"],
    ["p3", "p4"],
  ] as const;
  const prospects = [...first, ...second].map((id) => prospect(id));
  const mailer: Mailer = { sendBulk: (mail) => onSes.sendBulk(mail), forget: async () => undefined };
  const world = await atTheSlot({ prospects, articles: [article("rounds")], mailer });
  const onSes = mailerOfEnvironment(world.app);

  ses.answerNext({ status: 400, error: "AccountSuspendedException", body: { message: "The account is shut down." } });
  for (const ids of [first, second])
    expect(new Set((await sendTouches(world.app, batch([...ids]))).values())).toEqual(new Set(["throttled"]));

  expect(ses.requests).toHaveLength(1);
  const says = expect.stringContaining("The account is shut down.");
  expect(await sendingPause(world.app)).toMatchObject({ cause: "account-suspended", says });
  expect(world.alarms).toEqual([{ name: "sending-paused", says }]);
  expect(world.queues.touches.depth()).toBe(2);
  for (const id of [...first, ...second]) expect(await touchesOf(world.app.table, id)).toEqual([]);
});
