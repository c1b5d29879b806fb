import { expect, test } from "vitest";
import { dynamoTable } from "../../../shared/aws/dynamo-table.ts";
import type { Table } from "../../../shared/ports.ts";
import { pacedMailer } from "../../../shared/sending/paced-mailer.ts";
import { pauseSending } from "../../../shared/sending/pause.ts";
import { resumeSending } from "../../../shared/sending/resume.ts";
import { countAgainstUs, countSent, getCounts } from "../../../shared/sending/store.ts";
import { sendingPause } from "../../../shared/sending/watch.ts";
import { makeTable } from "../../emulators/dynoxide.ts";
import { useDynoxide } from "../../emulators/use-dynoxide.ts";
import { emails, limitsOf, mostWithin, office, outcomes, providerAt, virtualTime } from "../sending/senders.ts";

const newClient = useDynoxide();

async function onDynamo() {
  const time = virtualTime();
  const client = newClient();
  const table = dynamoTable({ client, name: await makeTable(client), now: time.now });
  const standing: Table = {
    ...table,
    get: (key) => time.standing(() => table.get(key)),
    write: (...writes) => time.standing(() => table.write(...writes)),
  };
  return { time, ...office(time.now, {}, () => standing) };
}

test("on DynamoDB three senders share the rate and the quota", async () => {
  const { time, app } = await onDynamo();
  const { departures, mailer } = providerAt(time.now);
  const limits = limitsOf({ perSecond: 14, perDay: 120 });
  const sender = () => pacedMailer(mailer, { app, limits, wait: time.wait }).sendBulk(emails(50));
  const results = await time.pass(Promise.all([sender(), sender(), sender()]));
  expect(outcomes(results.flat())).toEqual({ accepted: 120, throttled: 30 });
  expect(mostWithin(departures, 1000)).toBe(14);
});

test("on DynamoDB a pause holds until it is lifted, and counts begin anew", async () => {
  const { time, app } = await onDynamo();
  await Promise.all([1, 2, 3].map(() => app.table.write(countSent(time.now(), 40))));
  await app.table.write(...(await countAgainstUs(app.table, "bounced", time.now())));
  expect(await getCounts(app.table, time.now())).toEqual({ sent: 120, bounced: 1, complained: 0 });
  const bounces = { cause: "bounce-rate", says: "too many bounce" } as const;
  const said = await Promise.all([pauseSending(app, bounces), pauseSending(app, bounces)]);
  expect(said.toSorted()).toEqual(["already-paused", "paused"]);
  expect(await sendingPause(app)).toMatchObject(bounces);
  expect(await resumeSending(app)).toBe("resumed");
  expect(await sendingPause(app)).toBeUndefined();
  expect(await getCounts(app.table, time.now())).toEqual({ sent: 0, bounced: 0, complained: 0 });
  expect(await pauseSending(app, bounces)).toBe("paused");
});
