import { DynamoDBServiceException, QueryCommand, type QueryCommandOutput } from "@aws-sdk/client-dynamodb";
import type { Item, Page, Query } from "../ports.ts";
import { readMany } from "./dynamo-table-batch.ts";
import { cursorOf, noSuchPage, startAfter, startOf } from "./dynamo-table-cursor.ts";
import { tableDefinition } from "./dynamo-table-definition.ts";
import { notOver, type Terms, terms } from "./dynamo-table-expression.ts";
import { type Attributes, itemOf, unique } from "./dynamo-table-item.ts";
import type { Dynamo } from "./dynamo-table-client.ts";

const MOST = 1000;
const USUAL = 100;

/** The `query` of the table port. A page is filled up even when DynamoDB hands it over in pieces or items on it are over. */
export async function queryItems(dynamo: Dynamo, query: Query): Promise<Page> {
  const limit = limitOf(query);
  let start = query.cursor === undefined ? undefined : startOf(query, query.cursor);
  if (isEmpty(query)) return { items: [] };
  const items: Item[] = [];
  do {
    const wanted = limit - items.length;
    // One more than wanted tells whether there is another page.
    const answer = await ask(dynamo, query, { start, limit: wanted + 1 });
    const rows = answer.Items ?? [];
    const taken = rows.slice(0, wanted);
    items.push(...(await itemsOf(dynamo, query, taken)));
    const last = taken.at(-1);
    start = last && rows.length > wanted ? startAfter(query, last) : answer.LastEvaluatedKey;
  } while (start && items.length < limit);
  return start ? { items, cursor: cursorOf(query, start) } : { items };
}

function limitOf({ limit = USUAL, prefix, from, to }: Query): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST)
    throw new RangeError(`a page has 1 to ${MOST} items, not ${limit}`);
  if (prefix !== undefined && (from !== undefined || to !== undefined))
    throw new RangeError("prefix cannot be combined with from and to");
  return limit;
}

/** DynamoDB refuses a span that ends before it begins, and empty keys, where others just find nothing. */
const isEmpty = ({ from, to }: Query): boolean =>
  to === "" || (from !== undefined && to !== undefined && Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0);

type Part = { readonly start: Attributes | undefined; readonly limit: number };

async function ask({ client, name, now }: Dynamo, query: Query, { start, limit }: Part): Promise<QueryCommandOutput> {
  const use = terms();
  const command = new QueryCommand({
    TableName: name,
    KeyConditionExpression: keyCondition(query, use),
    // The index has only keys; what is over is left out when the items are read.
    ...(query.index
      ? { IndexName: tableDefinition.index.name }
      : { ConsistentRead: true, FilterExpression: notOver(use, now()) }),
    ...use.request(),
    ...(start && { ExclusiveStartKey: start }),
    ScanIndexForward: !query.reverse,
    Limit: limit,
  });
  try {
    return await client.send(command);
  } catch (error) {
    // A cursor of another query: well formed, but outside of what is asked here.
    if (query.cursor !== undefined && isAboutStart(error)) throw noSuchPage();
    throw error;
  }
}

const isAboutStart = (error: unknown): boolean =>
  error instanceof DynamoDBServiceException &&
  error.name === "ValidationException" &&
  /start(ing)? ?key/i.test(error.message);

function keyCondition({ pk, index, prefix, from, to }: Query, use: Terms): string {
  const sort = index ? "isk" : "sk";
  const partition = `${index ? "ipk" : "pk"} = ${use.value(pk)}`;
  if (prefix) return `${partition} AND begins_with(${sort}, ${use.value(prefix)})`;
  if (from && to !== undefined) return `${partition} AND ${sort} BETWEEN ${use.value(from)} AND ${use.value(to)}`;
  if (from) return `${partition} AND ${sort} >= ${use.value(from)}`;
  if (to !== undefined) return `${partition} AND ${sort} <= ${use.value(to)}`;
  return partition;
}

async function itemsOf(dynamo: Dynamo, { index, keysOnly }: Query, rows: readonly Attributes[]): Promise<Item[]> {
  if (keysOnly) return rows.map(keysOf);
  return index ? readWhole(dynamo, rows) : rows.map(itemOf);
}

function keysOf(row: Attributes): Item {
  const { pk, sk, index } = itemOf(row);
  return { pk, sk, data: {}, ...(index && { index }) };
}

/** The items behind rows of the index, in their order. The index lags a little: what has left its place on it meanwhile is left out. */
async function readWhole(dynamo: Dynamo, rows: readonly Attributes[]): Promise<Item[]> {
  const entries = rows.map(itemOf);
  const whole = new Map((await readMany(dynamo, entries)).map((item) => [unique(item), item]));
  return entries.flatMap((entry) => {
    const item = whole.get(unique(entry));
    return item?.index && entry.index && unique(item.index) === unique(entry.index) ? [item] : [];
  });
}
