import { GetItemCommand } from "@aws-sdk/client-dynamodb";
import type { Table } from "../ports.ts";
import { backOff, type Pause } from "./back-off.ts";
import type { Dynamo } from "./dynamo-table-client.ts";
import { readMany, writeMany } from "./dynamo-table-batch.ts";
import { writeEach } from "./dynamo-table-each.ts";
import { isOver, itemOf, keyAttributes } from "./dynamo-table-item.ts";
import { queryItems } from "./dynamo-table-query.ts";
import { writeTogether } from "./dynamo-table-write.ts";

/**
 * The table port on DynamoDB. A single write whose answer got lost is repeated, and then finds itself already there: it throws `Conflict`
 * though it was written, or adds twice. Transactions carry a token and do not.
 */
export function dynamoTable(place: Omit<Dynamo, "pause"> & { readonly pause?: Pause }): Table {
  const dynamo: Dynamo = { pause: backOff, ...place };
  return {
    get: async (key) => {
      const request = { TableName: dynamo.name, Key: keyAttributes(key), ConsistentRead: true };
      const { Item } = await dynamo.client.send(new GetItemCommand(request));
      const item = Item && itemOf(Item);
      return item && !isOver(item, dynamo.now()) ? item : undefined;
    },
    getMany: (keys) => readMany(dynamo, keys),
    query: (query) => queryItems(dynamo, query),
    write: (...writes) => writeTogether(dynamo, writes),
    writeMany: (writes) => writeMany(dynamo, writes),
    writeEach: (writes) => writeEach(dynamo, writes),
  };
}
