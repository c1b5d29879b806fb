import { DynamoDBClient, type DynamoDBClientConfig } from "@aws-sdk/client-dynamodb";
import type { Pause } from "./back-off.ts";

/** A table as `tableDefinition` says. */
export type Dynamo = {
  readonly client: DynamoDBClient;
  readonly name: string;
  /** Epoch ms; decides what has expired. */
  readonly now: () => number;
  /** Between attempts; the client itself pauses for calls that were throttled as a whole. */
  readonly pause: Pause;
};

/** Repeats throttled and lost calls with growing, jittered pauses, and gives up on a silent connection soon enough to do so. */
export const dynamoClient = (config: DynamoDBClientConfig = {}): DynamoDBClient =>
  new DynamoDBClient({
    retryMode: "standard",
    maxAttempts: 6,
    requestHandler: { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true },
    ...config,
  });
