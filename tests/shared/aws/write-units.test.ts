import { expect, test } from "vitest";
import { dynamoTable } from "../../../shared/aws/dynamo-table.ts";
import { defaultCadence } from "../../../shared/cadence/cadence.ts";
import { audiencePage, putCadence } from "../../../shared/cadence/store.ts";
import { putArticles } from "../../../shared/content/store.ts";
import { AUDIENCE_SHARDS } from "../../../shared/keys.ts";
import type { MailResult } from "../../../shared/ports.ts";
import type { Prospect } from "../../../shared/prospect/prospect.ts";
import { putProspect } from "../../../shared/prospect/store.ts";
import { putRep } from "../../../shared/rep/store.ts";
import { sendTouches } from "../../../shared/touch/send.ts";
import { getTouches } from "../../../shared/touch/store.ts";
import { type Consumed, watchConsumed, writeUnits } from "../../emulators/consumed.ts";
import { makeTable } from "../../emulators/dynoxide.ts";
import { useDynoxide } from "../../emulators/use-dynoxide.ts";
import { ana, article, prospect } from "../../fixtures/world.ts";
import { SLOT, atTheSlot, batch, mailerThat } from "../touch/afternoon.ts";

const newClient = useDynoxide();

const ids = Array.from({ length: 100 }, (_, n) => `prospect${String(n).padStart(4, "0")}`);

/** Somebody of whom every field is known and who has had ten emails. */
const wellKnown = (id: string): Prospect =>
  prospect(id, {
    email: `${id}.fernandes-lopes@transportes.example`,
    lastName: "Fernandes Lopes",
    company: "Transportes do Norte, Lda.",
    title: "Head of Operations and Fleet",
    phone: "+351210000001",
    city: "Vila Nova de Gaia",
    crmId: "0035e00001AbCdEFG1",
    seen: Array.from({ length: 10 }, (_, n) => `article${String(n).padStart(5, "0")}`),
    recentTouches: Array.from({ length: 8 }, () => "2026-11-01"),
    touchCount: 10,
    unanswered: 1,
  });

/** Sends a slot to a hundred prospects, in two batches, and says what it cost. */
async function sendSlot(answer: MailResult): Promise<Consumed> {
  const { app } = await atTheSlot({ mailer: mailerThat(() => answer) });
  const client = newClient();
  const table = dynamoTable({ client, name: await makeTable(client), now: app.now });
  const aMessage = article("rounds00roun", {
    url: "https://northgate.example/blog/what-a-missed-window-costs-a-fleet",
  });
  await table.write(putRep(ana), putCadence(defaultCadence), ...putArticles([aMessage]));
  for (const id of ids) await table.write(...putProspect(wellKnown(id), undefined));
  const consumed = watchConsumed(client);
  for (const half of [ids.slice(0, 50), ids.slice(50)]) await sendTouches({ ...app, table }, batch(half));
  const cost = consumed();
  const outcomes = [...(await getTouches(table, ids, SLOT)).values()].map(({ outcome }) => outcome);
  expect(outcomes).toEqual(Array(100).fill(answer.outcome === "accepted" ? "sent" : "unknown"));
  return cost;
}

// As SES gives them.
const messageId = "0100018f3c5f9a2e-6b3c1d2e-7d47-4a3c-9d53-3f2a1c9a1b2c-000000";

test.each<MailResult>([
  { outcome: "accepted", messageId },
  { outcome: "unknown", reason: "the answer was lost" },
])("an email costs five write units, whether it was $outcome", async (answer) => {
  const cost = await sendSlot(answer);
  // Touch and profile in a transaction, 2 units each; the mark, 1 unit; and for each batch a note, written with its count and crossed out.
  expect(cost).toMatchObject({
    TransactWriteItems: { calls: 4, units: 408 },
    BatchExecuteStatement: { calls: 4, units: 100 },
    DeleteItem: { calls: 2, units: 2 },
  });
  expect(writeUnits(cost) / ids.length).toBe(5.1);
});

test("finding an audience costs what the index holds of it and reads no profile", async () => {
  const client = newClient();
  const table = dynamoTable({ client, name: await makeTable(client), now: () => 0 });
  for (const id of ids) await table.write(...putProspect(wellKnown(id), undefined));
  const consumed = watchConsumed(client);
  const found: string[] = [];
  for (let shard = 0; shard < AUDIENCE_SHARDS; shard++) {
    const part = { cadenceId: "default", timeZone: "Europe/Lisbon", shard };
    found.push(...(await audiencePage(table, part, { limit: 1000 })).prospectIds);
  }
  expect(found.toSorted()).toEqual(ids);
  expect(Object.keys(consumed())).toEqual(["Query"]);
});
