import { BatchGetItemCommand, BatchWriteItemCommand, type WriteRequest } from "@aws-sdk/client-dynamodb";
import type { Item, Key, Write } from "../ports.ts";
import { untilDone } from "./back-off.ts";
import { type Attributes, attributesOf, isOver, itemOf, keyAttributes, unique } from "./dynamo-table-item.ts";
import type { Dynamo } from "./dynamo-table-client.ts";
import { inParallel } from "./in-parallel.ts";

/** DynamoDB's own limits. */
const READ_AT_ONCE = 100;
const WRITTEN_AT_ONCE = 25;

/** The `getMany` of the table port. */
export async function readMany(dynamo: Dynamo, keys: readonly Key[]): Promise<Item[]> {
  const items: Item[] = [];
  const different = new Map(keys.map((key) => [unique(key), keyAttributes(key)]));
  const options = { pause: dynamo.pause, what: `keys of ${dynamo.name} could not be read` };
  await inParallel<Attributes>([...different.values()], READ_AT_ONCE, (part) =>
    untilDone(
      part,
      async (left) => {
        const request = { [dynamo.name]: { Keys: [...left], ConsistentRead: true } };
        const answer = await dynamo.client.send(new BatchGetItemCommand({ RequestItems: request }));
        const now = dynamo.now();
        for (const attributes of answer.Responses?.[dynamo.name] ?? []) {
          const item = itemOf(attributes);
          if (!isOver(item, now)) items.push(item);
        }
        return answer.UnprocessedKeys?.[dynamo.name]?.Keys ?? [];
      },
      options,
    ),
  );
  return items;
}

/** The `writeMany` of the table port. */
export async function writeMany(dynamo: Dynamo, writes: readonly Write[]): Promise<void> {
  // One batch cannot have an item twice, and batches overtake each other: only the last write on an item is made.
  const last = new Map<string, WriteRequest>();
  for (const write of writes) {
    if ((write.kind !== "put" && write.kind !== "remove") || write.guard !== undefined)
      throw new RangeError("writeMany takes only puts and removes without guards");
    if (write.kind === "put") last.set(unique(write.item), { PutRequest: { Item: attributesOf(write.item) } });
    else last.set(unique(write.key), { DeleteRequest: { Key: keyAttributes(write.key) } });
  }
  const options = { pause: dynamo.pause, what: `items of ${dynamo.name} could not be written` };
  await inParallel([...last.values()], WRITTEN_AT_ONCE, (part) =>
    untilDone(
      part,
      async (left) => {
        const request = { [dynamo.name]: [...left] };
        const answer = await dynamo.client.send(new BatchWriteItemCommand({ RequestItems: request }));
        return answer.UnprocessedItems?.[dynamo.name] ?? [];
      },
      options,
    ),
  );
}
