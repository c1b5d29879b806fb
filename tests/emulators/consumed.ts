import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod";

/** What a client's calls have cost, in DynamoDB's units. */
export type Consumed = { readonly [calls: string]: { readonly calls: number; readonly units: number } };

const Capacity = z.object({ CapacityUnits: z.number().default(0) });
const Output = z.object({
  ConsumedCapacity: z.union([Capacity.transform((one) => [one]), z.array(Capacity)]).default([]),
});

/** From now on asks for the price of every call; gives what they have cost until then, by the name of the call. */
export function watchConsumed(client: DynamoDBClient): () => Consumed {
  const consumed: Record<string, { calls: number; units: number }> = {};
  client.middlewareStack.add(
    (next, { commandName = "" }) =>
      async (args) => {
        const answer = await next({ ...args, input: { ...args.input, ReturnConsumedCapacity: "TOTAL" } });
        const { ConsumedCapacity } = Output.parse(answer.output);
        const sofar = (consumed[commandName.replace("Command", "")] ??= { calls: 0, units: 0 });
        sofar.calls += 1;
        for (const { CapacityUnits } of ConsumedCapacity) sofar.units += CapacityUnits;
        return answer;
      },
    { step: "initialize" },
  );
  return () => structuredClone(consumed);
}

const WRITES = new Set([
  "PutItem",
  "UpdateItem",
  "DeleteItem",
  "BatchWriteItem",
  "TransactWriteItems",
  "BatchExecuteStatement",
]);

export const writeUnits = (consumed: Consumed): number =>
  Object.entries(consumed).reduce((sum, [call, { units }]) => sum + (WRITES.has(call) ? units : 0), 0);
