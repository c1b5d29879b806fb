import { afterAll, expect, test, vi } from "vitest";
import { dynamoTable } from "../../../../shared/aws/dynamo-table.ts";
import { tableOfEnvironment } from "../../../../shared/aws/environment/table.ts";
import { dynoxideClient, makeTable, startDynoxide } from "../../../emulators/dynoxide.ts";

const emulator = await startDynoxide();
const client = dynoxideClient(emulator.endpoint);
afterAll(async () => {
  vi.unstubAllEnvs();
  client.destroy();
  await emulator.stop();
});

test("a function keeps its rows in the DynamoDB it is told of, and not in the region's own", async () => {
  const name = await makeTable(client);
  vi.stubEnv("AWS_REGION", "eu-west-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "none");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "none");
  // Where nobody listens stands for the region's own.
  vi.stubEnv("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1");
  vi.stubEnv("DYNAMODB_ENDPOINT", emulator.endpoint);
  vi.stubEnv("TABLE_NAME", name);
  const item = { pk: "ZONE", sk: "Lisbon", data: { inUse: true } };
  await tableOfEnvironment().write({ kind: "put", item });
  expect(await dynamoTable({ client, name, now: Date.now }).get({ pk: "ZONE", sk: "Lisbon" })).toEqual(item);
});
