import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { connect, createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { CreateTableCommand, type DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import { dynamoClient } from "../../shared/aws/dynamo-table-client.ts";
import { tableDefinition } from "../../shared/aws/dynamo-table-definition.ts";

export type Emulator = { readonly endpoint: string; readonly stop: () => Promise<void> };

const PATIENCE_MS = 10_000;

/** DynamoDB in memory on a free port of this machine, or the one that `DYNAMODB_ENDPOINT` names. */
export async function startDynoxide(): Promise<Emulator> {
  const given = process.env["DYNAMODB_ENDPOINT"];
  if (given) return { endpoint: given, stop: async () => {} };
  const port = await freePort();
  const require = createRequire(import.meta.url);
  const binary = require.resolve("@dynoxide/linux-x64/dynoxide");
  const child = spawn(binary, ["--host", "127.0.0.1", "--port", String(port)], { stdio: "ignore" });
  const ended = once(child, "exit");
  const stop = async (): Promise<void> => {
    child.kill();
    await ended;
  };
  // Should the tests be stopped before they can stop it.
  process.once("exit", () => child.kill());
  const until = Date.now() + PATIENCE_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > until) {
      await stop();
      throw new Error("dynoxide did not start");
    }
    await wait(10);
  }
  return { endpoint: `http://127.0.0.1:${port}`, stop };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

function answers(port: number): Promise<boolean> {
  const socket = connect(port, "127.0.0.1");
  return new Promise<boolean>((resolve) => {
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
  }).finally(() => socket.destroy());
}

/** A client as Midweek has it, with credentials that nobody checks. */
export const dynoxideClient = (endpoint: string, config: DynamoDBClientConfig = {}): DynamoDBClient =>
  dynamoClient({
    endpoint,
    region: "eu-west-1",
    credentials: { accessKeyId: "none", secretAccessKey: "none" },
    ...config,
  });

let tables = 0;

/** Makes an empty table as `tableDefinition` says, and gives its name. */
export async function makeTable(client: DynamoDBClient): Promise<string> {
  const { partitionKey, sortKey, index } = tableDefinition;
  const TableName = `midweek-${process.pid}-${Date.now()}-${(tables += 1)}`;
  const strings = [partitionKey, sortKey, index.partitionKey, index.sortKey];
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: strings.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
      KeySchema: keySchema(partitionKey, sortKey),
      GlobalSecondaryIndexes: [
        {
          IndexName: index.name,
          KeySchema: keySchema(index.partitionKey, index.sortKey),
          Projection: { ProjectionType: index.projection },
        },
      ],
    }),
  );
  return TableName;
}

const keySchema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: "HASH" as const },
  { AttributeName: sortKey, KeyType: "RANGE" as const },
];
