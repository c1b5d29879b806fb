import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { dynoxideClient, type Emulator, startDynoxide } from "./dynoxide.ts";

/** DynamoDB for the tests of one file; gives a new client each time, and ends with the last test. */
export function useDynoxide(): () => DynamoDBClient {
  let emulator: Emulator | undefined;
  const clients: DynamoDBClient[] = [];
  beforeAll(async () => {
    emulator = await startDynoxide();
  });
  afterAll(async () => {
    for (const client of clients) client.destroy();
    await emulator?.stop();
  });
  return () => {
    if (!emulator) throw new Error("DynamoDB is there in tests only, not while they are collected");
    const client = dynoxideClient(emulator.endpoint);
    clients.push(client);
    return client;
  };
}
