import { expect, test } from "vitest";
import { dynamoTable } from "../../../shared/aws/dynamo-table.ts";
import { orderRehearsal } from "../../../shared/rehearsal/order.ts";
import { getWords, quarterOf, rowsOf } from "../../../shared/rehearsal/read.ts";
import { isDone } from "../../../shared/rehearsal/rehearsal.ts";
import { getRehearsal } from "../../../shared/rehearsal/store.ts";
import { workOutRehearsal } from "../../../shared/rehearsal/work-out.ts";
import { makeTable } from "../../emulators/dynoxide.ts";
import { useDynoxide } from "../../emulators/use-dynoxide.ts";
import { testWorld } from "../../fixtures/world.ts";
import type { TestWorld } from "../../fixtures/world.ts";
import { shelf, three } from "../rehearsal/company.ts";

const newClient = useDynoxide();

/** All rows of a world on one machine, on DynamoDB. */
async function moved({ app, store }: TestWorld) {
  const client = newClient();
  const table = dynamoTable({ client, name: await makeTable(client), now: app.now });
  const keys = store.sql<{ pk: string; sk: string }>("SELECT pk, sk FROM items").all();
  await table.writeMany((await app.table.getMany(keys)).map((item) => ({ kind: "put", item })));
  return table;
}

test("read from DynamoDB and kept there, a dry run comes to the same", async () => {
  const world = await testWorld({ prospects: three, articles: shelf });
  const table = await moved(world);
  const app = { ...world.app, config: world.app.config, table };
  const id = await orderRehearsal(app, { weeks: 4, label: "Four weeks", by: "Ana" });
  expect(await workOutRehearsal(app, id)).toBe("done");
  const found = await getRehearsal(table, id);
  if (!found || !isDone(found)) throw new Error("not done");
  expect(found.totals).toMatchObject({ prospects: 3, sent: 14, skipped: { "no-rep": 8, "library-used-up": 2 } });
  expect((await getWords(table, found))?.zones).toContain("Pacific/Auckland");
  expect(await rowsOf(table, found, "2026-11-25")).toHaveLength(3);
  expect((await quarterOf(table, found, "rui"))?.rows).toHaveLength(8);
});
